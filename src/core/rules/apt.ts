import type { Rule } from '../model/rule.ts'

/** apt, apt-get, dpkg and add-apt-repository on Debian and Ubuntu. */
export const rules: readonly Rule[] = [
  {
    id: 'apt/lock',
    category: 'runner',
    title: 'Another process holds the package lock',
    needles: [
      'locked by another process',
      'could not get lock',
      'unable to acquire the dpkg',
      'unable to lock',
      'resource temporarily unavailable',
      'is another process using it',
      'dpkg frontend lock',
      'dpkg was interrupted',
    ],
    pattern:
      /E: (?:Could not get lock|Unable to acquire the dpkg|Unable to lock)|dpkg: error: (?:dpkg )?(?:frontend|status database) (?:lock|area) is locked|E: dpkg was interrupted, you must manually run|dpkg: error: [^\n]{0,60}lock was locked by another process/,
    extent: { after: 1 },
    transient: 0.7,
    explanation: 'Another apt runs on this machine at the same time, mostly the automatic updates of a fresh virtual machine.',
    remedies: [
      'Wait for it: `apt-get -o DPkg::Lock::Timeout=300 install …`.',
      'Switch off unattended-upgrades in the image of the runner.',
    ],
    examples: {
      match: [
        { text: 'dpkg: error: dpkg frontend lock was locked by another process with pid 1234' },
        { text: 'E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 2211 (unattended-upgr)' },
        { text: 'E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?' },
      ],
      miss: ['Waiting for cache lock: Could not get lock /var/lib/dpkg/lock-frontend.'],
    },
  },
  {
    id: 'apt/no-such-package',
    category: 'dependency',
    title: "apt finds no package '{package}', or not this version",
    needles: [
      'unable to locate package',
      'has no installation candidate',
      "couldn't find any package",
      'version',
      'no packages found matching',
    ],
    pattern:
      /E: (?:Unable to locate package |Package '|Couldn't find any package (?:by|whose) \w{1,10} |Version '[^'\n]{1,100}' for ')(?<package>[^\s']{1,100})/,
    extent: { before: 3 },
    transient: 0.05,
    explanation:
      'The package lists of this release do not have this package (or version): it was renamed or removed, a repository is missing, or `apt-get update` did not run.',
    remedies: [
      'Run `apt-get update` in the same step before the install.',
      'Look up the name for this release (packages.debian.org, packages.ubuntu.com): image labels move to newer releases.',
    ],
    examples: {
      match: [
        { text: 'E: Unable to locate package libcart-dev', captures: { package: 'libcart-dev' } },
        { text: "E: Package 'python2' has no installation candidate" },
        { text: "E: Version '1.2.3-1' for 'cart' was not found", captures: { package: 'cart' } },
      ],
      miss: ['Package cart is a virtual package provided by:', 'version of E: drive'],
    },
  },
  {
    id: 'apt/unmet-dependencies',
    category: 'dependency',
    title: 'apt cannot satisfy the dependencies',
    needles: [
      'unmet dependencies',
      'held broken packages',
      'unable to correct problems',
      'dependency problems',
      'unresolvable dependency',
      'but it is not going to be installed',
      'but it is not installable',
      'unmet build dependencies',
      'build-dependencies for',
    ],
    pattern:
      /The following packages have unmet dependencies|E: Unable to correct problems, you have held broken packages|E: Unmet dependencies|dpkg: dependency problems prevent|E: Build-dependencies for \S{1,100} could not be satisfied|dpkg-checkbuilddeps: error: Unmet build dependencies/,
    extent: { while: /^\s+\S+ ?:? ?(?:Depends|PreDepends|Conflicts|Breaks|Recommends)|^\s{10,}|^E: / },
    transient: 0.08,
    explanation:
      'The wanted packages need versions that this release and its repositories do not offer together, often after mixing repositories or while a mirror is half updated.',
    remedies: [
      'Read the Depends lines: they name the version that is missing.',
      'Remove the foreign repository or install matching versions of both packages.',
    ],
    examples: {
      match: [
        {
          text: 'The following packages have unmet dependencies:\n libcart-dev : Depends: libcart1 (= 1.2-1) but 1.3-1 is to be installed',
        },
        { text: 'E: Unable to correct problems, you have held broken packages.' },
      ],
      miss: ['Correcting dependencies... Done, no unmet dependencies left'],
    },
  },
  {
    id: 'apt/not-found',
    category: 'dependency',
    title: 'A package file or repository is gone from the mirror',
    needles: [
      '404  not found',
      '404 not found',
      'does not have a release file',
      'no longer has a release file',
      'does no longer have a release',
    ],
    pattern:
      /^(?:##\[error\]|#\d+ [\d.]+ )?(?:E: |Err:|W: | {2,6}(?=\S))[^\n]{0,300}?(?:404  ?Not Found|does not have a Release file|no longer has a Release file)/,
    extent: { after: 1 },
    transient: 0.25,
    explanation:
      'The mirror has replaced the file since the package lists were fetched, or the release or PPA is no longer served there.',
    remedies: [
      'Run `apt-get update` directly before the install, in the same layer or step.',
      'For releases at their end of life, point sources.list to archive.debian.org or old-releases.ubuntu.com.',
    ],
    examples: {
      match: [
        {
          text: 'E: Failed to fetch http://archive.ubuntu.com/ubuntu/pool/main/c/cart/cart_1.2_amd64.deb  404  Not Found [IP: 10.0.0.7 80]',
        },
        { text: "E: The repository 'http://deb.debian.org/debian stretch Release' does not have a Release file." },
      ],
      miss: ['curl: (22) The requested URL returned error: 404 Not Found'],
    },
  },
  {
    id: 'apt/hash-mismatch',
    category: 'network',
    title: 'The package mirror is being updated',
    needles: ['hash sum mismatch', 'mirror sync in progress', 'file has unexpected size', 'clearsigned file', 'release file for'],
    pattern:
      /Hash Sum mismatch|Mirror sync in progress|File has unexpected size \(\d+ != \d+\)|Clearsigned file isn't valid|Release file for \S{1,200} is (?:expired|not valid yet)/i,
    extent: { after: 4 },
    transient: 0.8,
    explanation:
      'The lists and the files of the mirror do not fit each other, because it is in the middle of a synchronisation or a cache in between is stale.',
    remedies: ['Re-run in some minutes.', 'Run `rm -rf /var/lib/apt/lists/*` and update again, or use another mirror.'],
    examples: {
      match: [
        {
          text: 'E: Failed to fetch http://archive.ubuntu.com/ubuntu/dists/jammy/main/binary-amd64/Packages.gz  Hash Sum mismatch',
        },
        { text: '   File has unexpected size (1234 != 1200). Mirror sync in progress? [IP: 10.0.0.7 80]' },
      ],
      miss: ['Verifying hash sums... ok'],
    },
  },
  {
    id: 'apt/no-pubkey',
    category: 'config',
    title: "The signing key '{code}' of a package repository is missing or expired",
    needles: [
      'no_pubkey',
      'expkeysig',
      'is not signed',
      "signatures couldn't be verified",
      'signatures were invalid',
      'keyexpired',
    ],
    pattern:
      /(?:NO_PUBKEY|EXPKEYSIG|KEYEXPIRED) (?<code>[0-9A-F]{8,40})|E: The repository '[^'\n]{1,200}' is not signed|The following signatures (?:couldn't be verified|were invalid)(?![^\n]{0,150}(?:NO_PUBKEY|EXPKEYSIG))/,
    extent: { after: 1 },
    transient: 0.1,
    explanation:
      'apt refuses a repository whose signature it cannot check. Vendors renew their keys, and images keep the old one.',
    remedies: [
      'Install the current key of the vendor below /etc/apt/keyrings and name it with `signed-by`.',
      'If the job does not need this repository, remove its list file before `apt-get update`.',
    ],
    examples: {
      match: [
        {
          text: "W: GPG error: https://dl.acme.example stable InRelease: The following signatures couldn't be verified because the public key is not available: NO_PUBKEY 0123456789ABCDEF",
          captures: { code: '0123456789ABCDEF' },
        },
        { text: "E: The repository 'https://dl.acme.example stable InRelease' is not signed." },
      ],
      miss: ['Key is not signed by others'],
    },
  },
  {
    id: 'apt/fetch',
    category: 'network',
    title: 'apt could not fetch packages',
    needles: [
      'failed to fetch',
      'unable to fetch some archives',
      'some index files failed to download',
      'unable to connect to',
      'could not connect to',
      'cannot initiate the connection',
      'connection failed [ip',
    ],
    pattern:
      /^(?:##\[error\]|#\d+ [\d.]+ )?(?:E: (?:Failed to fetch (?<url>\S{1,250})(?![^\n]{0,300}404)|Unable to fetch some archives)|(?:E: |Err:\d{1,4} )[^\n]{0,250}(?:Could not connect to|Unable to connect to|Cannot initiate the connection|Connection failed \[IP))/,
    transient: 0.7,
    explanation: 'The mirror did not answer or broke off. If an address answers 404, the lists are stale instead.',
    remedies: ['Re-run; set `Acquire::Retries "5"`.', 'Use another mirror or a cache of packages near the runner.'],
    examples: {
      match: [
        { text: 'E: Failed to fetch http://archive.ubuntu.com/ubuntu/pool/main/c/cart.deb  Connection failed [IP: 10.0.0.7 80]' },
        { text: 'E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?' },
      ],
      miss: [
        'W: Some index files failed to download. They have been ignored, or old ones used instead.',
        'W: Failed to fetch http://dl.acme.example/InRelease',
      ],
    },
  },
  {
    id: 'apt/dpkg-error',
    category: 'config',
    title: "dpkg failed on package '{package}'",
    needles: [
      'dpkg: error processing',
      'sub-process /usr/bin/dpkg',
      'post-installation script',
      'trying to overwrite',
      'errors were encountered while processing',
    ],
    pattern:
      /dpkg: error processing (?:package|archive) (?<package>\S{1,200})|E: Sub-process \/usr\/bin\/dpkg returned an error code|post-installation script subprocess returned error|trying to overwrite '[^'\n]{1,200}', which is also in package/,
    role: 'summary',
    extent: { before: 3, after: 2 },
    transient: 0.15,
    explanation: 'A package was unpacked or configured and its script, or a clash of files, stopped dpkg.',
    remedies: [
      'Read the lines above: the script of the package says what failed.',
      'In containers, set `DEBIAN_FRONTEND=noninteractive` and block the start of services (policy-rc.d).',
    ],
    examples: {
      match: [
        { text: 'dpkg: error processing package cart-server (--configure):', captures: { package: 'cart-server' } },
        { text: 'E: Sub-process /usr/bin/dpkg returned an error code (1)' },
      ],
      miss: ['Processing triggers for libc-bin'],
    },
  },
  {
    id: 'apt/failed',
    category: 'dependency',
    title: 'apt failed',
    needles: ['e: '],
    pattern: /^(?:##\[error\]|#\d+ [\d.]+ )?E: (?=[A-Z][a-z])(?<message>[^\n]{8,200})/,
    role: 'summary',
    transient: 0.2,
    explanation: 'apt prints its errors with “E:”; this one is of a kind without an entry of its own.',
    remedies: ['Read the message and the W: lines before it.'],
    examples: {
      match: [{ text: 'E: Malformed entry 1 in list file /etc/apt/sources.list.d/cart.list (URI)' }],
      miss: ['The drive E: Data is mounted'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** apk, yum/dnf/zypper, pacman, FreeBSD pkg and snap. */
export const rules: readonly Rule[] = [
  {
    id: 'linux-packages/apk',
    category: 'dependency',
    title: "apk cannot install '{package}'",
    needles: [
      'unable to select packages',
      '(no such package)',
      'unsatisfiable constraints',
      'breaks: world',
      'required by: world',
    ],
    pattern:
      /ERROR: (?:unable to select packages|unsatisfiable constraints):|^(?:#\d+ [\d.]+ )?\s*(?<package>[\w.+-]{1,80}) \((?:no such package|missing)\):/,
    extent: { while: /^(?:#\d+ [\d.]+)?\s+\S/ },
    transient: 0.05,
    explanation:
      'Alpine’s repositories for this release do not have the package or the pinned version; Alpine removes old versions when it publishes new ones.',
    remedies: [
      'Do not pin exact apk versions, or pin the Alpine release and its current versions.',
      'Look the name up on pkgs.alpinelinux.org for this release; enable `community`.',
    ],
    examples: {
      match: [{ text: 'ERROR: unable to select packages:\n  libcart (no such package):', captures: { package: 'libcart' } }],
      miss: ['(1/4) Installing libcart (1.2-r0)'],
    },
  },
  {
    id: 'linux-packages/apk-network',
    category: 'network',
    title: 'apk could not fetch an index or a package',
    needles: ['temporary error (try again later)', 'apkindex', 'io error', 'bad signature', 'network error (check internet'],
    pattern:
      /^(?:#\d+ [\d.]+ )?(?:WARNING: (?:Ignoring|fetching|updating and opening) \S{1,200}|ERROR: [^\n]{1,200}): (?:temporary error \(try again later\)|network (?:error|connection)[^\n]{0,60}|IO ERROR|Permission denied|remote server returned error|DNS[^\n]{0,60}|operation timed out|could not connect[^\n]{0,60})/,
    transient: 0.75,
    explanation: 'The Alpine mirror could not be reached; what follows (“no such package”) is only the consequence.',
    remedies: ['Re-run, or choose another mirror in /etc/apk/repositories.'],
    examples: {
      match: [{ text: 'WARNING: Ignoring https://dl-cdn.alpinelinux.org/alpine/v3.20/main: temporary error (try again later)' }],
      miss: ['fetch https://dl-cdn.alpinelinux.org/alpine/v3.20/main/x86_64/APKINDEX.tar.gz'],
    },
  },
  {
    id: 'linux-packages/dnf-no-package',
    category: 'dependency',
    title: "dnf or yum finds no package '{package}'",
    needles: [
      'no match for argument',
      'unable to find a match',
      'no package ',
      'nothing provides',
      'no provider of',
      'nothing to do',
    ],
    pattern:
      /(?:Error: Unable to find a match:|No match for argument:|^No package|nothing provides) (?<package>[\w.+()-]{1,80})|No provider of '[^'\n]{1,80}' found|^Error: Nothing to do\s*$/,
    extent: { after: 2 },
    transient: 0.05,
    explanation:
      'The enabled repositories do not have this package or what it needs: another release, a repository that is not enabled (EPEL, CRB, PowerTools), or a renamed package.',
    remedies: [
      'Enable the repository that has it (`dnf config-manager --set-enabled crb`, `dnf install epel-release`).',
      'Look the name up for this release with `dnf provides`.',
    ],
    examples: {
      match: [
        { text: 'No match for argument: libcart-devel', captures: { package: 'libcart-devel' } },
        { text: '  - nothing provides libcart.so.1()(64bit) needed by cart-1.2-1.el9.x86_64' },
        { text: 'Error: Unable to find a match: libcart-devel' },
      ],
      miss: ['there was no package to update'],
    },
  },
  {
    id: 'linux-packages/dnf-repo',
    category: 'network',
    title: 'dnf or yum could not read a repository',
    needles: [
      'failed to download metadata for repo',
      'cannot find a valid baseurl',
      'failed to synchronize cache',
      'cannot download repomd',
      'no more mirrors',
      'all mirrors were tried',
      'error downloading packages',
      'failed to retrieve new repository',
      'cannot prepare internal mirrorlist',
    ],
    pattern:
      /Failed to download metadata for repo|Cannot find a valid baseurl for repo|Failed to synchronize cache for repo|Cannot download repomd\.xml|No more mirrors to try|All mirrors were (?:already )?tried|Error downloading packages:|Cannot prepare internal mirrorlist|Failed to retrieve new repository metadata/i,
    extent: { before: 2, after: 2 },
    transient: 0.45,
    explanation: 'The mirrors did not answer, or the release is at its end of life and was moved to an archive (CentOS 7 and 8).',
    remedies: [
      'Re-run once.',
      'For CentOS 7/8, point the repositories to vault.centos.org or move to a release that is maintained.',
    ],
    examples: {
      match: [
        {
          text: "Error: Failed to download metadata for repo 'appstream': Cannot prepare internal mirrorlist: No URLs in mirrorlist",
        },
        { text: 'Cannot find a valid baseurl for repo: base/7/x86_64' },
      ],
      miss: ['Metadata cache created.'],
    },
  },
  {
    id: 'linux-packages/dnf-failed',
    category: 'dependency',
    title: 'dnf, yum or zypper could not install what was asked',
    needles: [
      'error: transaction',
      'gpg check failed',
      'transaction check error',
      'conflicting requests',
      'depsolve',
      'public key for',
      'nothing provides',
      'error: package:',
      'problem: ',
      'requires:',
    ],
    pattern:
      /^(?:#\d+ [\d.]+ )?(?:Error: (?:GPG check FAILED|Transaction (?:test error|check error|failed)|Package: \S)|Transaction Check Error:|Public key for \S{1,120} is not installed|Problem: (?:conflicting requests|package \S{1,100} requires|nothing provides|cannot install))/,
    extent: { after: 4 },
    transient: 0.06,
    explanation: 'The packages asked for clash with each other or with what is installed, or their signature is not trusted.',
    remedies: [
      'Read which package requires or conflicts with what; install matching versions.',
      'Import the vendor’s key with `rpm --import`.',
    ],
    examples: {
      match: [{ text: 'Error: GPG check FAILED' }, { text: 'Problem: conflicting requests' }],
      miss: ['Transaction check succeeded.'],
    },
  },
  {
    id: 'linux-packages/pacman',
    category: 'dependency',
    title: 'pacman failed: {message}',
    needles: [
      'error: target not found',
      'error: failed to commit',
      'error: failed retrieving',
      'error: failed to prepare transaction',
      'unable to satisfy dependency',
      'is marginal trust',
      'is unknown trust',
      'invalid or corrupted package',
      'error: failed to synchronize',
      'error: failed to init transaction',
    ],
    pattern:
      /error: (?<message>target not found: \S{1,80}|failed to (?:commit|prepare|init) transaction[^\n]{0,80}|failed to synchronize[^\n]{0,60}|failed retrieving file[^\n]{0,200}|unable to satisfy dependency[^\n]{0,120}|[\w.+-]{1,80}: signature from [^\n]{1,120} is (?:marginal|unknown) trust)/,
    extent: { before: 1, after: 2 },
    transient: 0.3,
    explanation:
      'Arch and MSYS2 always serve the newest state: a stale database asks for files that are gone, and old keyrings do not know new signers.',
    remedies: [
      'Run `pacman -Syu` (never `-Sy` alone), and update the keyring first: `pacman -Sy archlinux-keyring`.',
      'Use a newer base image.',
    ],
    examples: {
      match: [
        { text: 'error: target not found: libcart', captures: { message: 'target not found: libcart' } },
        { text: 'error: failed to commit transaction (invalid or corrupted package (PGP signature))' },
      ],
      miss: ['warning: target not found in cache, downloading'],
    },
  },
  {
    id: 'linux-packages/freebsd-pkg',
    category: 'dependency',
    title: 'pkg failed',
    needles: [
      'pkg: no packages available',
      'pkg: repository',
      'pkg: unable to update',
      'wrong abi',
      'no packages matching',
      'pkg: cannot',
    ],
    pattern:
      /^pkg: (?:No packages (?:available to install )?matching|Unable to update repository|repository \S{1,80} contains packages for wrong|Repository \S{1,80} cannot be opened|cannot )/,
    extent: { after: 1 },
    transient: 0.25,
    explanation: 'FreeBSD’s pkg has no such package for this release, or the release itself is no longer served.',
    remedies: ['Update the FreeBSD release of the job.', 'Look the package up for this release on freshports.org.'],
    examples: {
      match: [{ text: "pkg: No packages available to install matching 'cart' have been found in the repositories" }],
      miss: ['pkg: already bootstrapped'],
    },
  },
  {
    id: 'linux-packages/snap',
    category: 'network',
    title: 'snap could not install',
    needles: ['error: cannot', 'error: snap', 'cannot perform the following tasks', 'unable to contact snap store'],
    pattern:
      /^error: (?:cannot (?:perform the following tasks|install|communicate with server|query the store)|snap "[^"\n]{1,80}" (?:not found|is not)|unable to contact snap store)/,
    extent: { after: 3 },
    transient: 0.55,
    explanation:
      'The snap store did not answer, snapd does not run here (containers), or the snap is not there under this name or channel.',
    remedies: ['Re-run once.', 'In containers use another kind of package; snapd needs systemd.'],
    examples: {
      match: [{ text: 'error: cannot perform the following tasks:' }, { text: 'error: snap "cart" not found' }],
      miss: ['error: cannot find symbol'],
    },
  },
]

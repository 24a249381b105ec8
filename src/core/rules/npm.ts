import type { Rule } from '../model/rule.ts'

/** npm, versions 6 to 11 (`npm ERR!` until 9, `npm error` since 10): installing. */
export const rules: readonly Rule[] = [
  {
    id: 'npm/eresolve',
    category: 'dependency',
    title: 'npm cannot resolve the dependency tree',
    needles: ['code ERESOLVE'],
    pattern: /\bnpm (?:ERR!|error) code (?<code>ERESOLVE)\b/,
    extent: { while: /\bnpm (?:ERR!|error)/ },
    transient: 0.02,
    explanation:
      'Two packages ask for versions of a common dependency that no single version satisfies; npm 7 and later refuse to install them.',
    remedies: [
      'Read which package wants which peer version in the lines below, and align them in package.json.',
      'Run `npm install` locally, commit the lock file, and let CI use `npm ci`.',
    ],
    examples: {
      match: [
        { text: 'npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree', captures: { code: 'ERESOLVE' } },
        { text: 'npm error code ERESOLVE' },
      ],
      miss: ['npm warn ERESOLVE overriding peer dependency'],
    },
  },
  {
    id: 'npm/e404',
    category: 'dependency',
    title: 'npm: package {package} is not in the registry',
    needles: ['npm ERR! 404', 'npm error 404'],
    pattern:
      /\bnpm (?:ERR!|error) 404 (?:Not Found(?: - GET (?<url>\S{1,300})|: (?<spec>\S{1,200}))| *'(?<package>[^']{1,200})' is not in (?:this|the npm) registry| *no such package available)/,
    extent: { before: 1, while: /\bnpm (?:ERR!|error)/ },
    transient: 0.05,
    explanation:
      'The registry knows no package or version of that name: it was never published, was removed, is misspelled, or is private and npm is not signed in.',
    remedies: [
      'Check the name and version in package.json and the lock file with `npm view <package> versions`.',
      'For a private package, give npm the scoped registry and a token in .npmrc.',
    ],
    examples: {
      match: [
        { text: "npm ERR! 404  'acme-cart@^9.0.0' is not in this registry.", captures: { package: 'acme-cart@^9.0.0' } },
        { text: 'npm error 404 Not Found - GET https://registry.npmjs.org/acme-cart - Not found' },
      ],
      miss: [
        'npm error 404 Not Found - PUT https://registry.npmjs.org/acme-cart - Not found',
        'npm http fetch GET 404 https://registry.npmjs.org/acme',
      ],
    },
  },
  {
    id: 'npm/etarget',
    category: 'dependency',
    title: 'npm: no version of {package} matches',
    needles: ['notarget', 'No matching version found for', 'code ENOVERSIONS'],
    pattern:
      /\bnpm (?:ERR!|error)(?: code ENOVERSIONS| notarget)?(?: No matching version found for (?<package>\S{1,200}?)\.?(?: |$)| ?No versions available for|$)/,
    extent: { before: 1, while: /\bnpm (?:ERR!|error)/ },
    transient: 0.1,
    explanation:
      'The package exists, but no published version fits the range asked for; often a version published minutes ago, or unpublished since.',
    remedies: [
      'Correct the range in package.json to a version that `npm view <package> versions` lists.',
      'Run `npm install` and commit the lock file.',
    ],
    examples: {
      match: [
        { text: 'npm ERR! notarget No matching version found for acme-cart@^9.1.0.', captures: { package: 'acme-cart@^9.1.0' } },
      ],
      miss: ['npm warn No matching version found for acme@1 (optional)'],
    },
  },
  {
    id: 'npm/eintegrity',
    category: 'dependency',
    title: 'npm: a downloaded package does not match its checksum',
    needles: ['code EINTEGRITY', 'integrity checksum failed'],
    pattern: /\bnpm (?:ERR!|error) (?:code EINTEGRITY|.{0,300}integrity checksum failed when using)/,
    extent: { while: /\bnpm (?:ERR!|error)/ },
    transient: 0.2,
    explanation:
      'The tarball that the registry sent has another hash than the lock file records: the package was republished, a proxy changed it, or the download or cache is corrupt.',
    remedies: [
      'Clear the npm cache of the job and run again.',
      'If it stays, remove the entry from the lock file, run `npm install`, and review what changed.',
    ],
    examples: {
      match: [
        { text: 'npm ERR! code EINTEGRITY' },
        { text: 'npm error sha512-aaa== integrity checksum failed when using sha512: wanted sha512-aaa== but got sha512-bbb==' },
      ],
      miss: ['npm warn tarball cached data seems to be corrupted. Refreshing cache.'],
    },
  },
  {
    id: 'npm/lock-out-of-sync',
    category: 'dependency',
    title: 'package-lock.json does not match package.json',
    needles: ['can only install packages when your package'],
    pattern: /can only install packages when your package\.json and .{0,60}are in sync/,
    extent: { before: 2, while: /\bnpm (?:ERR!|error)/ },
    transient: 0.01,
    explanation: '`npm ci` installs exactly the lock file and stops when package.json asks for something else.',
    remedies: ['Run `npm install` with the npm version that CI uses, and commit package-lock.json.'],
    examples: {
      match: [
        {
          text: 'npm ERR! `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file',
        },
        {
          text: 'npm ERR! cipm can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync.',
        },
      ],
      miss: ['npm notice created a lockfile as package-lock.json. You should commit this file.'],
    },
  },
  {
    id: 'npm/no-lock-file',
    category: 'config',
    title: '`npm ci` finds no package-lock.json',
    needles: ['can only install with an existing package-lock', 'can only install packages with an existing package-lock'],
    pattern: /can only install (?:packages )?with an existing package-lock\.json/,
    extent: { before: 1, while: /\bnpm (?:ERR!|error)/ },
    transient: 0.01,
    explanation: '`npm ci` needs a lock file in the directory where it runs; there is none, or it is ignored by git.',
    remedies: [
      'Commit package-lock.json, or run the step in the directory that has it (working-directory).',
      'Use `npm install` if the project keeps no lock file on purpose.',
    ],
    examples: {
      match: [{ text: 'npm ERR! The `npm ci` command can only install with an existing package-lock.json or' }],
      miss: ['npm warn read-shrinkwrap This version of npm is compatible with lockfileVersion@1'],
    },
  },
  {
    id: 'npm/eacces',
    category: 'config',
    title: 'npm: permission denied on {path}',
    needles: [
      'npm ERR! code EACCES',
      'npm error code EACCES',
      'EACCES: permission denied',
      'npm ERR! code EPERM',
      'npm error code EPERM',
    ],
    pattern: /\bnpm (?:ERR!|error) (?:code (?:EACCES|EPERM)|.{0,60}EACCES: permission denied, \w+ '(?<path>[^']{1,200})')/,
    extent: { while: /\bnpm (?:ERR!|error)/ },
    transient: 0.05,
    explanation: 'npm may not write where it wants to: a global prefix or a cache that belongs to another user, typically root.',
    remedies: [
      'Do not mix `sudo npm` and `npm` in one job; give the cache and prefix to the user who runs npm.',
      'Use a prefix in the home directory, or setup-node, for global packages.',
    ],
    examples: {
      match: [
        { text: 'npm ERR! code EACCES' },
        {
          text: "npm error Error: EACCES: permission denied, mkdir '/usr/lib/node_modules/acme'",
          captures: { path: '/usr/lib/node_modules/acme' },
        },
      ],
      miss: ['npm warn checkPermissions Missing write access to /usr/lib/node_modules'],
    },
  },
  {
    id: 'npm/enoent-package-json',
    category: 'config',
    title: 'npm finds no package.json in {path}',
    needles: ['package.json'],
    pattern:
      /\bnpm (?:ERR!|error) (?:enoent |Could not read package\.json: Error: ).{0,80}no such file or directory, open '(?<path>[^']{1,300})package\.json'/,
    extent: { before: 4, while: /\bnpm (?:ERR!|error)/ },
    transient: 0.01,
    explanation:
      'npm was started in a directory without package.json: the checkout is missing, or the step runs in the wrong directory.',
    remedies: ['Set the working directory of the step, or check out the repository before it.'],
    examples: {
      match: [
        {
          text: "npm ERR! enoent ENOENT: no such file or directory, open '/srv/cart/package.json'",
          captures: { path: '/srv/cart/' },
        },
      ],
      miss: ["npm warn enoent ENOENT: no such file or directory, open '/srv/cart/package.json'"],
    },
  },
  {
    id: 'npm/network',
    category: 'network',
    title: 'npm could not reach the registry ({code})',
    needles: [
      'npm ERR! code E',
      'npm error code E',
      'npm ERR! errno E',
      'npm ERR! code CERT_',
      'npm error code CERT_',
      'npm ERR! code FETCH',
      'npm ERR! code UNABLE',
      'npm error code UNABLE',
      'npm ERR! code Z_BUF',
      'npm ERR! network',
      'npm error network',
    ],
    pattern:
      /\bnpm (?:ERR!|error) (?:(?:code|errno) (?<code>ECONNRESET|ECONNREFUSED|ECONNABORTED|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENETUNREACH|EHOSTUNREACH|EPROTO|EPIPE|ERR_SOCKET_TIMEOUT|ERR_SSL_\w{1,60}|ESOCKETTIMEDOUT|FETCH_ERROR|CERT_HAS_EXPIRED|UNABLE_TO_\w{1,60}|Z_BUF_ERROR|E5\d\d)\b|network (?:request to|Socket timeout|read ECONNRESET|aborted))/,
    extent: { while: /\bnpm (?:ERR!|error)/ },
    transient: 0.8,
    explanation: 'The connection to the registry failed or the registry had an error of its own; npm had already tried again.',
    remedies: [
      'Run the job again.',
      'If it recurs, cache ~/.npm, raise `fetch-retries` and `fetch-timeout` in .npmrc, or use a registry mirror.',
    ],
    examples: {
      match: [{ text: 'npm ERR! code ECONNRESET', captures: { code: 'ECONNRESET' } }, { text: 'npm error code E503' }],
      miss: ['npm http fetch GET 200 https://registry.npmjs.org/acme attempt #2', 'npm ERR! code E404'],
    },
  },
  {
    id: 'npm/rate-limit',
    category: 'rate_limit',
    title: 'npm: the registry limits the rate of requests (429)',
    needles: ['code E429', '429 Too Many Requests'],
    pattern: /\bnpm (?:ERR!|error) (?:code E429|429 Too Many Requests)/,
    extent: { while: /\bnpm (?:ERR!|error)/ },
    transient: 0.7,
    explanation: 'The registry refuses further requests from this address or token for a while.',
    remedies: [
      'Run again later; cache ~/.npm so that fewer packages are fetched.',
      'Use an authenticated token or a registry mirror.',
    ],
    examples: { match: [{ text: 'npm error code E429' }], miss: ['npm warn retry 429, trying again'] },
  },
  {
    id: 'npm/auth',
    category: 'auth',
    title: 'npm: the registry refuses the credentials ({code})',
    needles: ['code E401', 'code E403'],
    pattern: /\bnpm (?:ERR!|error) code (?<code>E401|E403)\b/,
    extent: { while: /\bnpm (?:ERR!|error)/ },
    transient: 0.05,
    explanation:
      'The token is missing, expired, or has no right to this package or scope. Pull requests from forks have no secrets at all.',
    remedies: [
      'Check that NODE_AUTH_TOKEN (or the token in .npmrc) is set in this job and still valid.',
      'Check that the token may read, or publish, this scope; publishing needs an automation token.',
    ],
    examples: {
      match: [{ text: 'npm ERR! code E401', captures: { code: 'E401' } }, { text: 'npm error code E403' }],
      miss: ['npm ERR! code E404'],
    },
  },
  {
    id: 'npm/manifest',
    category: 'config',
    title: 'npm cannot use package.json ({code})',
    needles: [
      'code EJSONPARSE',
      'code EOVERRIDE',
      'code EUNSUPPORTEDPROTOCOL',
      'code EINVALIDPACKAGENAME',
      'code EDUPLICATEWORKSPACE',
      'code ENOWORKSPACES',
      'code EINVALIDTAGNAME',
      'code EUSAGE',
    ],
    pattern:
      /\bnpm (?:ERR!|error) code (?<code>EJSONPARSE|EOVERRIDE|EUNSUPPORTEDPROTOCOL|EINVALIDPACKAGENAME|EDUPLICATEWORKSPACE|ENOWORKSPACES|EINVALIDTAGNAME)\b/,
    extent: { while: /\bnpm (?:ERR!|error)/ },
    transient: 0.01,
    explanation:
      'package.json is not valid JSON, or says something that this npm does not understand (`workspace:` is for yarn and pnpm).',
    remedies: [
      'Correct the place that the lines below name; merge conflict markers are a frequent cause.',
      'Use the package manager the project is written for.',
    ],
    examples: { match: [{ text: 'npm ERR! code EJSONPARSE', captures: { code: 'EJSONPARSE' } }], miss: ['npm ERR! code EUSAGE'] },
  },
]

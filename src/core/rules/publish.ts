import type { Rule } from '../model/rule.ts'

/** Publishing packages: npm, PyPI, Maven repositories, crates.io, RubyGems, NuGet, Hex, pub.dev, GitHub releases. */
export const rules: readonly Rule[] = [
  {
    id: 'publish/npm-version-exists',
    category: 'deploy',
    title: 'This version is on npm already',
    needles: ['cannot publish over', 'previously published', 'epublishconflict', 'cannot modify pre-existing'],
    pattern:
      /(?:cannot|can't) publish over (?:the |existing )?previously published version|You cannot publish over|EPUBLISHCONFLICT|Cannot publish over existing version|cannot modify pre-existing version/i,
    transient: 0.01,
    explanation: 'A registry never lets a published version be replaced.',
    remedies: ['Raise the version and publish again.', 'If a re-run published half of the packages, skip those that exist.'],
    examples: {
      match: [
        {
          text: 'npm ERR! 403 403 Forbidden - PUT https://registry.npmjs.org/cart - You cannot publish over the previously published versions: 1.2.3.',
        },
      ],
      miss: ['npm notice Publishing to https://registry.npmjs.org/'],
    },
  },
  {
    id: 'publish/npm-auth',
    category: 'auth',
    title: 'npm refuses to publish',
    needles: [
      'code eotp',
      'code e401',
      'code e402',
      'code e403',
      'code eneedauth',
      'e404',
      'one-time password',
      'put https://registry.npmjs.org',
      'you do not have permission to publish',
      'payment required',
      'access token expired',
      'access token expired or revoked',
      'not found - put',
      'need auth',
    ],
    pattern:
      /npm (?:ERR!|error) (?:code (?:EOTP|ENEEDAUTH|E402)|need auth|(?:40[1234] )?(?:40[1234] )?(?:Not Found|Forbidden|Unauthorized|Payment Required) - PUT (?<package>https?:\/\/\S{1,200})(?![^\n]{0,120}previously published))|Access token expired or revoked|This operation requires a one-time password|You do not have permission to publish "/i,
    extent: { before: 1, while: /^npm (?:ERR!|error)/ },
    transient: 0.03,
    explanation:
      'The token is missing, expired, may not publish this package, or the account demands a one-time password. npm answers 404 to a PUT without rights.',
    remedies: [
      'Use a granular automation token, or trusted publishing with `id-token: write`.',
      'For a first public scoped package add `--access public`.',
    ],
    examples: {
      match: [
        { text: 'npm error code EOTP' },
        { text: 'npm ERR! 404 Not Found - PUT https://registry.npmjs.org/@acme%2fcart - Not found' },
        { text: 'npm error code ENEEDAUTH' },
      ],
      miss: ['npm ERR! 404 Not Found - GET https://registry.npmjs.org/cart'],
    },
  },
  {
    id: 'publish/pypi-exists',
    category: 'deploy',
    title: 'This file is on PyPI already',
    needles: ['file already exists', 'filename has already been used', 'this filename has'],
    pattern: /\b(?:File already exists|This filename has already been used|filename or contents already exists)\b/i,
    extent: { before: 2, after: 1 },
    transient: 0.01,
    explanation: 'PyPI never takes a file name twice, even after it was deleted.',
    remedies: ['Raise the version.', 'Add `--skip-existing` when re-runs may have uploaded a part.'],
    examples: {
      match: [
        {
          text: "ERROR    HTTPError: 400 Bad Request from https://upload.pypi.org/legacy/\n         File already exists ('cart-1.2.3-py3-none-any.whl', with blake2_256 hash '11').",
        },
      ],
      miss: ['Skipping cart-1.2.3.tar.gz because it appears to already exist'],
    },
  },
  {
    id: 'publish/pypi-auth',
    category: 'auth',
    title: 'PyPI refuses the upload',
    needles: [
      'invalid or non-existent authentication',
      'trusted publishing exchange failure',
      'upload.pypi.org',
      'test.pypi.org',
      "isn't allowed to upload",
      'invalid-publisher',
      "user '",
    ],
    pattern:
      /Invalid or non-existent authentication information|[Tt]rusted publishing exchange failure|`?invalid-publisher`?|isn't allowed to upload to project|40[13] (?:Client Error|Forbidden|Unauthorized)[^\n]{0,80}(?:upload|test)\.pypi\.org/,
    extent: { after: 4 },
    transient: 0.03,
    explanation:
      'The token is wrong or for another project, or no trusted publisher of the project matches this workflow, repository and environment.',
    remedies: [
      'Compare the publisher on PyPI with the claims printed below (workflow file, environment).',
      'Renew the token, and use `__token__` as user name.',
    ],
    examples: {
      match: [
        { text: 'Trusted publishing exchange failure:' },
        { text: 'HTTPError: 403 Forbidden from https://upload.pypi.org/legacy/' },
        { text: 'ERROR    HTTPError: 403 Invalid or non-existent authentication information.' },
      ],
      miss: ['Uploading cart-1.2.3.tar.gz to https://upload.pypi.org/legacy/'],
    },
  },
  {
    id: 'publish/pypi-invalid',
    category: 'deploy',
    title: 'PyPI or twine refuses the package',
    needles: [
      'httperror: 400',
      'invaliddistribution',
      'the description failed to render',
      'long_description',
      'cannot find file (or expand pattern)',
      'has syntax errors in markup',
    ],
    pattern:
      /HTTPError: 400 (?:Bad Request|Client Error|The description|Invalid|'[^'\n]{1,80}' is)|InvalidDistribution: |Cannot find file \(or expand pattern\)|`long_description` has syntax errors in markup|Checking \S{1,200}: FAILED/,
    extent: { after: 3 },
    transient: 0.02,
    explanation: 'The metadata or the file is not acceptable, or there is no file in dist/.',
    remedies: ['Run `python -m build && twine check --strict dist/*` locally.'],
    examples: {
      match: [
        { text: "ERROR    InvalidDistribution: Cannot find file (or expand pattern): 'dist/*'" },
        { text: 'HTTPError: 400 Bad Request from https://upload.pypi.org/legacy/' },
      ],
      miss: ['Checking dist/cart-1.2.3.tar.gz: PASSED'],
    },
  },
  {
    id: 'publish/maven-deploy',
    category: 'deploy',
    title: 'Artifacts could not be deployed to the repository',
    needles: [
      'failed to deploy artifacts',
      'could not transfer artifact',
      'maven-deploy-plugin',
      'nexus-staging',
      'central-publishing',
      'failed to publish publication',
      'could not put',
      'rule failure while trying to close',
    ],
    pattern:
      /Failed to deploy artifacts(?:\/metadata)?|Failed to publish publication '(?<symbol>[^'\n]{1,80})'|Could not PUT '?(?:https?:\/\/)?(?<host>[\w.-]{3,120})|Rule failure while trying to close staging repository|Failed to execute goal org\.(?:apache\.maven\.plugins:maven-deploy-plugin|sonatype\.\w{1,40}[.:][\w-]{1,60})|Deployment [\w-]{1,60} failed\s*$/,
    extent: { after: 2 },
    transient: 0.2,
    explanation:
      'The upload was refused or broke off: 401/403 is the login, 400/409 a release that exists or may not be overwritten, 5xx the server; “close” rules want sources, javadoc and signatures.',
    remedies: [
      'Read the status in the message.',
      'For 401, renew the token in settings.xml; the server id must be that of distributionManagement.',
      'For 409/400, raise the version.',
    ],
    examples: {
      match: [
        {
          text: '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-deploy-plugin:3.1.1:deploy (default-deploy) on project cart: Failed to deploy artifacts: Could not transfer artifact',
        },
        { text: "> Failed to publish publication 'maven' to repository 'acme'" },
      ],
      miss: ['[INFO] --- maven-deploy-plugin:3.1.1:deploy (default-deploy) @ cart ---'],
    },
  },
  {
    id: 'publish/maven-signing',
    category: 'config',
    title: 'Artifacts could not be signed',
    needles: [
      'maven-gpg-plugin',
      'unable to retrieve secret key',
      'cannot perform signing task',
      'could not read pgp secret key',
      'no configured signatory',
    ],
    pattern:
      /Failed to execute goal org\.apache\.maven\.plugins:maven-gpg-plugin|Cannot perform signing task|no configured signatory|Could not read PGP secret key|unable to retrieve secret key/i,
    extent: { before: 1, after: 2 },
    transient: 0.03,
    explanation: 'The signing key or its passphrase is not in this job, or gpg cannot ask for it.',
    remedies: [
      'Import the key from a secret and pass the passphrase (`--pinentry-mode loopback`, useInMemoryPgpKeys).',
      'Skip signing for snapshots and forks.',
    ],
    examples: {
      match: [
        {
          text: '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-gpg-plugin:3.1.0:sign (sign-artifacts) on project cart: Exit code: 2',
        },
        { text: "> Cannot perform signing task ':signMavenPublication' because it has no configured signatory" },
      ],
      miss: ['[INFO] --- maven-gpg-plugin:3.1.0:sign @ cart ---'],
    },
  },
  {
    id: 'publish/exists-elsewhere',
    category: 'deploy',
    title: 'This version was published already',
    needles: [
      'is already uploaded',
      'already exists on crates.io',
      'repushing of gem versions',
      '409 (conflict',
      'status code does not indicate success: 409',
      'already been pushed',
      'already exists on',
      'inside_time',
      'version already exists',
      'has already been taken',
    ],
    pattern:
      /crate version `?[^`\n]{1,60}`? is already uploaded|crate [^\n]{1,80} already exists on (?:crates\.io|registry)|Repushing of gem versions is not allowed|Response status code does not indicate success: 409|409 \(Conflict - The feed already contains|Version [\w.+-]{1,40} of package [\w.-]{1,80} already exists|can only modify a release within one hour/i,
    transient: 0.01,
    explanation: 'crates.io, RubyGems, NuGet, Hex and pub.dev take a version only once.',
    remedies: ['Raise the version.', 'Skip versions that exist on a re-run (`--skip-duplicate` for NuGet).'],
    examples: {
      match: [
        { text: 'error: crate cart@1.2.3 already exists on crates.io index' },
        { text: 'Repushing of gem versions is not allowed.' },
        {
          text: "error: Response status code does not indicate success: 409 (Conflict - The feed already contains 'Cart 1.2.3'. (DevOps Activity ID: 11)).",
        },
      ],
      miss: ['Uploading cart v1.2.3'],
    },
  },
  {
    id: 'publish/auth-elsewhere',
    category: 'auth',
    title: 'The package registry refuses the publisher',
    needles: [
      'please login',
      'no upload token',
      'no token found',
      'api key',
      'apikey',
      'does not indicate success: 401',
      'does not indicate success: 403',
      'access denied. please sign up',
      'you do not have permission to push',
      'cargo login',
      'this api key',
      'not authenticated',
    ],
    pattern:
      /no (?:upload )?token found, please run `cargo login`|Response status code does not indicate success: 40[13]|The (?:specified API key|API key provided) is invalid|You do not have permission to push to this gem|HTTP Basic: Access denied\. Please sign up|Your rubygems\.org credentials aren't set|status 403 Forbidden\): (?:authentication failed|must be logged in|this crate)|You have enabled multi-?factor authentication/i,
    transient: 0.03,
    explanation: 'The key of the registry is missing, expired or belongs to somebody who does not own the package.',
    remedies: [
      'Renew the key under the name that the step reads, with the right to push this package.',
      'Use trusted publishing where the registry has it.',
    ],
    examples: {
      match: [
        { text: 'error: no token found, please run `cargo login`' },
        {
          text: 'error: Response status code does not indicate success: 403 (The specified API key is invalid, has expired, or does not have permission to access the specified package.).',
        },
      ],
      miss: ['Packaged 12 files'],
    },
  },
  {
    id: 'publish/cargo-dirty',
    category: 'config',
    title: 'cargo refuses to publish',
    needles: [
      'files in the working directory contain changes',
      'failed to verify package tarball',
      'all dependencies must have a version',
      'missing or empty metadata',
      'max upload size is',
    ],
    pattern:
      /files in the working directory contain changes that were not yet committed|failed to verify package tarball|all dependencies must have a version (?:specified )?when publishing|missing or empty metadata fields|max upload size is: /,
    extent: { after: 4 },
    transient: 0.02,
    explanation: 'The crate as packaged is not what the registry accepts, or the working tree has changes.',
    remedies: ['Run `cargo publish --dry-run` in a clean clone.'],
    examples: {
      match: [{ text: 'error: 2 files in the working directory contain changes that were not yet committed into git:' }],
      miss: ['Verifying cart v1.2.3'],
    },
  },
  {
    id: 'publish/github-release',
    category: 'deploy',
    title: 'A GitHub release or asset exists already',
    needles: [
      'already_exists',
      'a release with the same tag',
      'release.tag_name already exists',
      'asset under the same name',
      'http 422',
      'pre_receive',
      'tag_name',
    ],
    pattern:
      /\balready_exists\b|a release with the same tag name already exists|asset under the same name already exists|Validation Failed[^\n]{0,100}tag_name|tag_name was used by an immutable release/,
    extent: { before: 1, after: 2 },
    transient: 0.03,
    explanation: 'A release or file of that name was made by an earlier run.',
    remedies: ['Delete the old asset or release, allow replacing (`gh release upload --clobber`), or use a new tag.'],
    examples: {
      match: [
        {
          text: '⨯ release failed after 40s  error=scm releases: failed to publish artifacts: failed to upload cart.tar.gz: POST https://uploads.github.com/…: 422 Validation Failed [{Resource:ReleaseAsset Field:name Code:already_exists Message:}]',
        },
        { text: 'a release with the same tag name already exists: v1.2.3' },
      ],
      miss: ['release v1.2.3 created'],
    },
  },
  {
    id: 'publish/goreleaser',
    category: 'deploy',
    title: 'The release tool failed',
    needles: [
      'release failed after',
      'semantic-release',
      'an error occurred while running semantic-release',
      'enogithubtoken',
      'einvalidgithubtoken',
      'enonpmtoken',
      'einvalidnpmtoken',
      'egitnopermission',
      'emismatchgithuburl',
      'build failed after',
    ],
    pattern:
      /⨯ (?:release|build) failed after[^\n]{0,40}error=(?<message>[^\n]{3,200})|An error occurred while running semantic-release: |\b(?<code>ENOGITHUBTOKEN|EINVALIDGITHUBTOKEN|EINVALIDGHTOKEN|ENOGHTOKEN|ENONPMTOKEN|EINVALIDNPMTOKEN|EGITNOPERMISSION|EMISMATCHGITHUBURL)\b/,
    extent: { after: 3 },
    transient: 0.08,
    explanation: 'GoReleaser or semantic-release stopped: its token, the state of git, or a refused upload.',
    remedies: [
      'Read the message; codes with TOKEN or PERMISSION mean a missing or too weak secret.',
      'For “git is in a dirty state”, ignore or commit what the build writes.',
    ],
    examples: {
      match: [
        {
          text: '  ⨯ release failed after 12s                error=git is in a dirty state',
          captures: { message: 'git is in a dirty state' },
        },
        {
          text: '[semantic-release] › ✘  EGITNOPERMISSION Cannot push to the Git repository.',
          captures: { code: 'EGITNOPERMISSION' },
        },
      ],
      miss: ['• release succeeded after 2m0s'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Publishing to crates.io, RubyGems, NuGet, Hex and pub.dev. */
export const rules: readonly Rule[] = [
  {
    id: 'publish/version-exists',
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
    id: 'publish/refused',
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
    id: 'publish/cargo',
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
]

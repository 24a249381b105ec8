import type { Rule } from '../model/rule.ts'

/** The artifact and cache services of GitHub Actions. */
export const rules: readonly Rule[] = [
  {
    id: 'github-storage/artifact-missing',
    category: 'config',
    title: "The artifact '{file}' does not exist",
    needles: [
      'artifact not found for name',
      'unable to find any artifacts',
      'no artifacts found',
      'unable to download artifact',
      'no matching artifacts',
      'no artifact matches',
      'artifact has expired',
      'no matching workflow run',
    ],
    pattern:
      /(?:Artifact not found for name:|Unable to find an artifact with the name:) (?<file>[^\n]{1,150})|Unable to find any artifacts for the associated workflow|##\[error\][^\n]{0,60}(?:[Nn]o artifacts? (?:found|matches)|no matching workflow run found)|Artifact has expired/,
    transient: 0.06,
    explanation:
      'Nothing of that name was uploaded in this run: the job that makes it was skipped or failed, uses another name (matrix), or belongs to another run.',
    remedies: [
      'Let the job wait for the one that uploads (`needs:`), and compare the names.',
      'To read from another run, pass `run-id` and `github-token`.',
    ],
    examples: {
      match: [{ text: '##[error]Unable to download artifact(s): Artifact not found for name: dist', captures: { file: 'dist' } }],
      miss: ['Found 1 artifact(s)'],
    },
  },
  {
    id: 'github-storage/no-files',
    category: 'config',
    title: 'There is nothing to upload at {file}',
    needles: ['no files were found with the provided path'],
    pattern: /##\[error\]No files were found with the provided path: (?<file>[^\n]{1,150}?)\. No artifacts/,
    role: 'summary',
    transient: 0.05,
    explanation:
      'The path matches no file: the step that makes it did not run or writes elsewhere. Hidden files are left out unless asked for.',
    remedies: ['List the directory before the upload; correct the path.', 'Set `include-hidden-files: true` for dot files.'],
    examples: {
      match: [
        {
          text: '##[error]No files were found with the provided path: dist/. No artifacts will be uploaded.',
          captures: { file: 'dist/' },
        },
      ],
      miss: ['##[warning]No files were found with the provided path: dist/. No artifacts will be uploaded.'],
    },
  },
  {
    id: 'github-storage/artifact-conflict',
    category: 'config',
    title: 'An artifact of this name exists already',
    needles: ['an artifact with this name already exists', '409) conflict'],
    pattern: /\(409\) Conflict: an artifact with this name already exists/,
    transient: 0.03,
    explanation: 'Two jobs of the run (a matrix) upload under one name, which version 4 of the action does not allow.',
    remedies: ['Make the name unique: `name: dist-${{ matrix.os }}`, and merge on download; or `overwrite: true`.'],
    examples: {
      match: [
        {
          text: '##[error]Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run',
        },
      ],
      miss: ['Artifact dist has been successfully uploaded!'],
    },
  },
  {
    id: 'github-storage/quota',
    category: 'rate_limit',
    title: 'The artifact storage is full',
    needles: ['artifact storage quota has been hit', 'storage quota'],
    pattern: /Artifact storage quota has been hit/,
    transient: 0.1,
    explanation: 'The account has used its storage; GitHub counts anew every 6 to 12 hours.',
    remedies: ['Delete old artifacts and shorten `retention-days`.'],
    examples: {
      match: [
        { text: '##[error]Failed to CreateArtifact: Artifact storage quota has been hit. Unable to upload any new artifacts.' },
      ],
      miss: ['storage quota: 12 % used'],
    },
  },
  {
    id: 'github-storage/service',
    category: 'runner',
    title: 'The artifact or cache service failed',
    needles: [
      'failed to createartifact',
      'failed to finalizeartifact',
      'failed to listartifacts',
      'getcacheentry failed',
      'cache service responded with',
      'unable to make request',
      'failed to getsignedartifacturl',
      'artifact upload failed',
      'unable to download and extract artifact',
      'failed request: (5',
      'unexpected response. unable to upload chunk',
      'create artifact container failed',
      'chunk upload',
    ],
    pattern:
      /##\[error\][^\n]{0,80}(?:Failed to (?:Create|Finalize|List|Get)\w{0,12}Artifact\w{0,12}: (?!Received non-retryable error: Failed request: \(409|Artifact storage)|getCacheEntry failed|Cache service responded with (?:5|4[02]\d)|Unable to make request: |Artifact upload failed|Unable to download and extract artifact|Create Artifact Container failed|Chunk (?:upload|validation))/,
    transient: 0.75,
    explanation: 'GitHub’s storage for artifacts and caches did not answer as it should.',
    remedies: ['Re-run; look at githubstatus.com.'],
    examples: {
      match: [
        {
          text: '##[error]Failed to CreateArtifact: Failed to make request after 5 attempts: Request timeout: /twirp/github.actions.results.api.v1.ArtifactService/CreateArtifact',
        },
        { text: '##[error]Cache service responded with 503' },
      ],
      miss: ['##[warning]Failed to restore: Cache service responded with 422'],
    },
  },
  {
    id: 'github-storage/cache-miss',
    category: 'config',
    title: 'A cache that must exist was not found',
    needles: [
      'fail-on-cache-miss',
      'failed to restore cache entry',
      'cache folder path is retrieved',
      'specified paths were not resolved',
      'some specified paths',
      'path validation error',
      'dependencies lock file is not found',
      'no file in',
    ],
    pattern:
      /Failed to restore cache entry\. Exiting as fail-on-cache-miss is set|Cache folder path is retrieved for \w{1,20} but doesn't exist on disk|Some specified paths were not resolved, unable to cache dependencies|Dependencies lock file is not found in|##\[error\]No file in \S{1,250} matched to \[/,
    transient: 0.05,
    explanation:
      'A set-up action is told to cache and finds no lock file or cache directory, or a job relies on a cache that was evicted or never saved.',
    remedies: [
      'Check out the code before the set-up action, and set `cache-dependency-path` to where the lock file is.',
      'Switch `cache:` off if nothing is installed.',
    ],
    examples: {
      match: [
        {
          text: '##[error]Dependencies lock file is not found in /home/runner/work/cart/cart. Supported file patterns: package-lock.json,npm-shrinkwrap.json,yarn.lock',
        },
        { text: '##[error]Some specified paths were not resolved, unable to cache dependencies.' },
        { text: "##[error]Cache folder path is retrieved for pip but doesn't exist on disk: /home/runner/.cache/pip." },
      ],
      miss: ['Cache not found for input keys: npm-1111', '##[warning]Cache not found'],
    },
  },
]

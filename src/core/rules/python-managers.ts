import type { Rule } from '../model/rule.ts'

/** Poetry, uv, Pipenv, tox, nox, hatch. */
export const rules: readonly Rule[] = [
  {
    id: 'poetry/lock',
    category: 'dependency',
    title: 'the Python lock file does not match the project',
    needles: [
      'poetry.lock',
      'The lockfile at `uv.lock`',
      'Your Pipfile.lock',
      'Aborting deploy',
      'pdm.lock',
      'Lock file hash doesn',
    ],
    pattern:
      /pyproject\.toml changed significantly since poetry\.lock|poetry\.lock is not (?:consistent with|up to date with)|The lockfile at `uv\.lock` needs to be updated|Unable to find lockfile at `uv\.lock`|Your Pipfile\.lock \([^)\n]{1,100}\) is out of date|ERROR:: Aborting deploy|Lock file hash doesn't match/,
    extent: { before: 1, after: 1 },
    transient: 0.01,
    explanation: 'CI installs exactly the lock file, and pyproject.toml or Pipfile asks for something else.',
    remedies: ['Run `poetry lock` (`uv lock`, `pipenv lock`) with the version CI uses, and commit the lock file.'],
    examples: {
      match: [
        {
          text: 'pyproject.toml changed significantly since poetry.lock was last generated. Run `poetry lock` to fix the lock file.',
        },
        {
          text: 'error: The lockfile at `uv.lock` needs to be updated, but `--locked` was provided. To update the lockfile, run `uv lock`.',
        },
      ],
      miss: ['Installing dependencies from lock file'],
    },
  },
  {
    id: 'resolver/version-solving',
    category: 'dependency',
    title: 'no set of versions satisfies all dependencies',
    needles: [
      'version solving failed',
      'SolverProblemError',
      'No solution found when resolving',
      'Locking failed!',
      'ResolutionFailure',
      'was unable to find a compatible version',
      'Unable to find installation candidates for',
      'your requirements are unsatisfiable',
    ],
    pattern:
      /version solving failed|^\s*SolverProblemError|No solution found when resolving (?:dependencies|tool|script|`)|^(?:✘ )?Locking [Ff]ailed!|\[ResolutionFailure\]|Poetry was unable to find a compatible version|Unable to find installation candidates for (?<package>\S{1,100})|your requirements are unsatisfiable/,
    extent: { before: 2, while: /^\s+\S|^\s*(?:[╰├│×]|Because|And |So, |hint|\(\d+\))/ },
    transient: 0.03,
    explanation:
      'The resolver (Poetry, uv, Pipenv, pub, Hex, Bundler) proved that the constraints contradict each other, or that a version does not exist for this Python or SDK.',
    remedies: [
      'Read the chain of "because": loosen or align the constraint it ends at.',
      'Check that the declared Python or SDK range fits the dependencies.',
    ],
    examples: {
      match: [
        { text: "Because cart depends on acme (^9.0) which doesn't match any versions, version solving failed." },
        { text: '  × No solution found when resolving dependencies:' },
      ],
      miss: ['Resolving dependencies... (1.2s)'],
    },
  },
  {
    id: 'uv/failed',
    category: 'dependency',
    title: 'uv: {message}',
    needles: [
      '× Failed to build',
      'error: Failed to build',
      '× Failed to download',
      '╰─▶ Failed',
      'error: No interpreter found',
      'No interpreter found for',
      'error: Failed to spawn',
      'error: Failed to parse',
      'error: Failed to prepare distributions',
      'is not compatible with the project',
    ],
    pattern:
      /(?<message>(?:× |error: )Failed to (?:build|download|prepare|parse|inspect|spawn)[^\n]{0,200}|(?:error: )?No interpreter found (?:for|in)[^\n]{0,150}|The requested interpreter resolved to Python [^\n]{1,150})/,
    extent: { while: /^\s+\S|^\s*(?:[╰├│]|hint|Caused by)/ },
    transient: 0.08,
    explanation: 'uv could not build or fetch a package, or finds no fitting Python.',
    remedies: ['Read the cause below it; install what the build misses, or `uv python install` the version.'],
    examples: {
      match: [{ text: '  × Failed to build `acme-cart==1.0`' }, { text: 'error: Failed to spawn: `ruff`' }],
      miss: ['Resolved 12 packages in 3ms'],
    },
  },
  {
    id: 'tox/failed',
    category: 'unknown',
    role: 'symptom',
    title: 'tox or nox: {command} failed',
    needles: [
      'InvocationError for command',
      'commands failed',
      'FAIL code ',
      'nox > Session',
      'nox > Command',
      'evaluation failed :(',
    ],
    pattern:
      /InvocationError for command|^(?:ERROR: {2,3})?(?<command>[\w.-]{1,60}): (?:commands failed|FAIL code \d+|exit \d+ \(|parallel child exit code)|nox > (?:Session (?<session>\S{1,60}) failed|Command .{1,200} failed with exit code)|evaluation failed :\(/,
    transient: 0.1,
    explanation: 'tox or nox says which environment failed; the output of its command stands above.',
    remedies: ['Read the lines above.'],
    examples: {
      match: [
        { text: 'py311: FAIL code 1 (1.23=setup[0.12]+cmd[1.11] seconds)', captures: { command: 'py311' } },
        { text: 'ERROR: InvocationError for command /srv/cart/.tox/py311/bin/pytest (exited with code 1)' },
      ],
      miss: ['  py311: OK (1.23 seconds)'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Poetry and its siblings. */
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
]

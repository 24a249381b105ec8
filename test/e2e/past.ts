/** A workflow of two jobs that became slower after its 60th run, with a failure in each tenth. */
export function pastDocuments(): string {
  return Array.from({ length: 100 }, (_, i) => `${JSON.stringify(pastRun(i))}\n`).join('')
}

const START = Date.UTC(2026, 0, 5)
const HOUR = 3_600_000

export function pastRun(i: number, more: object = {}) {
  const startedMs = START + i * HOUR
  const at = (ms: number) => new Date(startedMs + ms).toISOString()
  const buildMs = (i < 60 ? 60_000 : 90_000) + ((i * 7919) % 11) * 300
  const failed = i % 10 === 5
  return {
    schema: 'sherpa.run/1',
    repository: 'acme/web',
    workflow: 'ci',
    run: i + 1,
    attempt: 1,
    event: 'push',
    branch: 'main',
    commit: `${i}`.padStart(40, 'c'),
    startedAt: at(0),
    jobs: [
      {
        name: 'build',
        conclusion: 'success',
        startedAt: at(0),
        completedAt: at(buildMs + 5000),
        queuedMs: 2000 + ((i * 31) % 7) * 100,
        steps: [
          { name: 'Set up job', conclusion: 'success', durationMs: 5000 },
          { name: 'Compile', conclusion: 'success', durationMs: buildMs },
        ],
      },
      {
        name: 'unit',
        conclusion: failed ? 'failure' : 'success',
        startedAt: at(0),
        completedAt: at(30_000),
        tests: [{ name: 'adds', outcome: failed ? 'failed' : 'passed', durationMs: 12 }],
        ...(failed && { log: 'Error: connect ECONNREFUSED 127.0.0.1:5432\n' }),
      },
    ],
    ...more,
  }
}

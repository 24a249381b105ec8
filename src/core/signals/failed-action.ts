import type { Finding, Signal } from '../causes/signal.ts'
import { dependencySuspect } from '../causes/suspects.ts'

/** The step that failed runs an action whose version was changed. */
export const signal: Signal = {
  id: 'failed-action',
  find: ({ failures, dependencies }) =>
    dependencies
      .filter(({ ecosystem }) => ecosystem === 'github-actions')
      .flatMap((change): Finding[] => {
        const failure = failures.find(({ step }) => step?.includes(change.name))
        return failure
          ? [
              {
                suspect: dependencySuspect(change),
                text: `the step that failed is ${failure.step}`,
                weight: 2.5,
                ...(failure.lines ? { at: { job: failure.job, line: failure.lines[0] } } : {}),
              },
            ]
          : []
      }),
}

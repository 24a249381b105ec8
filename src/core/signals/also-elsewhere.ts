import { failedAlike, knownFailure } from '../causes/past-runs.ts'
import type { Finding, Signal } from '../causes/signal.ts'
import { dependencySuspect, fileSuspect } from '../causes/suspects.ts'
import type { PastRun } from '../model/past.ts'

/** What a sighting is worth where the change under test cannot have played a part. */
const ON_BASE = 3
const ON_OTHERS = 1.5
/** And what it says against that change. */
const AGAINST = -2

/** The very same failure on the base branch, or on pull requests of others: not this change's fault. */
export const signal: Signal = {
  id: 'also-elsewhere',
  find(scene) {
    const known = knownFailure(scene)
    if (!known) return []
    const { base, branch, pullRequest, commit } = scene.file.run ?? {}
    const alike = known.runs.filter(
      run => run.fingerprint !== undefined && failedAlike(run, known.failure) && run.commit !== commit,
    )
    const onBase =
      base === undefined || base === branch ? [] : alike.filter(run => run.branch === base && run.pullRequest === undefined)
    const others = new Map(
      alike.flatMap(run =>
        run.pullRequest !== undefined && run.pullRequest !== pullRequest ? [[run.pullRequest, run] as const] : [],
      ),
    )
    const found: Finding[] = []
    if (onBase.length > 0) found.push(finding(`the same failure stands on ${base} (${times(onBase.length)})`, ON_BASE, onBase[0]))
    if (others.size > 0)
      found.push(
        finding(
          `the same failure hit pull request${others.size > 1 ? 's' : ''} ${[...others.keys()]
            .slice(0, 5)
            .map(one => `#${one}`)
            .join(', ')}`,
          ON_OTHERS * Math.min(2, Math.log2(1 + others.size)),
          [...others.values()][0],
        ),
      )
    if (found.length === 0) return []
    const text = 'the same failure happens without this change'
    return [
      ...found,
      ...scene.dependencies
        .filter(({ unpinned }) => !unpinned)
        .map(change => ({ suspect: dependencySuspect(change), text, weight: AGAINST })),
      ...(scene.file.run?.changes ?? []).map(({ file }) => ({ suspect: fileSuspect(file), text, weight: AGAINST })),
    ]
  },
}

const finding = (text: string, weight: number, run: PastRun | undefined): Finding => ({
  suspect: { kind: 'not_this_change', subject: 'elsewhere', title: 'the failure is not of this change' },
  text,
  weight,
  ...(run?.url ? { url: run.url } : {}),
})

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

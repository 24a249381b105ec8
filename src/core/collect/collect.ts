import { createNotebook } from '../gather/notebook.ts'
import type { ListedRun } from '../ports/ci.ts'
import { createAttempts } from './collect-attempts.ts'
import type { Collected, CollectOptions } from './collecting.ts'
import { createLister } from './list-runs.ts'
import type { Stretch } from './stretches.ts'
import { weeksBack } from './stretches.ts'

/**
 * Brings the past of a repository into the history, newest runs first. What the history has is not asked for again, so a collecting that was
 * killed goes on where it was. Throws a SherpaError where runs or jobs cannot be had; what was stored until then stays.
 */
export async function collect(options: CollectOptions): Promise<Collected> {
  const { sinceMs, nowMs, onProgress } = options
  const notebook = createNotebook()
  const lister = createLister(options, notebook)
  const counts = { runs: 0, attempts: 0, jobs: 0, logs: 0, failures: 0, changes: 0 }
  let oldestMs = nowMs
  const tell = (reachedMs: number) => {
    oldestMs = Math.min(oldestMs, reachedMs)
    onProgress?.({ counts: { ...counts }, done: share(nowMs - oldestMs, nowMs - sinceMs) })
  }
  const attempts = createAttempts(options, { notebook, counts, tell })

  for (const week of weeksBack(sinceMs, nowMs))
    for await (const page of lister.pages(week)) {
      counts.runs += page.runs.length
      const isWhole = await attempts.collect(page.runs)
      if (isWhole) await page.remember()
      tell(oldestOf(page.runs, week))
    }
  return { ...counts, notes: notebook.notes() }
}

const share = (part: number, whole: number) => (whole <= 0 ? 1 : Math.min(1, Math.max(0, part / whole)))

const oldestOf = (runs: readonly ListedRun[], { fromMs }: Stretch) => runs.at(-1)?.createdMs ?? fromMs

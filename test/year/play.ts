import { createHash } from 'node:crypto'
import type { LedgerEntry } from '../../src/core/model/ledger.ts'
import type { Limits } from '../../src/core/policy/limits.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { createCi, type SimulatedCi, type SimulatedRun } from './ci.ts'
import { createHealer } from './healer.ts'
import type { Commit } from './jobs.ts'
import { createTimeline, DAY, HOUR, MINUTE } from './timeline.ts'
import { createTruth, type Truth } from './truth.ts'

export interface Played {
  readonly ci: SimulatedCi
  readonly ledger: readonly LedgerEntry[]
}

export interface Game {
  readonly seed: number
  readonly days: number
  readonly folder: string
  readonly policy: Policy
  readonly limits: Limits
}

const DAWN = Date.parse('2026-01-05T00:00:00Z')
const PULL_REQUESTS_A_DAY = 8

/** People push, the CI runs it, and what is red is healed: day after day, with all that a real ledger, history and policy do. */
export async function play({ seed, days, folder, policy, limits }: Game): Promise<Played> {
  const timeline = createTimeline(DAWN)
  const truth = createTruth(seed, DAWN, days)
  const ci = createCi({ timeline, truth, onAttempt })
  const agrees = ({ remedy }: { readonly remedy: string }) => remedy === 'roll-back-deployment'
  const healer = await createHealer({ folder, timeline, ci: () => ci, policy, limits, agrees })

  async function onAttempt(run: SimulatedRun) {
    await healer.onAttempt(run)
    const isGreen = run.attempts.at(-1)?.document.conclusion === 'success'
    if (!isGreen || run.workflow !== 'ci') return
    if (run.pullRequest !== null && run.commit.breaks === null) merge(run.commit)
    if (run.pullRequest === null) release(run.commit)
  }

  const merge = (commit: Commit) =>
    ci.start({ workflow: 'ci', commit: { ...commit, sha: shaOf(`merge ${commit.sha}`) }, branch: 'main', pullRequest: null })

  function release(commit: Commit) {
    ci.deploy(commit)
    ci.start({ workflow: 'deploy', commit, branch: 'main', pullRequest: null })
  }

  for (let day = 0; day < days; day++)
    for (let nth = 0; nth < PULL_REQUESTS_A_DAY; nth++) {
      const pullRequest = day * PULL_REQUESTS_A_DAY + nth + 1
      const commit = commitOf(`${seed}-${pullRequest}`, truth)
      const ms = DAWN + day * DAY + (8 + 10 * truth.random()) * HOUR
      timeline.at(ms, () => void ci.start({ workflow: 'ci', commit, branch: `pr-${pullRequest}`, pullRequest }))
    }
  for (let ms = DAWN; ms < DAWN + days * DAY; ms += 10 * MINUTE) timeline.at(ms, () => healer.follow())
  await timeline.until(DAWN + days * DAY)
  const ledger = await healer.ledger()
  await healer.close()
  return { ci, ledger }
}

function commitOf(name: string, { random }: Truth): Commit {
  const breaks = random() < 0.1 ? (['lint', 'build', 'unit'] as const)[Math.floor(random() * 3)] : null
  return {
    sha: shaOf(name),
    breaks: breaks ?? null,
    isBadRelease: breaks === null && random() < 0.04,
  }
}

const shaOf = (name: string) => createHash('sha1').update(name).digest('hex')

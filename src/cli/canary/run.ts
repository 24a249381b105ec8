import { type CanaryResult, runCanary } from '../../core/canary/run-canary.ts'
import type { Verdict } from '../../core/canary/weigh.ts'
import type { CommitFacts, TrialEnd } from '../../core/model/trial.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Commits } from '../../core/ports/commits.ts'
import type { Redactor } from '../../core/redact/redact.ts'
import { connectPatches } from '../../integrations/connect.ts'
import type { Run } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import { printed } from '../history/printed.ts'
import { safeLine } from '../terminal/safe-text.ts'
import { plain, type Style, styleOf } from '../terminal/style.ts'
import type { CanaryOptions } from './options.ts'
import { calledCommit, withTrials } from './trials.ts'

export const runCanaryCommand: Run<CanaryOptions> = (options, environment) =>
  withTrials(options, environment, async ({ commits, way, redact, open }) => {
    const suspect = await findSuspect(options, { commits, way, directory: environment.directory })
    const parent = await (options.against === undefined ? findParent(suspect, commits) : commits.find(options.against))
    const result = await runCanary(await open(suspect), {
      ...options,
      jobs: options.jobs ?? (way === 'workflow' ? 2 : 1),
      suspect: suspect.commit,
      parent: parent.commit,
      onProgress: ({ pairs, failures }) =>
        environment.progress.show(
          `${pairs} pairs of runs: ${options.ref} failed ${failures.suspect}, its parent ${failures.parent} times`,
        ),
    })
    const answer = { suspect, parent, ...result }
    const picture = () => told(answer, styleOf(environment), redact)
    printed(options.json ? answer : picture(), { ...environment, redact })
    return endingOf(result)
  })

/** With a patch, a commit that no branch has. */
async function findSuspect(
  { ref, patch }: CanaryOptions,
  { commits, way, directory }: { readonly commits: Commits; readonly way: string; readonly directory: string },
): Promise<CommitFacts> {
  const named = await commits.find(ref)
  if (patch === undefined) return named
  if (way === 'workflow') throw notPushed(patch)
  const commitPatched = await connectPatches()
  return commits.find(await commitPatched(directory, named.commit, patch))
}

const notPushed = (patch: string) =>
  new SherpaError({
    code: 'bad-option',
    kind: 'usage',
    message: `a workflow cannot be given a patch, and ${patch} is none of the commits that GitHub has`,
    hint: 'push it as a branch, and name that with --against for what it builds on',
  })

const ENDINGS: Readonly<Record<Verdict, Ending>> = {
  regression: 'failure found',
  flaky: 'nothing failed',
  sound: 'nothing failed',
  inconclusive: 'inconclusive',
}

const INTERRUPTED = { commandExit: 130 }

const endingOf = ({ verdict, interrupted }: CanaryResult): Ending => (interrupted ? INTERRUPTED : ENDINGS[verdict])

interface Answer extends CanaryResult {
  readonly suspect: CommitFacts
  readonly parent: CommitFacts
}

/** The answer for a person, with the end of what the suspect printed where that tells something. */
function told(answer: Answer, style: Style, redact: Redactor): string {
  const { verdict, suspect, parent, pairs, failures, runs, timedOut, skipped, lastFailure } = answer
  const { paint } = style
  const safe = (text: string) => safeLine(text, redact)
  const lines = [
    `${LOOKS[verdict](paint)} ${paint.headline(sentence(answer))}`,
    '',
    `  ${paint.quiet('suspect')}  ${safe(calledCommit(suspect))}: ${failures.suspect} of ${pairs} runs failed`,
    `  ${paint.quiet('parent')}   ${safe(calledCommit(parent))}: ${failures.parent} of ${pairs} runs failed`,
    ...(timedOut > 0 ? [`  ${timedOut} of ${runs} runs took too long, which counts as failed`] : []),
    ...(skipped > 0 ? [`  ${skipped} pairs do not count: a run could not tell`] : []),
    ...(verdict === 'sound' ? [] : endOfOutput(lastFailure.suspect, safe).map(line => `  ${paint.quiet('|')} ${line}`)),
  ]
  return plain(`${lines.join('\n')}\n`, style)
}

async function findParent({ commit }: CommitFacts, commits: Commits): Promise<CommitFacts> {
  try {
    return await commits.find(`${commit}~1`)
  } catch (cause) {
    if (!(cause instanceof SherpaError && cause.code === 'commit-unknown')) throw cause
    const message = `git knows no parent of ${commit.slice(0, 12)} here`
    const hint = 'fetch more of the past, or say with --against what to compare with'
    throw new SherpaError({ code: 'commit-unknown', kind: 'usage', message, hint }, { cause })
  }
}

const LOOKS: Readonly<Record<Verdict, (paint: Style['paint']) => string>> = {
  regression: paint => paint.bad('✖'),
  flaky: paint => paint.doubtful('•'),
  sound: paint => paint.good('✔'),
  inconclusive: paint => paint.doubtful('•'),
}

function sentence({ verdict, isOver, pairs, skipped, failures, interrupted }: Answer): string {
  switch (verdict) {
    case 'regression':
      return 'regression: the suspect fails more often than its parent'
    case 'sound':
      return 'sound: neither failed'
    case 'flaky':
      return 'flaky: the suspect does not fail notably more often than its parent'
    case 'inconclusive':
      if (interrupted) return 'inconclusive: it was interrupted'
      if (pairs === 0 && skipped > 0) return 'inconclusive: no pair of runs could tell'
      if (isOver && failures.parent === pairs) return 'inconclusive: the parent fails every time itself'
      return 'inconclusive: more runs could tell'
  }
}

const LAST_LINES = 12

const endOfOutput = (end: TrialEnd | null, safe: (text: string) => string) =>
  end === null || end.tail.trim() === '' ? [] : end.tail.trimEnd().split('\n').slice(-LAST_LINES).map(safe)

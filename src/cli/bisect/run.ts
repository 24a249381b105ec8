import { type Bisected, runBisect, type TriedCommit } from '../../core/bisect/run-bisect.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Redactor } from '../../core/redact/redact.ts'
import { calledCommit, withTrials } from '../canary/trials.ts'
import type { Run } from '../command.ts'
import { printed } from '../history/printed.ts'
import { safeLine } from '../terminal/safe-text.ts'
import { plain, type Style, styleOf } from '../terminal/style.ts'
import type { BisectOptions } from './options.ts'

export const runBisectCommand: Run<BisectOptions> = (options, environment) =>
  withTrials(options, environment, async ({ commits, way, redact, open }) => {
    const [good, bad] = [await commits.find(options.good), await commits.find(options.bad)]
    const between = await commits.between(good.commit, bad.commit)
    if (between.length === 0) throw nothingBetween(options)
    const result = await runBisect(await open(bad), {
      ...options,
      good,
      commits: between,
      // What is cancelled says nothing about the commit.
      ...(way === 'workflow' && { mostSkips: 3 }),
      onProgress: ({ runs, best, chance }) =>
        environment.progress.show(`${runs} runs: ${best.commit.slice(0, 12)} with ${percent(chance)}`),
    })
    printed(options.json ? result : told(result, styleOf(environment), redact), { ...environment, redact })
    if (result.interrupted) return { commandExit: 130 }
    return result.verdict === 'found' ? 'nothing failed' : 'inconclusive'
  })

const nothingBetween = ({ good, bad }: BisectOptions) =>
  new SherpaError({
    code: 'commits-apart',
    kind: 'usage',
    message: `there is no commit between ${good} and ${bad}`,
    hint: 'name an older good commit',
  })

const percent = (share: number) => `${share > 0.995 && share < 1 ? '> 99' : Math.round(share * 100)} %`

const MOST_LISTED = 12
const BAR = 24

/** The answer, and the likeliest commits with bars. */
function told(result: Bisected, style: Style, redact: Redactor): string {
  const { paint } = style
  const safe = (text: string) => safeLine(text, redact)
  const listed = result.posterior
    .filter(({ probability, runs, skipped }) => probability >= 0.005 || runs > 0 || skipped)
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, MOST_LISTED)
  const shown = result.posterior.filter(one => listed.includes(one))
  const lines = [
    `${result.verdict === 'found' ? paint.good('✔') : paint.doubtful('•')} ${paint.headline(safe(sentence(result)))}`,
    '',
    ...shown.map(one => `  ${row(one, style, safe)}`),
    '',
    `  ${paint.quiet(`fails with ${percent(result.rates.before)} before, ${percent(result.rates.after)} from then on; ${result.runs} runs`)}`,
  ]
  return plain(`${lines.join('\n')}\n`, style)
}

function sentence({ verdict, firstBad, confidence, unchanged, interrupted }: Bisected): string {
  if (verdict === 'found') return `the first bad commit is ${calledCommit(firstBad)} (${percent(confidence)})`
  if (verdict === 'unchanged') return `the bad commit fails no more often than the good one (${percent(unchanged)})`
  return `${interrupted ? 'interrupted' : 'inconclusive'}: the likeliest is ${calledCommit(firstBad)} (${percent(confidence)})`
}

function row(
  { probability, runs, failures, skipped, ...facts }: TriedCommit,
  { paint, unicode }: Style,
  safe: (text: string) => string,
) {
  const bar = (unicode ? '█' : '#').repeat(Math.round(probability * BAR)).padEnd(BAR)
  const tried = skipped ? 'cannot tell' : `${failures}/${runs} failed`
  return [percent(probability).padStart(6), paint.bad(bar), paint.quiet(tried.padEnd(12)), safe(calledCommit(facts))].join('  ')
}

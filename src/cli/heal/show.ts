import type { Plan } from '../../core/model/plan.ts'
import type { Situation } from '../../core/plan/remedy.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import { diagnosisDocument } from '../../core/report/json.ts'
import { createPaint } from '../../core/report/paint.ts'
import type { Environment } from '../environment.ts'
import type { Printer } from '../output/print.ts'
import { safeLine } from '../terminal/safe-text.ts'

export interface Shown {
  readonly situation: Situation
  readonly plan: Plan
  readonly options: { readonly json: boolean }
}

export interface Showing {
  readonly print: Printer
  readonly environment: Environment
  /** The diagnosis is told in text, too. */
  readonly tellsWhy: boolean
}

/** Shows the diagnosis and the plan, redacted. */
export async function show({ situation, plan, options }: Shown, { print, environment, tellsWhy }: Showing): Promise<void> {
  const { out } = environment
  if (!options.json && tellsWhy) await print.diagnosis(situation.diagnosis, situation.file)
  const shown = await print.redacted({ diagnosis: situation.diagnosis, plan })
  if (options.json) {
    out.write(`${escapeRisky(JSON.stringify({ diagnosis: diagnosisDocument(shown.diagnosis), plan: shown.plan }))}\n`)
    return
  }
  if (tellsWhy) out.write('\n')
  out.write(renderPlan(shown.plan, { color: out.colour, safe: text => safeLine(text, print.hide) }))
}

interface Style {
  readonly color: boolean
  /** Makes one line of text fit to be shown. */
  safe(text: string): string
}

const SIGNS = { allow: ['good', '✔'], ask: ['doubtful', '?'], deny: ['quiet', '✖'] } as const
const WORDS = { allow: 'may be done', ask: 'needs a yes', deny: 'will not be done' } as const

/** The plan for a person: each action with its verdict and why; where nothing is to be done, why. Ends in a line feed. */
export function renderPlan({ id, actions, nothing }: Plan, { color, safe }: Style): string {
  const paint = createPaint({ color })
  const lines = actions.flatMap(({ title, because, verdict, reasons, costMinutes, notBefore, risk, reversible }) => {
    const [tone, sign] = SIGNS[verdict]
    const when = notBefore === null ? '' : `, not before ${notBefore.slice(0, 16).replace('T', ' ')} UTC`
    return [
      `  ${paint[tone](`${sign} ${safe(title)}`)} — ${WORDS[verdict]}${when}`,
      ...(because ? [`      ${safe(because)}`] : []),
      ...reasons.map(({ text }) => `      ${safe(text)}`),
      `      ${paint.quiet(`${Math.round(costMinutes)} min, risk ${risk}, ${reversible ? 'can be undone' : 'cannot be undone'}`)}`,
    ]
  })
  const none = nothing ? [`  Nothing is done: ${safe(nothing.text)} ${paint.quiet(`(${nothing.code})`)}`] : []
  return `${[`${paint.title('Plan')} ${paint.quiet(id)}`, ...lines, ...none].join('\n')}\n`
}

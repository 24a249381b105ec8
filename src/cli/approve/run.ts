import { approve } from '../../core/heal/approval.ts'
import type { Plan, Reason } from '../../core/model/plan.ts'
import type { Situation } from '../../core/plan/remedy.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import type { Run } from '../command.ts'
import { type Configuration, loadConfiguration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import { executionOf, termsOf } from '../heal/act.ts'
import { type Memory, openMemory } from '../heal/memory.ts'
import { planFor } from '../heal/plan-for.ts'
import { renderPlan } from '../heal/show.ts'
import { situationFor } from '../heal/situation-for.ts'
import { whoApproves } from '../heal/who-approves.ts'
import { repositoryOf } from '../heal/world.ts'
import { createPrinter } from '../output/print.ts'
import { safeLine } from '../terminal/safe-text.ts'
import type { ApproveOptions } from './options.ts'

/** Makes the plan again, and puts on record who approves what it asks about; nothing else is done. */
export const runApprove: Run<ApproveOptions> = async (options, environment) => {
  const configuration = await loadConfiguration(options.config, environment)
  const print = await createPrinter({ json: options.json }, configuration, environment)
  const memory = await openMemory({ ...options, dryRun: false }, configuration, environment)
  const { policy: limits } = configuration.config
  try {
    const situation = await situationFor({ options: { ...options, dryRun: false } }, { configuration, environment, memory })
    const plan = await planFor(situation, { configuration, memory, environment, limits, only: options.only })
    const approval = await approvePlan({ situation, plan, asked: options.plan }, { configuration, environment, memory })
    environment.progress.clear()
    const shown = await print.redacted({ plan, approval })
    const safe = (text: string) => safeLine(text, print.hide)
    environment.out.write(
      options.json
        ? `${escapeRisky(JSON.stringify(shown))}\n`
        : `${renderPlan(shown.plan, { color: environment.out.colour, safe })}${safe(inWords(shown.approval))}\n`,
    )
    return approval.refused ? 'failure found' : 'nothing failed'
  } finally {
    await memory.close()
  }
}

type Approval =
  | { readonly by: string; readonly action: string; readonly title: string; readonly until: string; readonly refused: null }
  | { readonly refused: Reason }

interface Asked {
  readonly situation: Situation
  readonly plan: Plan
  /** The id of the plan that was shown. */
  readonly asked: string
}

interface Tools {
  readonly configuration: Configuration
  readonly environment: Environment
  readonly memory: Memory
}

async function approvePlan({ situation, plan, asked }: Asked, { configuration, environment, memory }: Tools): Promise<Approval> {
  const { policy: limits } = configuration.config
  if (plan.id !== asked) return { refused: { code: 'plan-changed', text: 'The plan is another one by now: look at it again.' } }
  const action = plan.actions.find(({ verdict }) => verdict === 'ask')
  if (!action || !memory.ledger)
    return { refused: plan.nothing ?? { code: 'no-remedy', text: 'Nothing in this plan needs an approval.' } }
  const repository = repositoryOf(situation.file)
  const { by, refused } = await whoApproves(repository, limits.approvers, environment)
  if (refused) return { refused }
  const terms = termsOf(limits, repository, environment)
  await approve(executionOf(situation, action, plan.id, by), { ledger: memory.ledger, terms })
  const until = new Date(terms.nowMs() + terms.validMs).toISOString()
  return { by, action: action.id, title: action.title, until, refused: null }
}

const inWords = (approval: Approval): string =>
  approval.refused
    ? `✖ not approved: ${approval.refused.text}`
    : `✔ ${approval.by} approves: ${approval.title}; until ${approval.until}, sherpa heal --yes does it, once`

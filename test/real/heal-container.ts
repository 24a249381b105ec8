import { setTimeout as wait } from 'node:timers/promises'
import { thingOfContainer } from '../../src/core/containers/container-effect.ts'
import { previousImage } from '../../src/core/containers/previous-image.ts'
import { type ApprovalTerms, accountName, approve } from '../../src/core/heal/approval.ts'
import { type Executed, execute } from '../../src/core/heal/execute.ts'
import { type Execution, entryOf, NOBODY_ASKED } from '../../src/core/heal/execution.ts'
import { verify } from '../../src/core/heal/verify.ts'
import { createKnowledge } from '../../src/core/log/read.ts'
import type { ContainerCase } from '../../src/core/model/container.ts'
import type { Action } from '../../src/core/model/plan.ts'
import { makePlan, touched } from '../../src/core/plan/make-plan.ts'
import type { Verified } from '../../src/core/plan/remedy.ts'
import { situationOf } from '../../src/core/plan/situation.ts'
import { DEFAULT_LIMITS } from '../../src/core/policy/limits.ts'
import { objection } from '../../src/core/policy/objection.ts'
import type { Containers } from '../../src/core/ports/containers.ts'
import type { Ledger } from '../../src/core/ports/ledger.ts'
import { remedies } from '../../src/core/remedies/index.ts'
import { digest } from '../../src/integrations/connect-store.ts'

/** Who heals: an engine, what is remembered, and a clock. */
export interface Healer {
  readonly containers: Containers
  readonly ledger: Ledger
  now(): number
}

export interface Asked {
  readonly name: string
  readonly remedy: NonNullable<ContainerCase['asked']>
  readonly to?: string
}

const LIMITS = { ...DEFAULT_LIMITS, budgets: { ...DEFAULT_LIMITS.budgets, coolDownMinutes: 0 } }

/** Plans one remedy for one container under a policy that allows everything. */
export async function planFor({ name, remedy: asked, to = undefined }: Asked, healer: Healer): Promise<Planned> {
  const { containers, ledger, now } = healer
  const container = (await containers.inspect(name)).value
  if (!container) throw new Error(`there is no container ${name}`)
  const engine = (await containers.engine()).value ?? ''
  const thing = thingOfContainer(engine, name)
  const entries = await ledger.entries({ sinceMs: 0 })
  const previous = (await previousImage(container, { containers, entries, thing, to: to ?? null })).value ?? null
  const situation = {
    ...situationOf(
      {
        schema: 'sherpa.case/1',
        source: { kind: 'command', name },
        run: null,
        jobs: [],
        logs: [],
        reports: [],
        notes: [],
      },
      createKnowledge({ rules: [], frameworks: [] }),
      now(),
    ),
    containers: [{ engine, container, previous, present: [], asked }],
  }
  const allowed = { verdict: 'allow', reasons: [{ code: 'rule', text: 'A rule allows it.' }] } as const
  const plan = await makePlan(
    situation,
    { decide: async facts => facts.map(() => allowed), guard: () => ({ verdict: 'allow', reasons: [] }), digest },
    asked,
  )
  const action = plan.actions[0]
  const remedy = remedies.find(({ id }) => id === asked)
  if (!action || !remedy) throw new Error('nothing is proposed')
  const target = touched(situation, remedy, { params: action.params, job: null })
  const by = action.verdict === 'allow' ? NOBODY_ASKED : accountName('ann')
  return {
    action,
    execution: { action, remedy, plan: plan.id, by, subject: { action: action.id, target, params: action.params } },
  }
}

export interface Planned {
  readonly action: Action
  readonly execution: Execution
}

export async function carryOut({ execution }: Planned, { containers, ledger, now }: Healer): Promise<Executed> {
  const terms: ApprovalTerms = { validMs: 60_000, approvers: [], whose: 'account', nowMs: now }
  if (execution.action.verdict === 'ask') await approve(execution, { ledger, terms })
  return execute(execution, {
    ledger,
    world: { containers },
    limit: (entries, { action, subject }) =>
      objection(entries, { remedy: action.remedy, target: subject.target, costMinutes: 0 }, LIMITS, now()),
    approvals: terms,
    now,
  })
}

export async function follow(
  { execution }: Planned,
  { effect }: Executed,
  { containers, ledger, now }: Healer,
): Promise<Verified> {
  if (!effect) throw new Error('there is no effect to follow')
  const { remedy, subject } = execution
  return verify(
    { remedy, subject, effect, line: entryOf(execution, now(), { event: 'done', effect }) },
    { ledger, world: { containers }, now, rest: () => wait(100), untilMs: now() + 20_000, onProgress: () => {} },
  )
}

/** Plan, act and verify in one. */
export async function heal(asked: Asked, healer: Healer): Promise<Executed & Partial<Verified>> {
  const planned = await planFor(asked, healer)
  const done = await carryOut(planned, healer)
  return done.event === 'done' ? { ...done, ...(await follow(planned, done, healer)) } : done
}

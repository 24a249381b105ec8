import type { Kysely } from 'kysely'
import type { ActionRecord, FeedbackRecord, OutcomeRecord, PlanRecord, Window } from '../../core/model/history.ts'
import type { Engine } from './engine.ts'
import type { Tables } from './tables.ts'

/** What was decided, done and said. Whatever is written a second time stays as it was. */

type Stretch = Pick<Window, 'repository' | 'sinceMs' | 'untilMs'>

export const recordPlan = (engine: Engine, { actions, plannedMs, ...plan }: PlanRecord): Promise<void> =>
  engine.write(async ({ insert }) => {
    const { id, repository, run, attempt } = plan
    await insert('plan', [{ id, repository, run, attempt, planned_ms: plannedMs }], 'skip')
    const rows = actions.map((action, position) => ({
      id: action.id,
      plan_id: id,
      position,
      remedy: action.remedy,
      params: JSON.stringify(action.params),
      verdict: action.verdict,
      reasons: JSON.stringify(action.reasons),
    }))
    await insert('action', rows, 'skip')
  })

export const recordOutcome = (engine: Engine, outcome: OutcomeRecord): Promise<void> =>
  engine.write(({ insert }) => {
    const { action, atMs, status, detail, verified, undo } = outcome
    const row = { action_id: action, at_ms: atMs, status, detail, verified: verified ? 1 : 0, undo: undo ?? null }
    return insert('outcome', [row], 'skip')
  })

export const recordFeedback = (engine: Engine, feedback: FeedbackRecord): Promise<void> =>
  engine.write(({ insert }) => {
    const { id, repository, run, attempt, job, atMs, about, says, by } = feedback
    return insert(
      'feedback',
      [{ id, repository, run, attempt, job: job ?? null, at_ms: atMs, about, says, by: by ?? null }],
      'skip',
    )
  })

export async function readPlans(db: Kysely<Tables>, { repository, sinceMs, untilMs }: Stretch): Promise<readonly PlanRecord[]> {
  const plans = await db
    .selectFrom('plan')
    .selectAll()
    .where('planned_ms', '>=', sinceMs)
    .where('planned_ms', '<', untilMs)
    .$if(repository !== undefined, query => query.where('repository', '=', repository ?? ''))
    .orderBy('planned_ms')
    .orderBy('id')
    .execute()
  const actions = await db
    .selectFrom('action')
    .innerJoin('plan', 'plan.id', 'action.plan_id')
    .selectAll('action')
    .where('plan.planned_ms', '>=', sinceMs)
    .where('plan.planned_ms', '<', untilMs)
    .orderBy('action.position')
    .execute()
  const byPlan = Map.groupBy(actions, action => action.plan_id)
  return plans.map(({ planned_ms, ...plan }) => ({
    ...plan,
    plannedMs: planned_ms,
    actions: (byPlan.get(plan.id) ?? []).map(({ id, remedy, params, verdict, reasons }) => ({
      id,
      remedy,
      params: JSON.parse(params),
      verdict: verdict as ActionRecord['verdict'],
      reasons: JSON.parse(reasons),
    })),
  }))
}

export async function readOutcomes(
  db: Kysely<Tables>,
  { repository, sinceMs, untilMs }: Stretch,
): Promise<readonly OutcomeRecord[]> {
  const rows = await db
    .selectFrom('outcome')
    .innerJoin('action', 'action.id', 'outcome.action_id')
    .innerJoin('plan', 'plan.id', 'action.plan_id')
    .selectAll('outcome')
    .where('outcome.at_ms', '>=', sinceMs)
    .where('outcome.at_ms', '<', untilMs)
    .$if(repository !== undefined, query => query.where('plan.repository', '=', repository ?? ''))
    .orderBy('outcome.at_ms')
    .orderBy('outcome.action_id')
    .execute()
  return rows.map(({ action_id, at_ms, status, detail, verified, undo }) => ({
    action: action_id,
    atMs: at_ms,
    status,
    detail,
    verified: verified === 1,
    ...(undo !== null && { undo }),
  }))
}

export async function readFeedback(
  db: Kysely<Tables>,
  { repository, sinceMs, untilMs }: Stretch,
): Promise<readonly FeedbackRecord[]> {
  const rows = await db
    .selectFrom('feedback')
    .selectAll()
    .where('at_ms', '>=', sinceMs)
    .where('at_ms', '<', untilMs)
    .$if(repository !== undefined, query => query.where('repository', '=', repository ?? ''))
    .orderBy('at_ms')
    .orderBy('id')
    .execute()
  return rows.map(({ at_ms, job, by, ...row }) => ({
    ...row,
    atMs: at_ms,
    ...(job !== null && { job }),
    ...(by !== null && { by }),
  }))
}

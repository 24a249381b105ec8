import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REMEDY_IDS, VERDICTS } from '../model/plan.ts'
import type { Decision } from '../policy/strictest.ts'
import { makePlan } from './make-plan.ts'
import type { Proposal, Remedy, Situation } from './remedy.ts'

const situation = {
  diagnosis: { category: 'network', confidence: 0.9, transient: 0.9, failures: [], highlights: [], tests: [] },
  file: { jobs: [], run: { repository: 'acme/web', run: 4711, attempt: 1 } },
  redJobs: [],
  leftRed: [],
  nowMs: 0,
} as unknown as Situation

const allow: Decision = { verdict: 'allow', reasons: [{ code: 'worth-it', text: 'It is worth it.' }] }
const proposal = (params: Proposal['params'], judged = allow): Proposal => ({
  params,
  judged,
  because: 'unit: Connection reset',
  costMinutes: 3,
  notBeforeMs: 0,
  job: null,
})

const never = () => Promise.reject(new Error('not asked for'))
const remedy = (id: Remedy['id'], proposals: readonly Proposal[]): Remedy => ({
  id,
  title: () => id,
  params: { job: { kind: 'text', longest: 20, optional: true } },
  risk: 'low',
  reversible: false,
  propose: () => proposals,
  thing: () => 'run:4711',
  find: never,
  act: never,
  verify: never,
})

const planOf = (
  known: readonly Remedy[],
  decisions: readonly Decision[] = [],
  guarded: Decision = { verdict: 'allow', reasons: [] },
) =>
  makePlan(
    situation,
    { decide: async facts => facts.map((_, i) => decisions[i] ?? allow), guard: () => guarded, digest: text => `${text.length}` },
    undefined,
    known,
  )

test('one bad parameter leaves nothing of a plan, and nobody is asked about the rest', async () => {
  const known = [remedy('rerun-run', [proposal({ job: 'unit' })]), remedy('cancel-run', [proposal({ job: 'x'.repeat(21) })])]
  expect(await planOf(known.slice(0, 1))).toMatchObject({ actions: [{ remedy: 'rerun-run', verdict: 'allow' }], nothing: null })
  expect(await planOf(known)).toMatchObject({
    actions: [],
    nothing: {
      code: 'bad-parameters',
      text: 'The plan was refused: cancel-run was given something else for "job" than it takes.',
    },
  })
})

test('a policy that does not answer about an action denies it', async () => {
  const known = [remedy('rerun-run', [proposal({})])]
  const plan = await makePlan(situation, { decide: async () => [], guard: () => allow, digest: () => 'x' }, undefined, known)
  expect(plan.actions).toMatchObject([{ verdict: 'deny', reasons: [{ code: 'policy-undefined' }] }])
})

test('every action carries a reason, and no more is allowed than each of remedy, policy and circumstances does', async () => {
  const decision = fc
    .constantFrom(...VERDICTS)
    .map((verdict): Decision => ({ verdict, reasons: [{ code: 'rule', text: `It says ${verdict}.` }] }))
  const asked = fc.record({ id: fc.constantFrom(...REMEDY_IDS), judged: decision, policy: decision })
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { maxLength: 5 }), decision, async (asked, guarded) => {
      const known = asked.map(({ id, judged }) => remedy(id, [proposal({}, judged)]))
      const { actions, nothing } = await planOf(
        known,
        asked.map(({ policy }) => policy),
        guarded,
      )
      for (const [i, { verdict, reasons }] of actions.entries()) {
        expect(reasons.length).toBeGreaterThan(0)
        for (const each of [asked[i]?.judged, asked[i]?.policy, guarded])
          expect(VERDICTS.indexOf(verdict)).toBeLessThanOrEqual(VERDICTS.indexOf(each?.verdict ?? 'deny'))
      }
      expect(nothing === null).toBe(actions.some(({ verdict }) => verdict !== 'deny'))
    }),
  )
})

import { DISPATCH_PARAMS, dispatchParams, ownDispatch } from '../dispatch/dispatch-params.ts'
import { findAgain, startAgain, verifyAgain } from '../dispatch/same-commit.ts'
import type { Remedy, Situation } from '../plan/remedy.ts'
import { strictest } from '../policy/strictest.ts'
import type { RedJob } from '../rerun/red-jobs.ts'
import { minutesOf } from '../rerun/red-jobs.ts'
import { thingOfRun } from '../rerun/rerun-effect.ts'
import { safeToDispatch } from '../rerun/safe-to-rerun.ts'

/** Of a cause, from where on it is believed. */
const LIKELY = 0.5

/**
 * Starts the workflow once more on another runner, where the machine is to blame: a full disk, too little memory, a runner that was lost, an
 * image that broke something. Only with a label that sherpa.yml allows, and only when a person says so. The failed run stays red.
 */
export const remedy: Remedy = {
  id: 'change-runner',
  title: ({ workflow, branch, label }) => `start ${workflow} on ${branch} with the runner ${label}`,
  params: { ...DISPATCH_PARAMS, label: { kind: 'text', longest: 100 } },
  risk: 'medium',
  reversible: false,
  leavesRunRed: true,
  propose(situation) {
    const { redJobs, leftRed, file, nowMs } = situation
    const [workflow, config] = ownDispatch(situation) ?? []
    if (!workflow || !config?.runner) return []
    const blamed = redJobs.filter(job => isOfMachine(job, situation))
    if (blamed.length === 0) return []
    const label = config.runner.labels.find(label => file.jobs.every(({ runner }) => runner?.image !== label))
    const params = label && dispatchParams(workflow, config, situation, { [config.runner.input]: label })
    if (!label || !params) return []
    const lasting = [...redJobs.filter(job => !blamed.includes(job)).map(({ name }) => name), ...leftRed]
    return [
      {
        params: { ...params, label },
        judged: strictest([NEEDS_PERSON, safeToDispatch(situation), ...(lasting.length > 0 ? [mixed(lasting)] : [])]),
        because: blamed.map(({ name, title }) => `${name}: ${title}`).join('; '),
        costMinutes: file.jobs.reduce((sum, job) => sum + minutesOf(job), 0),
        notBeforeMs: nowMs,
        job: null,
      },
    ]
  },
  thing: thingOfRun,
  find: findAgain,
  act: startAgain,
  verify: verifyAgain,
}

function isOfMachine({ name, category }: RedJob, { diagnosis }: Situation): boolean {
  if (category === 'runner' || category === 'resource') return true
  const image = diagnosis.causes.find(({ kind, confidence }) => kind === 'runner_image' && confidence >= LIKELY)
  return image !== undefined && diagnosis.failures[0]?.job === name
}

const NEEDS_PERSON = {
  verdict: 'ask',
  reasons: [{ code: 'needs-approval', text: 'Other machines cost otherwise: a person decides.' }],
} as const

const mixed = (lasting: readonly string[]) =>
  ({
    verdict: 'ask',
    reasons: [{ code: 'mixed-failures', text: `Another machine does not mend ${lasting.slice(0, 3).join(', ')}.` }],
  }) as const

import { createKnowledge } from '../../core/log/read.ts'
import type { CaseFile } from '../../core/model/case-file.ts'
import { makePlan } from '../../core/plan/make-plan.ts'
import { situationOf } from '../../core/plan/situation.ts'
import { decisionOf, modeOfPreset } from '../../core/policy/presets.ts'
import { escapeRisky } from '../../core/report/inert-json.ts'
import { diagnosisDocument } from '../../core/report/json.ts'
import { frameworks } from '../../core/tests/index.ts'
import { digest } from '../../integrations/digest.ts'
import type { Run } from '../command.ts'
import { loadConfiguration } from '../configuration.ts'
import { gather } from '../diagnose/gather.ts'
import { withPast } from '../diagnose/with-past.ts'
import { createPrinter } from '../output/print.ts'
import { namedPlace } from '../store/named-place.ts'
import type { HealOptions } from './options.ts'

export const runHeal: Run<HealOptions> = async (options, environment) => {
  const configuration = await loadConfiguration(options.config, environment)
  const knowledge = createKnowledge({ rules: configuration.rules, frameworks })
  const print = await createPrinter({ json: options.json }, configuration, environment)
  const gathered = await gather(options.input, {
    options: { ...options, inputs: [options.input], junit: [] },
    configuration,
    knowledge,
    environment,
  })
  const place = namedPlace(options.store, configuration, environment)
  const file: CaseFile = place === undefined ? gathered : await withPast(gathered, place, configuration, environment)
  const nowMs = (options.now ?? environment.now()).getTime()
  const situation = situationOf(file, knowledge, nowMs)
  const { preset } = configuration.config.policy
  const plan = await makePlan(situation, {
    decide: async facts =>
      facts.map(one => decisionOf(modeOfPreset[preset](one), { code: 'preset', text: `The preset ${preset} says so.` })),
    guard: () => ({ verdict: 'allow', reasons: [] }),
    digest,
  })
  const shown = await print.redacted({ diagnosis: situation.diagnosis, plan })
  environment.progress.clear()
  environment.out.write(`${escapeRisky(JSON.stringify({ diagnosis: diagnosisDocument(shown.diagnosis), plan: shown.plan }))}\n`)
  return situation.diagnosis.failures.length === 0 ? 'nothing failed' : 'failure found'
}

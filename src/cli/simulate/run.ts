import { DEFAULT_LIMITS } from '../../core/policy/limits.ts'
import { decisionOf, modeOfPreset } from '../../core/policy/presets.ts'
import { simulate, type TriedPolicy } from '../../core/simulate/simulate.ts'
import { digest } from '../../integrations/connect-store.ts'
import type { Run } from '../command.ts'
import { type Configuration, loadConfiguration } from '../configuration.ts'
import { printed } from '../history/printed.ts'
import { windowOf } from '../history/window.ts'
import { withHistory } from '../store/open.ts'
import { styleOf } from '../terminal/style.ts'
import type { SimulateOptions } from './options.ts'
import { picture } from './picture.ts'

export const runSimulate: Run<SimulateOptions> = async (options, environment) => {
  const asked = options.policy === undefined ? undefined : await loadConfiguration(options.policy, environment)
  return withHistory(options, environment, async ({ store, configuration: today, redact }) => {
    const tried = asked ?? today
    const window = windowOf(options, environment)
    const simulation = await simulate(store, {
      window,
      policy: policyOf(tried),
      today: policyOf(today),
      digest,
      rules: today.rules,
      onProgress: atMs => environment.progress.show(`replaying ${new Date(atMs).toISOString().slice(0, 10)}`),
    })
    const answer = { policy: nameOf(tried), ...simulation }
    printed(options.json ? answer : picture(answer, styleOf(environment)), { ...environment, redact })
    return 'nothing failed'
  })
}

/** The file that says it, and its preset. */
const nameOf = ({ file, config }: Configuration) =>
  file ? `${file.name} (preset ${config.policy.preset})` : `preset ${config.policy.preset}`

function policyOf({ config }: Configuration): TriedPolicy {
  const { preset } = config.policy
  const because = { code: 'preset', text: `The preset ${preset} says so.` } as const
  return { limits: DEFAULT_LIMITS, decide: async facts => facts.map(one => decisionOf(modeOfPreset[preset](one), because)) }
}

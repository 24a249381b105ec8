import type { Redactor } from '../../core/redact/redact.ts'
import { simulate, type TriedPolicy } from '../../core/simulate/simulate.ts'
import { connectPolicy } from '../../integrations/connect-policy.ts'
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
      policy: await policyOf(tried, redact, environment.directory),
      today: await policyOf(today, redact, environment.directory),
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

async function policyOf({ config, file }: Configuration, hide: Redactor, directory: string): Promise<TriedPolicy> {
  const decide = await connectPolicy(config.policy, { folder: file?.folder ?? directory, hide })
  return { limits: config.policy, decide }
}

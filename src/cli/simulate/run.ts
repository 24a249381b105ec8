import { simulate } from '../../core/simulate/simulate.ts'
import type { Run } from '../command.ts'
import { type Configuration, loadConfiguration } from '../configuration.ts'
import { authoritiesOf } from '../heal/authorities.ts'
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
      policy: authoritiesOf(tried),
      today: authoritiesOf(today),
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

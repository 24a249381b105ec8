import type { Rule } from '../model/rule.ts'
import type { Config } from './config.ts'
import { type Checked, type ConfigDocument, mistake } from './document.ts'
import { nearest } from './nearest.ts'

/** The rules that apply: built-in ones and the user's, which replace those of the same id, without the disabled ones. */
export function chooseRules(
  builtIn: readonly Rule[],
  own: readonly Rule[],
  config: Config,
  document: ConfigDocument,
): Checked<readonly Rule[]> {
  const replaced = new Set(own.map(rule => rule.id))
  const all = [...own, ...builtIn.filter(rule => !replaced.has(rule.id))]
  const troubles = config.disable.flatMap((name, i) => {
    if (all.some(rule => isNamed(rule, name))) return []
    const similar = nearest(
      name,
      all.map(rule => rule.id),
    )
    const hint = similar ? `did you mean ${similar}?` : 'see sherpa rules list'
    return [mistake(document.name, document.locate(['disable', i], 'value'), `there is no rule ${JSON.stringify(name)}`, hint)]
  })
  return troubles.length > 0 ? { troubles } : { value: all.filter(rule => !config.disable.some(name => isNamed(rule, name))) }
}

/** Whether a rule goes by this name: its id, or `tool/*`. */
const isNamed = ({ id }: Rule, name: string) => (name.endsWith('/*') ? id.startsWith(name.slice(0, -1)) : id === name)

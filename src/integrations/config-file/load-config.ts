import type { Config } from '../../core/config/config.ts'
import type { Checked, ConfigDocument } from '../../core/config/document.ts'
import { readConfig } from '../../core/config/read-config.ts'
import { parseYaml } from './parse-yaml.ts'

/** A configuration, and where its parts stand. */
export interface LoadedConfig {
  readonly config: Config
  readonly document: ConfigDocument
}

/** The text of a sherpa.yml as a configuration, or every mistake in it. Never throws. */
export function loadConfig(text: string, name: string): Checked<LoadedConfig> {
  const parsed = parseYaml(text, name)
  if ('troubles' in parsed) return parsed
  const checked = readConfig(parsed.value)
  if ('troubles' in checked) return checked
  return { value: { config: checked.value, document: parsed.value } }
}

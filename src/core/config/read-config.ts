import { checkDocument } from './check-document.ts'
import type { Config } from './config.ts'
import type { Checked, ConfigDocument } from './document.ts'
import { configSchema } from './schema.ts'

/** Checks a parsed sherpa.yml; an empty one is a configuration, too. */
export const readConfig = (document: ConfigDocument): Checked<Config> => checkDocument(document, configSchema)

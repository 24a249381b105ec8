import type { PatternCompiler } from '../core/ports.ts'

/** The one place that knows which integration does what. Each is loaded when somebody asks for it. */

/** Finds a configuration file and reads it; the YAML parser and the schema come only with {@link connectConfigReader}. */
export const connectConfigFinder = async () => (await import('./config-file/find-config.ts')).findConfig

export const connectConfigReader = async () => (await import('./config-file/load-config.ts')).loadConfig

export const connectPatternCompiler = async (): Promise<PatternCompiler> =>
  (await import('./linear-regex/compile-pattern.ts')).loadPatternCompiler()

/** Opens what a user named: file, folder, archive, run document, standard input. */
export const connectInputs = async () => (await import('./files/open-input.ts')).openInput

import type { Environment } from './environment.ts'
import type { Ending } from './exit-code.ts'

/** What a command does with its parsed options; the text it prints goes to the environment's screens. */
export type Run<Options> = (options: Options, environment: Environment) => Promise<Ending>

/** The same, bound to an environment by the program; parsing hands over here. */
export type Start<Options> = (options: Options) => Promise<void>

import { rules } from '../rules/index.ts'
import { frameworks } from '../tests/index.ts'
import { indexNeedles, type Needles } from './needles.ts'

let indexed: Needles | undefined

/** The literals of all built-in rules and test frameworks, indexed when first asked for; in the bundle they are read from a file. */
export const builtInNeedles = (): Needles => {
  indexed ??= indexNeedles([...rules, ...frameworks])
  return indexed
}

import type { Place } from './tally.ts'

const JS_FRAME = /^\s*(?:at |❯ ).*?\(?(?:file:\/\/)?(?<file>[^\s()]{1,300}\.[cm]?[jt]sx?)(?:\?[\w=]{1,40})?:(?<line>\d+):\d+\)?$/
const JVM_FRAME =
  /(?:\((?<file>\w+\.(?:java|kt|groovy|scala)):(?<line>\d+)\)| at (?<shortFile>\w+\.(?:java|kt|groovy|scala)):(?<shortLine>\d+))$/

/** The place of a JavaScript stack frame, unless it is the runtime's or a package's. */
export function ownJsPlace(text: string): Place | undefined {
  const frame = text.includes(':') ? JS_FRAME.exec(text)?.groups : undefined
  if (!frame?.['file'] || /node_modules|^(?:node|internal|ext|deno|bun|webpack)[:/]/.test(frame['file'])) return undefined
  return { file: frame['file'], line: Number(frame['line']) }
}

/** The place of a JVM stack frame if it is in the test's own class, which the test's name has. */
export function ownJvmPlace(text: string, testName: string): Place | undefined {
  const frame = text.endsWith(')') || text.includes(' at ') ? JVM_FRAME.exec(text)?.groups : undefined
  const file = frame?.['file'] ?? frame?.['shortFile']
  if (!file || !testName.includes(file.replace(/\.\w+$/, ''))) return undefined
  return { file, line: Number(frame?.['line'] ?? frame?.['shortLine']) }
}

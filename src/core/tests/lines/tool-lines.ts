import type { LogLine } from '../../model/log.ts'

/**
 * What multiplexers write before a tool's own line. Tried in this order, each once; all of them anchored.
 * A bracketed log level goes too (`[ERROR] `), so readers see Maven's and sbt's lines as the framework wrote them.
 */
const PREFIXES: readonly RegExp[] = [
  /^##\[(?:error|warning|notice|debug)\]/,
  // Docker: BuildKit `#12 3.456 `, Compose `web-1  | `
  /^#\d{1,4} \d{1,6}\.\d{1,3} /,
  /^[\w.-]{1,60}[-_]\d{1,3} {1,40}\| ?/,
  // turbo `web:test: `, pnpm `packages/web test: `, lerna `@acme/web: `, yarn `[@acme/web]: `, concurrently `[0] `
  /^@?[\w./-]{1,80}:(?:test|unit|check|ci|e2e|integration)(?:[:-][\w:-]{1,40})?: /,
  /^@?[\w./-]{1,80} (?:test|unit|check|ci|e2e)(?:[:-][\w:-]{1,40})?: /,
  /^@[\w.-]{1,80}\/[\w.-]{1,80}: /,
  /^\[@?[\w./-]{1,80}\]: /,
  /^\[\d{1,3}\] /,
  // Ant tasks are right-aligned: `    [junit] `
  /^ {0,12}\[(?:junit|junitlauncher|exec|java|testng|ant:\w{1,20})\] ?/,
  /^\[(?:INFO|ERROR|WARNING|WARN|DEBUG|FATAL|info|error|warn|debug)\] ?/,
]

const read = new WeakMap<readonly LogLine[], readonly LogLine[]>()

/** The lines as the tool wrote them: without prefixes of what ran it, without script that was only echoed. */
export function toolLines(lines: readonly LogLine[]): readonly LogLine[] {
  const known = read.get(lines)
  if (known) return known
  const own: LogLine[] = []
  for (const line of lines) if (!line.echo) own.push(withoutPrefix(line))
  read.set(lines, own)
  return own
}

function withoutPrefix(line: LogLine): LogLine {
  let text = line.text
  for (const prefix of PREFIXES) {
    const found = prefix.exec(text)
    if (found) text = text.slice(found[0].length)
  }
  return text === line.text ? line : { ...line, text }
}

import type { Section } from '../model/log.ts'
import type { ReadLine } from './lines.ts'

/**
 * Lines → steps, groups and commands. Tolerates what real logs do: groups that nest or never close, sections cut off by the end,
 * gaps. A step ends where the next begins; a command where the next command, step or verdict stands.
 */
export function buildSections(lines: readonly ReadLine[]): Section[] {
  const closed: Section[] = []
  const open: { step?: Open; group: Open[]; command?: Open } = { group: [] }
  let job: string | null = null
  let named: string | undefined

  const close = (section: Open | undefined, end: number, timeMs: number | undefined) => {
    if (section && end >= section.start) closed.push(finish(section, end, timeMs))
  }
  const closeAll = (end: number, timeMs: number | undefined) => {
    close(open.command, end, timeMs)
    for (const group of open.group.splice(0)) close(group, end, timeMs)
    close(open.step, end, timeMs)
    delete open.command
    delete open.step
  }

  let last: ReadLine | undefined
  for (const line of lines) {
    if ((line.job !== undefined && line.job !== job) || (line.step !== undefined && line.step !== named)) {
      closeAll(last?.n ?? line.n - 1, last?.timeMs)
      job = line.job ?? null
      named = line.step
      if (named !== undefined) open.step = begin('step', named, line, job)
    }
    const marked = line.marked
    switch (marked?.mark) {
      case 'step':
        if (named !== undefined) break
        closeAll(line.n - 1, line.timeMs)
        open.step = begin('step', marked.name ?? '', line, job)
        break
      case 'group':
        open.group.push(begin('group', marked.name ?? '', line, job))
        break
      case 'endgroup':
        if (marked.durationMs !== undefined && open.command) open.command.durationMs = marked.durationMs
        close(open.group.pop(), line.n, line.timeMs)
        break
      case 'command':
        close(open.command, line.n - 1, line.timeMs)
        open.command = begin('command', marked.name ?? '', line, job)
        break
      case 'error':
        for (const section of [open.command, open.step]) {
          if (!section || !marked.failed) continue
          section.failed = true
          if (marked.exitCode !== undefined) section.exitCode = marked.exitCode
        }
        break
    }
    if (marked?.mark === 'error' && marked.exitCode !== undefined) {
      close(open.command, line.n, line.timeMs)
      delete open.command
    }
    last = line
  }
  if (last) closeAll(last.n, last.timeMs)
  return closed.sort((a, b) => a.lines[0] - b.lines[0] || b.lines[1] - a.lines[1])
}

interface Open {
  readonly kind: Section['kind']
  readonly name: string
  readonly job: string | null
  readonly start: number
  readonly startMs: number | undefined
  durationMs?: number
  exitCode?: number
  failed?: true
}

const begin = (kind: Section['kind'], name: string, line: ReadLine, job: string | null): Open => ({
  kind,
  name: name.slice(0, 300),
  job,
  start: line.n,
  startMs: line.timeMs,
})

function finish(section: Open, end: number, timeMs: number | undefined): Section {
  const elapsed = section.startMs !== undefined && timeMs !== undefined ? Math.max(0, timeMs - section.startMs) : undefined
  const durationMs = section.durationMs ?? elapsed
  return {
    kind: section.kind,
    name: section.name,
    job: section.job,
    lines: [section.start, end],
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(section.exitCode === undefined ? {} : { exitCode: section.exitCode }),
    ...(section.failed ? { failed: true } : {}),
  }
}

/** The innermost section of a kind around a line. Sections are sorted by their first line. */
export function sectionAt(sections: readonly Section[], n: number, kind: Section['kind']): Section | undefined {
  let found: Section | undefined
  for (const section of sections) {
    if (section.lines[0] > n) break
    if (section.kind === kind && section.lines[1] >= n) found = section
  }
  return found
}

import type { Section, Verdict } from '../model/log.ts'
import type { LogEvent, StepTrait } from './formats/format.ts'
import type { ReadLine } from './lines.ts'

/** What a log says of the order of the job: its steps, groups and commands, and how it ended. */
export interface Structure {
  readonly sections: Section[]
  /** Null where the CI does not say. */
  readonly verdict: Verdict | null
}

/** Turns what a CI says, event by event, into sections. */
export interface SectionBuilder {
  /** To be told of every line first: its columns may end what is open. */
  enter(line: ReadLine): void
  say(event: LogEvent, line: ReadLine): void
  /** A line on which the CI says nothing. */
  pass(line: ReadLine): void
  isInGroup(): boolean
  end(): Structure
}

/** A section in the making. */
interface Draft {
  readonly kind: Section['kind']
  readonly name: string
  readonly id: string | undefined
  readonly start: number
  readonly startMs: number | undefined
  readonly traits: ReadonlySet<StepTrait>
  job: string | null
  end: number
  endMs?: number | undefined
  durationMs?: number
  exitCode?: number
  failed?: boolean
  /** It shows errors that only count if it does not end with an exit code. */
  isDoubtful?: boolean
  /** It runs a script, which always ends with an exit code. */
  isScript?: boolean
  isHeaded?: boolean
  wasSkipped?: boolean
  lastCommand?: Draft
}

const BRANCH = 'branch'
const MAX_NAME = 300
/** Of more sections in one another, the outermost groups were never closed. */
const MAX_DEPTH = 100
const MAX_SECTIONS = 3000

export function createSectionBuilder(): SectionBuilder {
  const drafts: Draft[] = []
  const steps: Draft[] = []
  const named = { step: new Map<string, Draft>(), command: new Map<string, Draft>(), group: new Map<string, Draft>() }
  const open: Draft[] = []
  let command: Draft | undefined
  let branch: Draft | undefined
  let header: Draft | undefined
  let job: string | null = null
  const column: { job?: string | undefined; step?: string | undefined } = {}
  let verdict: Verdict | 'over' | null = null
  let stepHasFailed = false
  let last: ReadLine | undefined

  const step = () => branch ?? open.findLast(one => one.kind === 'step')

  function begin(kind: Section['kind'], event: Pick<LogEvent, 'name' | 'id' | 'atMs' | 'traits'>, line: ReadLine): Draft {
    const draft: Draft = {
      kind,
      name: (event.name ?? '').slice(0, MAX_NAME),
      id: event.id,
      start: line.n,
      startMs: event.atMs ?? line.timeMs,
      traits: new Set(event.traits),
      job,
      end: line.n,
    }
    drafts.push(draft)
    if (kind === 'step') steps.push(draft)
    named[kind].set(draft.name, draft)
    return draft
  }

  function push(draft: Draft) {
    open.push(draft)
    if (open.length <= MAX_DEPTH) return
    const outermost = open.findIndex(one => one.kind === 'group')
    for (const one of open.splice(Math.max(0, outermost), 1)) close(one, draft.start, draft.startMs)
  }

  function close(draft: Draft | undefined, n: number, timeMs: number | undefined) {
    if (!draft) return
    draft.end = Math.max(draft.start, n)
    draft.endMs = timeMs
  }

  function closeCommand(n: number, timeMs: number | undefined) {
    close(command, n, timeMs)
    command = undefined
  }

  function closeAll(n: number, timeMs: number | undefined) {
    closeCommand(n, timeMs)
    close(branch, n, timeMs)
    for (const one of open.splice(0)) close(one, n, timeMs)
    branch = undefined
    header = undefined
  }

  function enter(line: ReadLine) {
    const isElsewhere =
      (line.job !== undefined && line.job !== column.job) || (line.step !== undefined && line.step !== column.step)
    if (isElsewhere) {
      closeAll(last?.n ?? line.n, last?.timeMs)
      job = line.job ?? job
      verdict = null
      column.job = line.job
      column.step = line.step
      if (line.step !== undefined) push(begin('step', { name: line.step }, line))
    }
    if (line.branch !== branch?.name) {
      close(branch, line.n - 1, line.timeMs)
      branch = line.branch === undefined ? undefined : begin('step', { name: line.branch, id: BRANCH }, line)
    }
    last = line
  }

  function pass(line: ReadLine) {
    if (header && line.text.startsWith('shell: ')) header.isScript = true
  }

  function say(event: LogEvent, line: ReadLine) {
    if (event.mark === 'step') openStep(event, line)
    else if (event.mark === 'group') push(begin('group', event, line))
    else if (event.mark === 'endgroup') endSection(event, line)
    else if (event.mark === 'command') openCommand(event, line)
    else if (event.job !== undefined) nameJob(event.job)

    const current = step()
    if (event.traits?.includes('skipped') && current) current.wasSkipped = true
    if (event.failed === 'maybe') {
      if (current) current.isDoubtful = true
    } else if (event.exitCode !== undefined || event.failed) blame(event, line)
    if (event.verdict !== undefined) verdict = event.verdict
  }

  function nameJob(name: string | null) {
    if (column.job !== undefined) return
    job = name
    for (const one of open) one.job = name
  }

  function openStep(event: LogEvent, line: ReadLine) {
    const current = step()
    const is = (trait: StepTrait) => event.traits?.includes(trait) === true
    if (is('once') && current?.name === event.name) return
    const isTitled = current?.traits.has('titled') && !current.isHeaded && !is('titled')
    if (column.step !== undefined || isTitled) return beginHeader(event, current)
    if (!is('nested')) closeAll(line.n - 1, line.timeMs)
    if (event.job === null) nameJob(null)
    verdict = null
    const draft = begin('step', event, line)
    push(draft)
    beginHeader(event, draft)
  }

  function beginHeader(event: LogEvent, draft: Draft | undefined) {
    if (!draft || event.traits?.includes('titled')) return
    draft.isHeaded = true
    if (event.traits?.includes('header')) header = draft
  }

  function openCommand(event: LogEvent, line: ReadLine) {
    closeCommand(line.n - 1, line.timeMs)
    command = begin('command', event, line)
    const current = step()
    if (current) current.lastCommand = command
  }

  function endSection(event: LogEvent, line: ReadLine) {
    const timeMs = event.atMs ?? line.timeMs
    if (event.id === undefined) {
      if (open.at(-1)?.kind === 'group') close(open.pop(), line.n, timeMs)
      else header = undefined
      return
    }
    if (event.durationMs !== undefined && command?.id === event.id) command.durationMs = event.durationMs
    const at = open.findLastIndex(one => one.id === event.id)
    if (at === -1) return
    const ended = open.splice(at)
    if (ended.some(one => one.kind === 'step')) closeCommand(line.n, line.timeMs)
    for (const one of ended) close(one, line.n, timeMs)
  }

  /** Puts an exit code or a failure on the step and the command that it is about. */
  function blame(event: LogEvent, line: ReadLine) {
    const { blames, exitCode } = event
    if (blames && stepHasFailed) return
    const failing = blames ? lateCulprit(blames.step) : step()
    const ran = blames ? (failing ? failing.lastCommand : command) : commandNamed(event.name)
    for (const draft of [failing, ran]) {
      if (draft && event.failed) draft.failed = true
      stepHasFailed ||= draft?.kind === 'step' && draft.failed === true
      if (draft && exitCode !== undefined && (event.failed || draft === ran)) draft.exitCode = exitCode
    }
    if (exitCode !== undefined) closeCommand(line.n, line.timeMs)
  }

  const commandNamed = (name: string | undefined) =>
    name === undefined || command?.name === name ? command : (named.command.get(name) ?? command)

  const lateCulprit = (name: string | undefined) =>
    (name === undefined ? undefined : named.step.get(name)) ??
    steps.slice(-MAX_SECTIONS).findLast(one => !one.traits.has('aside') && !one.wasSkipped && one.id !== BRANCH)

  return {
    enter,
    say,
    pass,
    isInGroup: () => open.at(-1)?.kind === 'group',
    end() {
      if (last) closeAll(last.n, last.timeMs)
      for (const one of drafts) if (one.isDoubtful && !one.isScript) one.failed = true
      return { sections: bounded(drafts).map(finish), verdict: verdict === 'over' ? verdictOf(drafts) : verdict }
    },
  }
}

/** How a job that is over ended. An action that runs in a container may fail without a word of the runner. */
function verdictOf(drafts: readonly Draft[]): Verdict | null {
  const steps = drafts.filter(one => one.kind === 'step')
  if (steps.some(one => one.failed)) return 'failed'
  const last = steps.findLast(one => !one.traits.has('aside'))
  return last?.lastCommand && /docker(?:\.exe)?"? run /.test(last.lastCommand.name) ? null : 'passed'
}

/** A shell's trace of a loop may have a hundred thousand commands. */
function bounded(drafts: readonly Draft[]): Draft[] {
  const sorted = [...drafts].sort((a, b) => a.start - b.start || b.end - a.end)
  if (sorted.length <= MAX_SECTIONS) return sorted
  const half = MAX_SECTIONS / 2
  const kept = new Set([...sorted.filter(one => one.kind === 'step').slice(-half), ...sorted.slice(-half)])
  return sorted.filter(one => kept.has(one) || one.failed)
}

function finish({ kind, name, job, start, end, startMs, endMs, durationMs, exitCode, failed }: Draft): Section {
  const elapsed = startMs !== undefined && endMs !== undefined ? Math.max(0, endMs - startMs) : undefined
  const duration = durationMs ?? elapsed
  return {
    kind,
    name,
    job,
    lines: [start, end],
    ...(duration === undefined ? {} : { durationMs: duration }),
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(failed ? { failed: true } : {}),
  }
}

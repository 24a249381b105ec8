/** The text of a job's log and of its steps, declared or made up. */
import { shift } from '../time.ts'
import type { JobData, StepData } from '../world.ts'

const STAMPED = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/
const BOM = '\uFEFF'

/** The whole job's log: byte for byte as declared, else the steps' texts behind a byte order mark. */
export function jobLog(job: JobData): Uint8Array {
  if (typeof job.log === 'string') return Buffer.from(job.log)
  if (job.log !== null) return job.log
  return Buffer.from(BOM + job.steps.map(stepLog).join(''))
}

/** Each step's own text by number; from the job's log by time if only that was declared. */
export function stepLogs(job: JobData): Map<number, string> {
  const ran = job.steps.filter(step => step.conclusion !== 'skipped' && step.status === 'completed')
  if (job.log === null) return new Map(ran.map(step => [step.number, stepLog(step)]))
  const texts = new Map(ran.map(step => [step.number, '']))
  const text = typeof job.log === 'string' ? job.log : Buffer.from(job.log).toString('utf8')
  let current = ran[0]
  for (const line of text.split(/(?<=\n)/)) {
    current = stepAt(ran, line) ?? current
    if (current !== undefined) texts.set(current.number, (texts.get(current.number) ?? '') + line)
  }
  return texts
}

function stepAt(steps: readonly StepData[], line: string): StepData | undefined {
  if (!STAMPED.test(line)) return undefined
  const time = Date.parse(line.replace(BOM, '').split(' ', 1)[0] ?? '')
  return steps.findLast(step => step.startedAt !== null && Date.parse(step.startedAt) <= time)
}

function stepLog(step: StepData): string {
  if (step.startedAt === null || step.conclusion === 'skipped') return ''
  const lines = (step.log ?? madeUp(step)).replace(/\n$/, '').split('\n')
  const start = step.startedAt
  return lines.map((line, index) => `${STAMPED.test(line) ? line : stamp(start, index, line)}\n`).join('')
}

/** GitHub's timestamps have seven digits behind the point. */
function stamp(start: string, index: number, line: string): string {
  const time = shift(start, index / 1000).replace(/(\.\d+)?Z$/, (_, digits: string = '.') => `${digits.padEnd(8, '0')}Z`)
  return `${time} ${line}`
}

function madeUp(step: StepData): string {
  const head = `##[group]${step.name}\n##[endgroup]`
  return step.conclusion === 'failure' ? `${head}\n##[error]Process completed with exit code 1.` : head
}

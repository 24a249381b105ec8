import { plain } from '../log/formats/plain.ts'
import { readLine } from '../log/lines.ts'
import { type Matcher, matchLines } from '../match/match.ts'
import type { CaseFile, LogExtract } from '../model/case-file.ts'
import type { Job } from '../model/run.ts'

/**
 * Runner loss, time-outs and full disks often stand only in a job's annotations: they are read as a small log of their own,
 * whose lines are numbered but cannot be pointed at.
 */
export function withAnnotations(file: CaseFile, matcher: Matcher): CaseFile {
  const extracts = file.jobs
    .filter(job => job.annotations?.some(annotation => annotation.level === 'failure'))
    .map(job => extractOf(job, matcher))
  return extracts.length > 0 ? { ...file, logs: [...file.logs, ...extracts] } : file
}

const NEUTRAL = 0.3

function extractOf(job: Job, matcher: Matcher): LogExtract {
  const texts = (job.annotations ?? [])
    .filter(annotation => annotation.level === 'failure')
    .flatMap(({ message }) => `##[error]${message}`.split('\n'))
  const lines = texts.map((text, i) => readLine(text, i + 1, plain))
  return {
    name: job.name,
    job: job.name,
    format: 'annotations',
    size: { lines: lines.length, bytes: 0 },
    runner: null,
    sections: [],
    matches: matchLines(lines, matcher).matches,
    tests: [],
    lines: lines.map(({ n, text }) => ({ n, text, mark: 'error', score: NEUTRAL })),
    compared: false,
  }
}

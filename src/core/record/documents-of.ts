import type { LogInput, TextFile } from '../gather/input.ts'
import { hash53 } from '../log/mask.ts'
import type { Note } from '../model/case-file.ts'
import { junitResults } from '../tests/junit-xml.ts'

/** What a user says about logs and reports, which do not say it themselves. */
export interface RunFacts {
  readonly repository?: string
  readonly workflow?: string
  readonly job?: string
  readonly run?: number
  readonly attempt?: number
  readonly branch?: string
  readonly commit?: string
  /** RFC 3339. */
  readonly startedAt?: string
}

/** The text of a run document (`sherpa.run/1`), and what was wrong with what it is made of. */
export interface MadeDocument {
  readonly text: string
  readonly notes: readonly Note[]
}

/** A document about test reports. Without a number the run is told from others by what the reports say. */
export function reportsDocument(files: readonly TextFile[], { job = 'tests', ...facts }: RunFacts): MadeDocument {
  const notes: Note[] = []
  const tests = files.flatMap(({ name, text }) => {
    const { results, trouble } = junitResults(text, name)
    if (trouble) notes.push({ code: 'report-broken', text: `${trouble}.` })
    return results.filter(result => result.name !== '')
  })
  const last = new Map(tests.map(test => [test.name, test.outcome]))
  const conclusion = [...last.values()].includes('failed') ? 'failure' : 'success'
  const run = facts.run ?? hash53(files.map(({ text }) => text).join('\n'))
  return { text: documentText({ ...facts, run, conclusion, jobs: [{ name: job, conclusion, tests }] }), notes }
}

/** A document about logs, each that of a job; how they ended is not known. */
export function logsDocument({ logs, notes }: LogInput, { job, ...facts }: RunFacts & { readonly run: number }): MadeDocument {
  const jobs = logs.map(log => ({ name: (logs.length === 1 ? job : undefined) ?? log.job ?? log.name, logFile: log.name }))
  return { text: documentText({ ...facts, jobs }), notes }
}

const documentText = (document: object) => JSON.stringify({ schema: 'sherpa.run/1', ...document })

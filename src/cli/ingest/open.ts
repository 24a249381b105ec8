import { SherpaError } from '../../core/model/trouble.ts'
import { defined } from '../../core/record/defined.ts'
import { logsDocument, type MadeDocument, type RunFacts, reportsDocument } from '../../core/record/documents-of.ts'
import type { DocumentStream } from '../../core/record/ingest.ts'
import { connectRecords } from '../../integrations/connect.ts'
import type { Environment } from '../environment.ts'
import type { IngestOptions } from './options.ts'

/** What a user named as run documents: logs and reports become one each. */
export async function openDocuments(
  name: string,
  options: IngestOptions,
  { input: stdin }: Environment,
  tell: (line: string) => void,
): Promise<DocumentStream> {
  const openRecords = await connectRecords()
  const opened = await openRecords(name, {
    stdin: { [Symbol.asyncIterator]: () => stdin.open()[Symbol.asyncIterator](), isTTY: stdin.isTTY },
  })
  const source = { kind: 'run-document', name } as const
  if (opened.kind === 'documents') return { ...opened, source }
  const facts = factsOf(options, opened.modifiedMs)
  if (opened.kind === 'reports') {
    for (const { text } of opened.notes) tell(text)
    return { name, source, ...made(reportsDocument(opened.files, facts), tell), logFile: nothing }
  }
  const run = facts.run ?? (await opened.contentId())
  if (run === null) throw unnumbered()
  const { logs } = opened.input
  const logFile: DocumentStream['logFile'] = (path, job) => ({
    ...(logs.find(log => log.name === path) ?? nothing(path, job)),
    job,
  })
  return { name, source, ...made(logsDocument(opened.input, { ...facts, run }), tell), logFile }
}

function factsOf({ repo, workflow, job, run, attempt, branch, commit, at }: IngestOptions, modifiedMs: number | null): RunFacts {
  const startedAt = (at ?? (modifiedMs === null ? undefined : new Date(modifiedMs)))?.toISOString()
  return defined({ repository: repo, workflow, job, run, attempt, branch, commit, startedAt })
}

function made({ text, notes }: MadeDocument, tell: (line: string) => void): Pick<DocumentStream, 'open'> {
  for (const note of notes) tell(note.text)
  return {
    async *open() {
      yield new TextEncoder().encode(text)
    },
  }
}

const nothing: DocumentStream['logFile'] = (path, job) => ({ name: path, job, async *open() {} })

const unnumbered = () =>
  new SherpaError({
    code: 'run-unnumbered',
    kind: 'usage',
    message: 'a log that is piped in does not tell which run it is of',
    hint: 'name the run with --run',
  })

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RunProgress } from '../../core/gather/from-ci.ts'
import type { Knowledge } from '../../core/log/read.ts'
import type { CaseFile } from '../../core/model/case-file.ts'
import { connectInputs } from '../../integrations/connect.ts'
import type { Configuration } from '../configuration.ts'
import type { Environment } from '../environment.ts'
import type { DiagnoseOptions } from './options.ts'
import { readableSize } from './readable-size.ts'

/** What a gathering needs beside its input. */
export interface Context {
  readonly options: DiagnoseOptions
  readonly configuration: Configuration
  readonly knowledge: Knowledge
  readonly environment: Environment
}

/** Evidence for one input: a run of a CI where it names one, else what lies on disk or comes through a pipe. */
export async function gather(input: string, context: Context): Promise<CaseFile> {
  if (input === '-' || existsSync(input)) return gatherFiles(input, context)
  const { looksLikeRunRef } = await import('../../core/gather/run-ref.ts')
  return looksLikeRunRef(input) ? gatherRunById(input, context) : gatherFiles(input, context)
}

async function gatherFiles(input: string, context: Context): Promise<CaseFile> {
  const { options, environment, knowledge } = context
  const [openInput, { gatherInput }] = await Promise.all([connectInputs(), import('../../core/gather/from-logs.ts')])
  const open = (name: string) => openInput(name, { stdin: stdinOf(environment) })
  const baseline = await baselineSources(context, open)
  const junit =
    options.junit.length > 0 ? await (await import('../../integrations/connect.ts')).connectXmlFiles(options.junit) : undefined
  const file = await gatherInput(await open(input), {
    knowledge,
    baseline,
    junit: junit?.files,
    onProgress: (bytes, log) => environment.progress.show(`reading ${log}: ${readableSize(bytes)}`),
  })
  return junit ? { ...file, notes: [...file.notes, ...junit.notes] } : file
}

/** Standard input, which is opened when it is read: that alone takes as long as a small log. */
const stdinOf = ({ input }: Environment) => ({
  get isTTY() {
    return input.isTTY
  },
  [Symbol.asyncIterator]: () => input.open()[Symbol.asyncIterator](),
})

type Open = (name: string) => ReturnType<Awaited<ReturnType<typeof connectInputs>>>

async function baselineSources({ options, configuration }: Context, open: Open) {
  const configured = configuration.config.baseline
  const path = options.baseline ?? (configured && configuration.file ? resolve(configuration.file.folder, configured) : undefined)
  if (path === undefined) return undefined
  const opened = await open(path)
  return opened.kind === 'logs' ? opened.logs : undefined
}

async function gatherRunById(input: string, context: Context): Promise<CaseFile> {
  const { options, environment, knowledge } = context
  const { connectRun, connectBaseline } = await import('../../integrations/connect-github.ts')
  const { gatherRun } = await import('../../core/gather/from-ci.ts')
  const { ref, ci } = await connectRun(input, { ...options, directory: environment.directory, variables: environment.variables })
  const openInput = await connectInputs()
  const sources = await baselineSources(context, name =>
    openInput(name, { stdin: { [Symbol.asyncIterator]: stdinOf(environment)[Symbol.asyncIterator], isTTY: true } }),
  )
  return gatherRun(
    ref,
    { ci },
    {
      knowledge,
      baseline: sources ? await connectBaseline(sources) : undefined,
      onProgress: progress => environment.progress.show(progressText(progress)),
    },
  )
}

function progressText(progress: RunProgress): string {
  switch (progress.stage) {
    case 'run':
      return `run ${progress.run.run ?? ''} of ${progress.run.repository ?? 'the repository'}`
    case 'jobs':
      return `${progress.jobs} jobs, ${progress.failed} failed`
    case 'log':
      return `log ${progress.done + 1} of ${progress.logs}: ${progress.job} (${readableSize(progress.bytes)})`
  }
}

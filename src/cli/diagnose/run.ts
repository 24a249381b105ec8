import { diagnose } from '../../core/diagnose.ts'
import { createKnowledge } from '../../core/log/read.ts'
import type { CaseFile } from '../../core/model/case-file.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Redactor } from '../../core/redact/redact.ts'
import { frameworks } from '../../core/tests/index.ts'
import type { Run } from '../command.ts'
import { loadConfiguration } from '../configuration.ts'
import { createPrinter, type Printer } from '../output/print.ts'
import { namedPlace } from '../store/named-place.ts'
import { safeProgress } from '../terminal/safe-progress.ts'
import { type Context, gather } from './gather.ts'
import { inputsOf } from './inputs.ts'
import type { DiagnoseOptions } from './options.ts'
import { saveCase } from './save-case.ts'

/** Evidence in, diagnosis out, for each input in turn. */
export const runDiagnose: Run<DiagnoseOptions> = async (options, environment) => {
  const inputs = inputsOf(options, environment)
  const configuration = await loadConfiguration(options.config, environment)
  const knowledge = createKnowledge({ rules: configuration.rules, frameworks })
  const print = await createPrinter(options, configuration, environment)
  const progress = safeProgress(environment.progress, print.hide)
  const context = { options, configuration, knowledge, environment: { ...environment, progress } }
  const place = namedPlace(options.store, configuration, environment)
  let failed = false
  for (const input of inputs) {
    const gathered = await gather(input, context).catch(error => Promise.reject(withoutSecrets(error, print.hide)))
    environment.progress.clear()
    const file = await kept(place === undefined ? gathered : await remembered(gathered, place, context), options, print)
    const diagnosis = diagnose(file, knowledge)
    failed ||= diagnosis.failures.length > 0
    await print.diagnosis(diagnosis, file)
  }
  return failed ? 'failure found' : 'nothing failed'
}

/** The evidence with the past of its jobs, where somebody names a history. */
async function remembered(file: CaseFile, place: string, { configuration, environment }: Context): Promise<CaseFile> {
  environment.progress.show('reading the history')
  const { withPast } = await import('./with-past.ts')
  const withIt = await withPast(file, place, configuration, environment)
  environment.progress.clear()
  return withIt
}

/** Messages name files and quote answers; what the configuration calls secret is known only here. */
function withoutSecrets(error: unknown, hide: Redactor): unknown {
  if (!(error instanceof SherpaError)) return error
  const { code, kind, message, hint } = error
  return new SherpaError(
    { code, kind, message: hide(message), ...(hint !== undefined && { hint: hide(hint) }) },
    { cause: error },
  )
}

/** With `--save-case` the diagnosis is made from what is saved, which is redacted, so that a replay says the same. */
async function kept(file: CaseFile, { saveCase: path }: DiagnoseOptions, printer: Printer): Promise<CaseFile> {
  if (path === undefined) return file
  const redacted = await printer.redacted(file)
  saveCase(path, redacted)
  return redacted
}

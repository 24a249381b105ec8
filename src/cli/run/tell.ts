import { writeFile } from 'node:fs/promises'
import { diagnose } from '../../core/diagnose.ts'
import type { CaseFile } from '../../core/model/case-file.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Environment } from '../environment.ts'
import { createPrinter } from '../output/print.ts'
import type { Screen } from '../terminal/screen.ts'
import type { RunOptions } from './options.ts'
import type { Reading } from './reading.ts'

/** Says on stderr what broke, below what the command printed, and writes the diagnosis where it was asked for. */
export async function tellDiagnosis(
  file: CaseFile,
  { knowledge, configuration }: Pick<Reading, 'knowledge' | 'configuration'>,
  { diagnosis: path, quiet }: Pick<RunOptions, 'diagnosis' | 'quiet'>,
  environment: Environment,
): Promise<void> {
  const isShown = !quiet && file.jobs.some(({ conclusion }) => conclusion === 'failure')
  if (!isShown && path === undefined) return
  const diagnosis = diagnose(file, knowledge)
  const print = async (out: Screen, json: boolean) => {
    const printer = await createPrinter({ json, ...(!json && { format: 'text' }) }, configuration, { ...environment, out })
    await printer.diagnosis(diagnosis, file)
  }
  if (isShown) await print(environment.err, false)
  if (path === undefined) return
  const pieces: string[] = []
  await print({ ...SHEET, write: piece => void pieces.push(piece) }, true)
  await saveText(path, pieces.join(''))
}

/** Paper: no terminal. */
const SHEET = { isDone: true, isTTY: false, columns: undefined, colour: false }

async function saveText(path: string, text: string) {
  try {
    await writeFile(path, text)
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
    const message = `the diagnosis could not be written to ${path}: ${reason}`
    throw new SherpaError({ code: 'diagnosis-not-saved', kind: 'world', message }, { cause })
  }
}

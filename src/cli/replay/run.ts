import { readFile } from 'node:fs/promises'
import { diagnose } from '../../core/diagnose.ts'
import { parseCaseFile } from '../../core/gather/case-file.ts'
import { createKnowledge } from '../../core/log/read.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { frameworks } from '../../core/tests/index.ts'
import type { Run } from '../command.ts'
import { loadConfiguration } from '../configuration.ts'
import { createPrinter } from '../output/print.ts'
import type { ReplayOptions } from './options.ts'

/** A saved case in, its diagnosis out. */
export const runReplay: Run<ReplayOptions> = async (options, environment) => {
  const file = await parseCaseFile(await readCase(options.path), options.path)
  const configuration = await loadConfiguration(options.config, environment)
  const print = await createPrinter(options, configuration, environment)
  const diagnosis = diagnose(file, createKnowledge({ rules: configuration.rules, frameworks }))
  await print.diagnosis(diagnosis, file)
  return diagnosis.failures.length > 0 ? 'failure found' : 'nothing failed'
}

async function readCase(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
    if (reason === 'ENOENT') {
      const missing = { code: 'case-not-read', kind: 'usage', message: `${path} does not exist`, hint: 'check the path' } as const
      throw new SherpaError(missing, { cause })
    }
    throw new SherpaError({ code: 'case-not-read', kind: 'usage', message: `${path} could not be read: ${reason}` }, { cause })
  }
}

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SherpaError } from '../../core/model/trouble.ts'
import type { Run } from '../command.ts'
import type { InitOptions } from './options.ts'
import { TEMPLATE } from './template.ts'

export const runInit: Run<InitOptions> = async ({ force }, { directory, out }) => {
  try {
    writeFileSync(join(directory, 'sherpa.yml'), TEMPLATE, { flag: force ? 'w' : 'wx' })
  } catch (error) {
    throw cannotWrite(error)
  }
  out.write('Wrote sherpa.yml: every setting is in it, commented out.\nTry a rule of your own with: sherpa rules test\n')
  return 'nothing failed'
}

function cannotWrite(cause: unknown): SherpaError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  if (code === 'EEXIST') {
    return new SherpaError({
      code: 'config-exists',
      kind: 'usage',
      message: 'sherpa.yml is already there',
      hint: 'use --force to replace it',
    })
  }
  return new SherpaError({ code: 'not-written', kind: 'world', message: `sherpa.yml cannot be written: ${code}` }, { cause })
}

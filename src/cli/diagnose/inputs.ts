import { SherpaError } from '../../core/model/trouble.ts'
import type { Environment } from '../environment.ts'
import type { DiagnoseOptions } from './options.ts'

/** What is to be diagnosed: what was named, else what is piped in. */
export function inputsOf({ inputs, saveCase }: DiagnoseOptions, { input }: Environment): readonly string[] {
  if (inputs.length > 1 && saveCase !== undefined)
    throw new SherpaError({
      code: 'one-case',
      kind: 'usage',
      message: '--save-case keeps one case, but several inputs were given',
    })
  if (inputs.includes(''))
    throw new SherpaError({
      code: 'no-input',
      kind: 'usage',
      message: 'an input with an empty name was given',
      hint: 'check that the variable it comes from is set',
    })
  if (inputs.length > 0) return inputs
  if (!input.isTTY) return ['-']
  throw new SherpaError({
    code: 'no-input',
    kind: 'usage',
    message: 'there is nothing to diagnose: no input was named and nothing is piped in',
    hint: 'name a log, or a run of GitHub Actions: sherpa diagnose <file | run-id | URL>',
  })
}

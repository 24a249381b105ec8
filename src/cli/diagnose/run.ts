import { SherpaError } from '../../core/model/trouble.ts'
import type { Run } from '../command.ts'
import type { DiagnoseOptions } from './options.ts'

export const runDiagnose: Run<DiagnoseOptions> = async () => {
  throw new SherpaError({ code: 'not-built', kind: 'world', message: 'sherpa diagnose is not part of this build' })
}

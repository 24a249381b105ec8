import type { CommanderError } from 'commander'
import { SherpaError } from '../core/model/trouble.ts'

/** Commander's complaint in the words of the house; its suggestion becomes the hint. */
export function usageError(error: CommanderError): SherpaError {
  const [complaint = '', ...rest] = error.message.replace(/^error: /, '').split('\n')
  const suggestion = /\(Did you mean (?:one of )?(?<names>.+)\?\)/.exec(rest.join(' '))?.groups?.['names']
  return new SherpaError({
    code: 'usage',
    kind: 'usage',
    message: complaint,
    hint: suggestion ? `did you mean ${suggestion}?` : 'see sherpa --help',
  })
}

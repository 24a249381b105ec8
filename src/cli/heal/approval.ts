import type { Action } from '../../core/model/plan.ts'
import type { Environment } from '../environment.ts'
import { safeLine } from '../terminal/safe-text.ts'
import type { Tell } from './tell.ts'

export interface Asking {
  /** Whether the policy alone may decide. */
  readonly yes: boolean
  /** Logins of who may say yes; none: everybody. */
  readonly approvers: readonly string[]
}

/**
 * Who says yes to an action: `sherpa` where the policy allows it and `--yes` was given, a person at the terminal, or nobody: null. What the
 * policy wants a person for, `--yes` alone does not do.
 */
export async function approved(
  action: Action,
  { yes, approvers }: Asking,
  { input, err, variables }: Pick<Environment, 'input' | 'err' | 'variables'>,
  tell: Tell,
): Promise<string | null> {
  if (yes && action.verdict === 'allow') return 'sherpa'
  if (!input.isTTY) {
    tell(
      action.verdict === 'allow'
        ? 'Nothing was done: give --yes to do it.'
        : 'Nothing was done: this needs a person at a terminal to say yes.',
    )
    return null
  }
  const person = variables['USER']
  if (approvers.length > 0 && !approvers.some(login => login.toLowerCase() === person?.toLowerCase())) {
    tell(`Nothing was done: ${person ?? 'whoever sits here'} is none of those who may approve it.`)
    return null
  }
  err.write(`${safeLine(action.title)}? [y/N] `)
  const answer = await firstLine(input.open())
  return /^\s*(?:y|yes)\s*$/i.test(answer) ? (person ?? 'a person') : null
}

async function firstLine(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) {
    text += new TextDecoder().decode(chunk)
    if (text.includes('\n') || text.length > 1000) break
  }
  return text.split('\n')[0] ?? ''
}

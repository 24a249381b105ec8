import type { Action } from '../../core/model/plan.ts'
import type { Environment } from '../environment.ts'
import { safeLine } from '../terminal/safe-text.ts'
import type { HealOptions } from './options.ts'
import type { Tell } from './tell.ts'

/**
 * Who says yes to an action: `sherpa` where the policy allows it and `--yes` was given, a person at the terminal, or nobody: null. What the
 * policy wants a person for, `--yes` alone does not do.
 */
export async function approved(
  action: Action,
  { yes }: Pick<HealOptions, 'yes'>,
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
  err.write(`${safeLine(action.title)}? [y/N] `)
  const answer = await firstLine(input.open())
  return /^\s*(?:y|yes)\s*$/i.test(answer) ? (variables['USER'] ?? 'a person') : null
}

async function firstLine(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) {
    text += new TextDecoder().decode(chunk)
    if (text.includes('\n') || text.length > 1000) break
  }
  return text.split('\n')[0] ?? ''
}

import type { Action } from '../../core/model/plan.ts'
import type { Environment } from '../environment.ts'
import type { HealOptions } from './options.ts'

/**
 * Who says yes to an action: `sherpa` where the policy allows it and `--yes` was given, a person at the terminal, or nobody: null. What the
 * policy wants a person for, `--yes` alone does not do.
 */
export async function approved(action: Action, { yes }: HealOptions, environment: Environment): Promise<string | null> {
  if (yes && action.verdict === 'allow') return 'sherpa'
  const { input, out, variables } = environment
  if (!input.isTTY) {
    out.write(
      action.verdict === 'allow'
        ? 'Nothing was done: give --yes to do it.\n'
        : 'Nothing was done: this needs a person at a terminal to say yes.\n',
    )
    return null
  }
  out.write(`${action.title}? [y/N] `)
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

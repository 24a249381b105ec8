import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../../..')

/** The texts of a document's fenced blocks in one language, with the indentation of a list item taken off. */
export function codeBlocks(document: string, language: string): readonly string[] {
  const fence = new RegExp(`^(?<indent> *)\`\`\`${language}\\n(?<code>[\\s\\S]*?)^\\k<indent>\`\`\`$`, 'gm')
  const blocks = readFileSync(join(ROOT, document), 'utf8').matchAll(fence)
  return [...blocks].map(({ groups: { indent = '', code = '' } = {} }) => code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''))
}

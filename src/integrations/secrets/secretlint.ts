import type { SecretFinder } from '../../core/ports/secrets.ts'
import { mayFind } from './gate.ts'

/** Secretlint's recommended rules as a finder; the library is loaded when first needed. https://github.com/secretlint/secretlint */
export function createSecretlintFinder(): SecretFinder {
  return {
    mayFind: text => mayFind(prepared(text)),
    find: async text => {
      const [{ lintSource }, { creator }] = await Promise.all([
        import('@secretlint/core'),
        import('@secretlint/secretlint-rule-preset-recommend'),
      ])
      const { messages } = await lintSource({
        source: { filePath: 'log.txt', content: prepared(text), contentType: 'text', ext: '.txt' },
        options: {
          noPhysicFilePath: true,
          config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] },
        },
      })
      return messages.map(({ range: [start, end] }) => ({ start, end }))
    },
  }
}

/**
 * A text of the same length in which what is redacted looks like a variable, which secretlint leaves alone, and in which
 * no comment switches its rules off.
 */
function prepared(text: string): string {
  return text
    .replace(/\[redacted:[a-z-]{2,20}\]/g, marker => `\${${'_'.repeat(marker.length - 3)}}`)
    .replace(/secretlint-(?=disable|enable)/g, 'secretlint_')
}

import { expect, test } from 'vitest'
import { redact } from '../../core/redact/redact.ts'
import { safeProgress } from './safe-progress.ts'

test('a job cannot act on the terminal by its name, nor tell a secret', () => {
  const shown: string[] = []
  const progress = safeProgress(
    { show: (text, safe) => shown.push(safe?.(text) ?? text), clear: () => shown.push('clear') },
    redact,
  )
  progress.show('log 1 of 2: \u001b]0;title\u0007unit\r\n\u009b2J ghp_0123456789abcdefghijABCDEFGHIJ012345')
  progress.clear()
  expect(shown).toEqual(['log 1 of 2: unit  [redacted:github-token]', 'clear'])
})

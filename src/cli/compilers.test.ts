import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What was compiled before the compilers are set is used after it: in a process of its own, as V8 dies of a flag that does not bear this. */
const USED_BEFORE_AND_AFTER = `
  import { tuneCompilers } from ${JSON.stringify(join(import.meta.dirname, 'compilers.ts'))}
  const patterns = Array.from({ length: 100 }, (_, n) => new RegExp('(a|b)+' + n + '[^x]*?y(?:z|q)$', 'u'))
  const add = (a, b) => a + b
  const use = () => {
    for (const pattern of patterns) 'aab12ccyq'.replace(pattern, () => '')
    let sum = 0
    for (let n = 0; n < 300_000; n++) sum = add(sum, n % 7 ? n : 'x'.length)
    return sum
  }
  const before = use()
  tuneCompilers()
  for (let round = 0; round < 20; round++) if (use() !== before) throw new Error('a different sum')
  console.log('used')
`

test('setting the compilers leaves alone what is compiled already', () => {
  const { stdout, stderr, signal } = spawnSync(process.execPath, ['--input-type=module', '--eval', USED_BEFORE_AND_AFTER], {
    encoding: 'utf8',
    timeout: 30_000,
  })
  expect({ stdout, stderr, signal }).toEqual({ stdout: 'used\n', stderr: '', signal: null })
})

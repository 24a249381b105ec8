import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkExamples } from '../../src/core/match/check-examples.ts'
import { createMatcher, matchLines } from '../../src/core/match/match.ts'
import type { Rule } from '../../src/core/model/rule.ts'
import { tempFolder } from '../temp-folder.ts'
import { codeBlocks, ROOT } from './documents/code-blocks.ts'

test('the rule that CONTRIBUTING.md shows holds to its examples and matches', async () => {
  using folder = tempFolder()
  const file = folder.write('acmepack.ts', codeBlocks('CONTRIBUTING.md', 'ts').join('\n'))
  const { rules }: { rules: readonly Rule[] } = await import(file)
  expect(rules.flatMap(checkExamples)).toEqual([])
  const { matches } = matchLines([{ n: 7, text: 'acmepack: checksum mismatch for left-pad@1.3.0' }], createMatcher(rules))
  expect(matches[0]).toMatchObject({ rule: 'acmepack/checksum', title: 'Checksum of left-pad@1.3.0 does not match', at: 7 })
})

test.each(['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'SECURITY.md'])('%s names only scripts that exist', document => {
  const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const named = readFileSync(join(ROOT, document), 'utf8').matchAll(/npm run (?:--silent )?(?<name>[a-z:-]+)/g)
  expect([...named].map(match => match.groups?.['name'] ?? '').filter(name => !(name in scripts))).toEqual([])
})

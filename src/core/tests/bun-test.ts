import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** `bun test`: https://bun.sh/docs/cli/test. A failure is told above the line that names it, so only its message is known. */
export const framework: TestFramework = reportReader({
  id: 'bun-test',
  needles: ['bun test v', 'expect() calls', '(fail) '],
  proof: /^bun test v|^ *\d+ expect\(\) calls$|^Ran \d+ tests? across \d+ files?\./,
  suite: /^(?:##\[group\])?(?<suite>(?:[\w@.-]+\/)*[\w.-]+\.[cm]?[jt]sx?):$/,
  failed: [],
  listed: [/^(?:\(fail\)|✗) (?<name>\S.*?)(?: \[[\d.]+m?s\])?$/],
  identity: name => name,
  passed: /^(?:\(pass\)|✓) \S/,
  skipped: /^(?:\((?:skip|todo)\)|[»✎]) \S/,
  summary: [],
})

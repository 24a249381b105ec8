import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** gotestsum, all formats: https://github.com/gotestyourself/gotestsum#output-format */
export const framework: TestFramework = reportReader({
  id: 'gotestsum',
  needles: ['DONE '],
  proof: /^DONE (?:\d+ runs, )?\d+ tests?\b/,
  failed: [/^=== FAIL: (?<package>\S+) (?<name>(?:Test|Fuzz|Example|Benchmark)\S*)(?: \(re-run \d+\))?(?: \([\d.]+s\))?$/],
  name: ({ package: path, name }) => (path && name ? `${path}.${name}` : undefined),
  end: /^(?:=== |DONE )/,
  place: /^ +(?<file>[\w.-]+\.go):(?<line>\d+): /,
  label: /^ +[\w.-]+\.go:\d+: /,
  summary: [
    /^DONE (?:\d+ runs, )?(?<total>\d+) tests?(?:, (?<skipped>\d+) skipped)?(?:, (?<failed>\d+) failures?)?(?:, \d+ errors?)? in /,
  ],
})

import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** specs2's console output, also under sbt: https://etorreborre.github.io/specs2/ */
export const framework: TestFramework = reportReader({
  id: 'specs2',
  needles: ['Total for specification', ' example, ', ' examples, '],
  proof: /^\s*Total for specification|^\s*\d+ examples?, (?:\d+ expectations?, )?\d+ failures?, \d+ errors?/,
  suite: /^(?<suite>[A-Z].*(?:should|can|must|Spec|Specification|Test))$/,
  failed: [/^ *[x!] (?<name>\S.*?)(?: \(\d+ ms\))?$/],
  name: ({ name }, suite) => (suite ? `${suite} ${name}` : name),
  end: /^ *[+*o-] \S|^\s*Total for specification|^\s*Finished in |^$/,
  place: /\((?<file>\w+\.(?:scala|java)):(?<line>\d+)\)$/,
  summary: [
    /^\s*(?<total>\d+) examples?, (?:\d+ expectations?, )?(?<failed>\d+) failures?, (?<errors>\d+) errors?(?:, (?<pending>\d+) pending)?(?:, (?<skipped>\d+) skipped)?/,
  ],
})

import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** clojure.test, under Leiningen, the Clojure CLI or cognitect's test-runner: https://clojure.github.io/clojure/clojure.test-api.html */
export const framework: TestFramework = reportReader({
  id: 'clojure-test',
  needles: ['FAIL in (', 'ERROR in (', ' assertions.'],
  proof: /^(?:FAIL|ERROR) in \(|^Ran \d+ tests containing \d+ assertions\.$/,
  suite: /^(?:lein test|Testing) (?<suite>[a-z][\w.*+!?-]+)$/,
  failed: [/^(?:FAIL|ERROR) in \((?<name>[^)]+)\)(?: \((?<file>[^:)]+):(?<line>-?\d+)\))?$/],
  name: ({ name }, suite) => (suite ? `${suite}/${name}` : name),
  end: /^(?:lein test |Testing |Ran \d+ tests)/,
  ran: /^Ran (?<total>\d+) tests containing \d+ assertions\.$/,
  summary: [/^(?<failed>\d+) failures, (?<errors>\d+) errors\.$/],
})

import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** RSpec 2 and 3, progress and documentation formatters: https://rspec.info/features/3-13/rspec-core/formatters/ */
export const framework: TestFramework = reportReader({
  id: 'rspec',
  needles: [' examples, ', ' example, ', 'Failed examples:'],
  proof: /^rspec (?:'|\.\/|\S+_spec\.rb)|^ +Failure\/Error: |\(files took [\d.]+ |^Finished in .*(?:minutes?|seconds?)$/,
  within: { from: /^Failures:$/, to: /^(?:Pending:|Finished in |Top \d+ slowest)/ },
  failed: [/^ {2,4}\d+\) (?<name>\S.*)$/],
  identity: name => name.replace(/ (?:FIXED|FAILED)$/, '').replace(/\s+/g, ' '),
  place: /^ +# (?<file>\.\/\S+?_spec\.rb):(?<line>\d+)/,
  noise: /^ +# /,
  label: /^ *Failure\/Error: ?/,
  summary: [
    /^(?<total>\d+) examples?, (?<failed>\d+) failures?(?:, (?<pending>\d+) pending)?(?:, (?<errors>\d+) errors? occurred outside of examples)?$/,
  ],
})

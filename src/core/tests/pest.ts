import type { TestFramework } from '../model/test-report.ts'
import { reportReader } from './lines/read-report.ts'

/** Pest 1 to 4, and Laravel's `artisan test` (Collision): https://pestphp.com */
export const framework: TestFramework = reportReader({
  id: 'pest',
  needles: [' assertions)', '  Tests:  ', 'FAILED  '],
  proof: /^ {2,}Tests: {2,}\d+ /,
  failed: [/^ *FAILED {2}(?<name>[A-Z]\S* (?:>|→) \S.*?)(?: {2,40}(?<why>\S.*))?$/, /^ {2}• (?<name>[A-Z][\w\\]+ > \S.*)$/],
  end: /^ {2}─{10,}|^ {2}Tests: /,
  place: /^ +at (?<file>\S+\.php):(?<line>\d+)$/,
  noise: /^ +at \S+\.php:\d+$|^ *[➜▕ \d]*▕|^ +\+?\d+ vendor frames/,
  summary: [
    /^ {2,}Tests: {2,}(?:(?<failed>\d+) failed(?:, )?)?(?:\d+ warnings?(?:, )?)?(?:\d+ (?:risky|incomplete|deprecated|notices?|todos?)(?:, )?)*(?:(?<skipped>\d+) (?:skipped|pending)(?:, )?)?(?:(?<passed>\d+) passed)?(?: \(\d+ assertions?\))?$/,
  ],
})

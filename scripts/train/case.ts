import { withScores } from '../../src/core/locate/score-lines.ts'
import { chooseLines } from '../../src/core/log/excerpt.ts'
import type { CaseFile } from '../../src/core/model/case-file.ts'
import type { Example } from './dataset.ts'

/** The case file that the product would have made of this log, had its lines these scores. */
export function caseOf({ row, evidence, format, bytes }: Example, scores: Float32Array): CaseFile {
  const scored = withScores(evidence, scores)
  const { sections, matches, tests, total } = evidence
  return {
    schema: 'sherpa.case/1',
    source: { kind: 'file', name: row.id },
    run: null,
    jobs: [],
    logs: [
      {
        name: row.id,
        job: null,
        format,
        size: { lines: total, bytes },
        runner: null,
        sections,
        matches,
        tests,
        lines: chooseLines(scored, matches, tests),
        compared: evidence.baseline !== undefined,
      },
    ],
    reports: [],
    notes: [],
  }
}

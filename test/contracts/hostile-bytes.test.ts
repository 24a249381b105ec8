import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diagnose } from '../../src/core/diagnose.ts'
import { createKnowledge, createLogReader } from '../../src/core/log/read.ts'
import type { CaseFile } from '../../src/core/model/case-file.ts'
import { diagnosisDocument } from '../../src/core/report/json.ts'
import { diagnosisSchema } from '../../src/core/report/schema.ts'
import { rules } from '../../src/core/rules/index.ts'
import { frameworks } from '../../src/core/tests/index.ts'

const knowledge = createKnowledge({ rules, frameworks })
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Words that somebody looks for: examples of rules, texts of test frameworks, marks of CIs. */
const telling = fc.constantFrom(
  ...rules.flatMap(rule => [...rule.examples.match.map(example => example.text), ...rule.examples.miss]),
  ...frameworks.flatMap(framework => framework.needles),
  ...[
    '##[group]Run x',
    '##[error]boom',
    'travis_fold:start:a\r\u001b[0K$ x',
    'section_start:1:step_script\r\u001b[0K',
    '[Pipeline] { (a)',
    '\ufeff',
    '\u0000',
  ],
)
const piece = fc.oneof(
  { weight: 3, arbitrary: telling.map(text => bytesOf(`${text}\n`)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\r', '\r\n', '\u001b[', ' ').map(bytesOf) },
)

test('whatever the bytes and however they arrive, there is an answer that keeps its schema, with lines that exist', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), chunks => {
      const reader = createLogReader({ name: 'log', job: null, knowledge })
      for (const chunk of chunks) reader.push(chunk)
      const log = reader.end()
      const file: CaseFile = {
        schema: 'sherpa.case/1',
        source: { kind: 'file', name: 'log' },
        run: null,
        jobs: [],
        logs: [log],
        reports: [],
        notes: [],
      }
      const answer = diagnose(file, knowledge)
      expect(diagnosisSchema.safeParse(diagnosisDocument(answer)).error).toBeUndefined()
      for (const { lines } of [...answer.failures, ...answer.highlights]) {
        const [start, end] = lines ?? [1, log.size.lines]
        expect(start >= 1 && start <= end && end <= log.size.lines).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

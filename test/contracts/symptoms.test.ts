import { describe, expect, test } from 'vitest'
import { diagnose } from '../../src/core/diagnose.ts'
import { createKnowledge, createLogReader } from '../../src/core/log/read.ts'
import type { Diagnosis } from '../../src/core/model/diagnosis.ts'
import type { Rule } from '../../src/core/model/rule.ts'
import { rules } from '../../src/core/rules/index.ts'

const knowledge = createKnowledge({ rules, frameworks: [] })
const symptoms = rules.filter(rule => rule.role === 'symptom')
const causes = rules.filter(rule => (rule.role ?? 'cause') === 'cause')
const ids = new Set(symptoms.map(rule => rule.id))
const example = (rule: Rule) => rule.examples.match[0]?.text ?? ''

function diagnosed(text: string): Diagnosis {
  const reader = createLogReader({ name: 'log', job: null, knowledge })
  reader.push(new TextEncoder().encode(text))
  return diagnose(
    {
      schema: 'sherpa.case/1',
      source: { kind: 'file', name: 'log' },
      run: { conclusion: 'failure' },
      jobs: [],
      logs: [reader.end()],
      reports: [],
      notes: [],
    },
    knowledge,
  )
}

describe('a symptom never wins over its cause', () => {
  const echoes = symptoms.map(example).join('\n')

  test.each(causes.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
    const first = diagnosed(`building\n${example(rule)}\n${echoes}\n`).failures[0]
    expect(ids.has(first?.rule ?? '')).toBe(false)
    expect(first?.lines).not.toBeNull()
  })
})

test('where there is nothing but a symptom, it is told', () => {
  for (const rule of symptoms) expect(diagnosed(`${example(rule)}\n`).failures, rule.id).not.toEqual([])
})

test('the same failure has the same id in another log, at another line', () => {
  for (const rule of causes.filter(one => !example(one).includes('\n'))) {
    const text = example(rule)
    const one = diagnosed(`${text}\n`).failures.find(failure => failure.rule === rule.id)
    const other = diagnosed(`building\nfor a while\n${text}\ndone\n`).failures.find(failure => failure.rule === rule.id)
    expect(other?.fingerprint, rule.id).toBe(one?.fingerprint)
  }
})

import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { diagnosisOf, HOSTILE, hostileDiagnosis } from './diagnosis.fixture.ts'
import { FORMATS } from './index.ts'
import { type DiagnosisDocument, diagnosisDocument, renderJson } from './json.ts'
import { diagnosisSchema } from './schema.ts'

type Read<T> = T extends readonly (infer Item)[]
  ? number extends T['length']
    ? readonly Read<Item>[]
    : { readonly [Key in keyof T]: Read<T[Key]> }
  : T extends object
    ? {
        readonly [Key in keyof T as string extends Key
          ? string extends keyof T
            ? T[Key & keyof T] extends string
              ? Key
              : never
            : Key
          : Key]: Read<T[Key]>
      }
    : T

test('schema and model type say the same', () => {
  expectTypeOf<z.output<typeof diagnosisSchema>>().toExtend<DiagnosisDocument>()
  expectTypeOf<DiagnosisDocument>().toExtend<Read<z.output<typeof diagnosisSchema>>>()
})

const documents = [diagnosisOf(), diagnosisOf({ run: null, failures: [], highlights: [] }), ...HOSTILE.map(hostileDiagnosis)]

describe('what is printed keeps to the schema', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(
    JSON.parse(readFileSync(new URL('../../../schemas/diagnosis.schema.json', import.meta.url), 'utf8')),
  )

  test.each(documents.map(document => [document.headline, document]))('%j', (_, document) => {
    const printed = JSON.parse(renderJson(document))
    expect(diagnosisSchema.parse(printed)).toEqual(printed)
    expect(validate(printed) ? [] : validate.errors).toEqual([])
  })
})

test('a wrong document is refused by name of the field', () => {
  const { error } = diagnosisSchema.safeParse({ ...diagnosisDocument(diagnosisOf()), confidence: 2, category: 'odd' })
  expect(error?.issues.map(issue => issue.path.join('.')).sort()).toEqual(['category', 'confidence'])
})

test('the file in schemas/ is what the schema says', () => {
  const written = JSON.parse(readFileSync(new URL('../../../schemas/diagnosis.schema.json', import.meta.url), 'utf8'))
  expect(written).toEqual({ title: 'sherpa.diagnosis/1', ...z.toJSONSchema(diagnosisSchema) })
})

test.each(Object.entries(FORMATS))('%s ends in a line feed and says the same twice', (_, render) => {
  const text = render(diagnosisOf())
  expect(text.endsWith('\n')).toBe(true)
  expect(render(diagnosisOf())).toBe(text)
})

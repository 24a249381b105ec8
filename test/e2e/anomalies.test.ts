import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seriesScoreSchema } from '../../src/core/series/schema.ts'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder[Symbol.dispose]())

const run = (...args: string[]) => sherpa(['anomalies', 'score', ...args], { cwd: folder.path })

const VALUES = Array.from({ length: 100 }, (_, i) => (i === 30 ? 500 : (i < 60 ? 60 : 90) + ((i * 37) % 11) / 5))
const CSV = `timestamp,value\n${VALUES.map((value, i) => `2026-01-01 00:${String(i % 60).padStart(2, '0')}:00,${value}\n`).join('')}`

describe('sherpa anomalies score', () => {
  test('one JSON line a file, as its schema says, of CSV and of JSON', async () => {
    folder.write('a.csv', CSV)
    folder.write('b.json', JSON.stringify(VALUES))
    const { stdout, stderr, exitCode } = await run('a.csv', 'b.json', '--json')
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map(line => seriesScoreSchema.parse(JSON.parse(line)))
    expect([exitCode, stderr, documents.length]).toEqual([0, '', 2])
    for (const document of documents)
      expect(document).toMatchObject({ anomalies: [30], changePoints: [60], scores: { length: 100 } })
    expect(documents.map(({ file }) => file)).toEqual(['a.csv', 'b.json'])
  })

  test('a picture with marks, and a sentence a finding', async () => {
    folder.write('b.json', JSON.stringify(VALUES))
    const { stdout } = await run('b.json')
    const [title, course, under, ...sentences] = stdout.trimEnd().split('\n')
    expect(title).toBe('b.json: 100 points, 2 findings')
    expect([course?.length, under?.indexOf('o'), under?.indexOf('^')]).toEqual([100, expect.any(Number), expect.any(Number)])
    expect(sentences).toEqual([
      expect.stringMatching(/^ {2}o A single 500 where 61 is usual \(.8\.2\), at point 30; over 99 % sure\.$/),
      '  ^ The level rose from 61 to 91 (+49 %) since point 60, for 40 points; over 99 % sure.',
    ])
  })

  test('standard input, and what was not measured', async () => {
    const { stdout } = await sherpa(['anomalies', 'score', '-', '--json'], { cwd: folder.path, input: '[1, null, 2]' })
    expect(JSON.parse(stdout)).toEqual({ file: '-', scores: [0, 0, 0], anomalies: [], changePoints: [], findings: [] })
  })

  test('a file that is no series is told in a sentence; the others are scored', async () => {
    folder.write('object.json', '{"a": 1}')
    folder.write('text.json', '[1, "2"]')
    folder.write('broken.json', '[1, 2')
    folder.write('table.csv', 'a,b\n1,2\n')
    folder.write('good.json', '[1, 2, 3]')
    const { stdout, stderr, exitCode } = await run(
      'object.json',
      'text.json',
      'broken.json',
      'table.csv',
      'none.csv',
      'good.json',
      '--json',
    )
    expect(exitCode).toBe(2)
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr.split('\n').filter(line => line.startsWith('✖'))).toEqual([
      '✖ object.json is JSON, but no array of numbers [bad-series]',
      '✖ text.json holds a string where a number belongs, at index 1 [bad-series]',
      '✖ broken.json is not valid JSON [bad-series]',
      '✖ table.csv has no header with the columns timestamp and value [bad-series]',
      '✖ none.csv does not exist [file-missing]',
    ])
  })
})

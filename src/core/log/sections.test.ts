import { expect, test } from 'vitest'
import { cpuTime } from '../../../test/cpu-time.ts'
import { reading } from './reading.fixture.ts'

const start = (name: string | number) => `section_start:1772438400:${name}\r\u001b[0Ktext`
const many = <T>(of: (index: number) => T, length = 40_000) => Array.from({ length }, (_, index) => of(index))

test.each([
  ['sections that never end', many(start)],
  ['sections without a step, and verdicts', [...many(start), ...many(() => 'ERROR: Job failed: exit code 1')]],
  ['ends of what never began', [...many(start), ...many(i => `section_end:1772438400:other${i}\r`)]],
])('time is linear: %s', (_, lines) => {
  expect(cpuTime(() => reading(lines))).toBeLessThan(2000)
})

test('what encloses a hundred groups that never end is still open', () => {
  const { sections } = reading([start('get_sources'), ...many(start, 150), 'last'])
  expect(sections[0]).toMatchObject({ name: 'get_sources', lines: [1, 152] })
  expect(sections.find(({ name }) => name === '0')).toMatchObject({ lines: [2, 101] })
})

import { beforeEach, expect, test } from 'vitest'
import { createProgressLine } from './progress-line.ts'

let written: string[]
let nowMs: number
beforeEach(() => {
  written = []
  nowMs = 0
})

const line = ({ isTTY = true, columns = 20 } = {}) =>
  createProgressLine({ write: text => void written.push(text), isDone: true, isTTY, columns, colour: false }, () => nowMs)

const showAt = (progress: ReturnType<typeof line>, ms: number, text: string) => {
  nowMs = ms
  progress.show(text)
}

test('short work stays silent', () => {
  const progress = line()
  showAt(progress, 0, 'a')
  showAt(progress, 399, 'b')
  progress.clear()
  expect(written).toEqual([])
})

test('long work says what it does, not too often, and cleans up', () => {
  const progress = line()
  for (const [ms, text] of [
    [0, 'a'],
    [400, 'b'],
    [450, 'c'],
    [480, 'd'],
  ] as const)
    showAt(progress, ms, text)
  progress.clear()
  progress.clear()
  expect(written).toEqual(['\r\u001b[2Kb', '\r\u001b[2Kd', '\r\u001b[2K'])
})

test('one line stays one line', () => {
  const progress = line({ columns: 10 })
  showAt(progress, 0, '')
  showAt(progress, 500, 'x'.repeat(30))
  expect(written).toEqual([`\r\u001b[2K${'x'.repeat(8)}…`])
})

test('where nobody watches, nothing is written', () => {
  const progress = line({ isTTY: false })
  showAt(progress, 0, 'a')
  showAt(progress, 5000, 'b')
  progress.clear()
  expect(written).toEqual([])
})

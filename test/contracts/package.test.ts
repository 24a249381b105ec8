import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { OLDEST_NODE } from '../../src/cli/node-version.ts'

const { engines }: { engines: { node: string } } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'),
)

test('package.json asks for the Node that the command line asks for', () => {
  expect(engines.node).toBe(`>=${OLDEST_NODE}`)
})

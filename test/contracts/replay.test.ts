import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diagnose } from '../../src/core/diagnose.ts'
import { parseCaseFile } from '../../src/core/gather/case-file.ts'
import { gatherInput } from '../../src/core/gather/from-logs.ts'
import { createKnowledge } from '../../src/core/log/read.ts'
import { rules } from '../../src/core/rules/index.ts'
import { frameworks } from '../../src/core/tests/index.ts'
import { opened } from '../read-input.ts'

const LOGS = join(import.meta.dirname, '../../fixtures/logs')
const knowledge = createKnowledge({ rules, frameworks })
const names = readdirSync(LOGS).filter(file => file.endsWith('.log'))

test('every case file that is written can be read, and replays to the same diagnosis', async () => {
  for (const name of names) {
    const file = await gatherInput(await opened(join(LOGS, name)), { knowledge })
    const saved = await parseCaseFile(JSON.stringify(file), `${name}.json`)
    expect(saved, name).toEqual(file)
    expect(diagnose(saved, knowledge), name).toEqual(diagnose(file, knowledge))
  }
})

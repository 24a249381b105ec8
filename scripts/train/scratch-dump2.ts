import { readFileSync, writeFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import { createBaselineReader, isNovel } from '../../src/core/log/baseline.ts'
import { createKnowledge } from '../../src/core/log/read.ts'
import { readBytes } from './dataset.ts'
import { createKeeper } from '../../src/core/log/keep.ts'
import { readLines } from '../../src/core/log/lines.ts'
const cached = deserialize(readFileSync('/tmp/cases.bin')) as any[]
const k = createKnowledge({ rules: [], frameworks: [] })
writeFileSync('/tmp/novel.ndjson', cached.filter(c => c.row.source === 'cidiff' && c.compared).map(c => {
  const r = createBaselineReader(); r.push(readBytes(c.row.passLog)); const b = r.end()
  const kp = createKeeper(k.scanner); kp.push(readBytes(c.row.log)); const lines = readLines(kp.end().blocks).lines
  return JSON.stringify({ id: c.row.id, novel: lines.map(l => b.has(l.text) ? 0 : 1), blank: lines.map(l => l.text.trim() ? 0 : 1), text: lines.map(l => l.text.slice(0, 150)) })
}).join('\n'))

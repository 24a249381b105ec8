import { readFileSync, writeFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
const cached = deserialize(readFileSync('/tmp/cases.bin')) as any[]
writeFileSync('/tmp/oof.ndjson', cached.filter(c => c.row.lines?.length && ['cidiff','logchunks','pytorch-classify'].includes(c.row.source)).map(c => JSON.stringify({ id: c.row.id, compared: c.compared, lines: Array.from(c.n), scores: Array.from(c.scores as Float32Array, (p:number) => Math.round(p * 1e5) / 1e5), gold: c.row.lines })).join('\n'))

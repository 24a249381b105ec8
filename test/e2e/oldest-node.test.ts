import { execFileSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { pastDocuments } from './past.ts'
import { CLI } from './sherpa.ts'

/** A Node of the oldest version that sherpa runs on; CI brings it. */
const node = process.env['SHERPA_TEST_OLDEST_NODE']

test.skipIf(node === undefined)(
  'on the oldest Node, without the addon, a history works and nothing is warned of',
  { timeout: 60_000 },
  () => {
    using folder = tempFolder()
    // Away from the packages of this project: SQLite is that of Node.
    cpSync(dirname(CLI), join(folder.path, 'dist'), { recursive: true })
    writeFileSync(join(folder.path, 'package.json'), '{"type":"module"}')
    folder.write('runs.ndjson', pastDocuments())
    const run = (...args: string[]) =>
      execFileSync('/bin/sh', ['-c', 'exec "$@" 2>&1', 'sh', node ?? '', 'dist/cli.js', ...args, '--store', 'a.db'], {
        cwd: folder.path,
        encoding: 'utf8',
      })
    expect(run('ingest', 'runs.ndjson')).toBe('documents: 100 new, 0 known, 0 refused\n')
    expect(run('store', 'check')).toMatch(/^\S+a\.db \([\s\S]*✔ the history is sound\n$/)
    expect(JSON.parse(run('trends', '--json'))).toMatchObject({ total: { runs: 100 } })
    expect(run('report', '--html', 'out.html')).toBe('out.html is written\n')
  },
)

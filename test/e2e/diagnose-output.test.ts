import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diagnosisSchema } from '../../src/core/report/schema.ts'
import { GREEN, logPath, logText, RED, RED_RULE } from './logs.ts'
import { sherpa } from './sherpa.ts'

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => sherpa(['diagnose', ...args], { env })
const red = logPath(RED)

describe('formats', () => {
  test('text, made to be read', async () => {
    const { stdout, stderr } = await run([red])
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^✖ npm cannot resolve the dependency tree\n {2}dependency · /)
    for (const part of ['lines 34-52', 'Why', 'Next', 'npm error code ERESOLVE']) expect(stdout).toContain(part)
    expect(stdout).toMatch(/^(?: {2}|▸ ) *\d+ │ npm error/m)
  })

  test('json: one document that keeps its schema, and nothing else', async () => {
    for (const args of [['--json'], ['--format', 'json']]) {
      const { stdout, stderr } = await run([red, ...args])
      expect(stderr).toBe('')
      expect(stdout.endsWith('}\n')).toBe(true)
      expect(diagnosisSchema.safeParse(JSON.parse(stdout)).error).toBeUndefined()
    }
  })

  test('json of a log that passed keeps the schema, too', async () => {
    expect(diagnosisSchema.safeParse(JSON.parse((await run([logPath(GREEN), '--json'])).stdout)).error).toBeUndefined()
  })

  test('markdown', async () => {
    expect((await run([red, '--format', 'markdown'])).stdout).toMatch(/^#+ .*npm cannot resolve the dependency tree/m)
  })

  test('html: one page that loads nothing', async () => {
    const { stdout } = await run([red, '--format', 'html'])
    expect(stdout).toMatch(/^<!doctype html>/i)
    expect(stdout).not.toMatch(/<script|<link|<img|\ssrc=|@import|url\(/i)
  })

  test('sarif', async () => {
    const { stdout } = await run([red, '--format', 'sarif'])
    const { version, runs } = JSON.parse(stdout)
    expect(version).toBe('2.1.0')
    expect(runs[0].results[0]).toMatchObject({ ruleId: RED_RULE })
  })

  test('of several inputs each, one after the other', async () => {
    const { stdout } = await run([red, logPath(GREEN)])
    expect(stdout).toContain('npm cannot resolve')
    expect(stdout).toContain('nothing failed in')
  })
})

describe('colour', () => {
  const coloured = /\u001b\[[\d;]*m/

  test('is for terminals only', async () => {
    expect((await run([red])).stdout).not.toMatch(/\u001b/)
  })

  test.each([
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ NO_COLOR: '1' }, false],
  ])('%j', async (env, expected) => {
    expect(coloured.test((await run([red], env)).stdout)).toBe(expected)
  })

  test('never gets into JSON', async () => {
    expect((await run([red, '--json'], { FORCE_COLOR: '1' })).stdout).not.toMatch(/\u001b/)
  })
})

/** A terminal of so many columns: `script` of util-linux makes one. */
const hasScript = spawnSync('script', ['--version']).status === 0
describe.skipIf(!hasScript)('on a terminal (needs the command script)', () => {
  const onTerminal = (columns: number, env: Readonly<Record<string, string>> = {}) => {
    const cli = join(import.meta.dirname, '../../dist/cli.js')
    const command = `stty cols ${columns} rows 24; '${process.execPath}' '${cli}' diagnose '${red}'`
    const { stdout } = spawnSync('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
    })
    return stdout.replace(/\r/g, '')
  }
  const widest = (text: string) =>
    Math.max(
      ...text
        .replace(/\u001b\[[\d;?]*[A-Za-z]/g, '')
        .split('\n')
        .map(line => [...line].length),
    )

  test('there is colour, and none where NO_COLOR asks for none', () => {
    expect(onTerminal(100)).toMatch(/\u001b\[/)
    expect(onTerminal(100, { NO_COLOR: '1' })).not.toMatch(/\u001b\[\d/)
  })

  test.each([40, 60, 100, 200])('no line is wider than its %i columns', columns => {
    const text = onTerminal(columns)
    expect(text).toContain('npm cannot resolve')
    expect(widest(text)).toBeLessThanOrEqual(columns)
  })
})

test('a terminal of the C locale gets ASCII', async () => {
  const { stdout } = await run([red], { LC_ALL: 'C' })
  expect(stdout).toMatch(/^[\x20-\x7e\n]*$/)
})

test('as many excerpts as asked for', async () => {
  const { highlights } = JSON.parse((await run([red, '--json', '--highlights', '1'])).stdout)
  expect(highlights).toHaveLength(1)
})

test('the same input gives the same answer, byte by byte', async () => {
  const [one, other] = await Promise.all([run([red, '--json']), run([red, '--json'])])
  expect(one.stdout).toBe(other.stdout)
  expect(logText(RED).split('\n')[33]).toContain('npm error code ERESOLVE')
})

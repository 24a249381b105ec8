import { readFileSync } from 'node:fs'
import { setTimeout as rest } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../../../test/temp-folder.ts'
import { tryCommand } from './try-command.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder[Symbol.dispose]())

const PATIENT = { timeoutMs: 30_000, signal: new AbortController().signal }

const attempt = (script: string, more: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
  tryCommand({
    ...{ command: ['sh', '-c', script], directory: folder.path, now: () => 0, ...PATIENT, ...more },
    variables: { PATH: process.env['PATH'], GIVEN: 'yes' },
  })

describe('a command that is tried', () => {
  test.each([
    ['exit 0', 'passed', 0],
    ['exit 1', 'failed', 1],
    ['exit 125', 'skipped', 125],
    ['kill -SEGV $$', 'failed', null],
  ])('%s: %s', async (script, outcome, exitCode) => {
    expect(await attempt(script)).toMatchObject({ outcome, exitCode })
  })

  test('sees the variables that it is given and no other, no input, and its folder', async () => {
    const { tail } = await attempt('echo "$GIVEN:$HOME:"; pwd; cat; echo bad >&2')
    expect(tail.split('\n')).toEqual(['yes::', expect.stringContaining(folder.path), 'bad', ''])
  })

  test('of much output the end is kept', async () => {
    const { tail } = await attempt('i=0; while [ $i -lt 2000 ]; do echo "line $i"; i=$((i+1)); done')
    expect(tail).toMatch(/line 1999\n$/)
    expect(tail.length).toBeLessThanOrEqual(4000)
  })

  test('takes too long: it and what it started are ended', async () => {
    const { outcome } = await attempt('sleep 60 & echo $! > pid; wait', { timeoutMs: 300 })
    expect(outcome).toBe('timed-out')
    await gone(Number(readFileSync(`${folder.path}/pid`, 'utf8')))
  })

  test('what it leaves running is ended, and not waited for', async () => {
    const { outcome } = await attempt('sleep 60 & echo $! > pid')
    expect(outcome).toBe('passed')
    await gone(Number(readFileSync(`${folder.path}/pid`, 'utf8')))
  })

  test('is interrupted', async () => {
    const stop = new AbortController()
    const running = attempt('sleep 60', { signal: stop.signal })
    stop.abort()
    expect(await running).toMatchObject({ outcome: 'interrupted' })
  })

  test('is not there', async () => {
    const missing = { command: ['./no-such-command'], directory: folder.path, variables: {}, now: () => 0, ...PATIENT }
    await expect(tryCommand(missing)).rejects.toMatchObject({ code: 'command-not-run', kind: 'usage' })
  })
})

/** Waits until a process is no more, or nobody but its parent knows of it. */
async function gone(pid: number) {
  for (let tries = 0; tries < 100; tries++) {
    const state = stateOf(pid)
    if (state === null || state === 'Z') return
    await rest(20)
  }
  throw new Error(`process ${pid} still runs`)
}

function stateOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] ?? null
  } catch {
    return null
  }
}

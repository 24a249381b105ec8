import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

const LOG = join(import.meta.dirname, '../../fixtures/logs/pytest-failures.log')

const diagnose = async (env: Readonly<Record<string, string>>) => {
  const { stdout, stderr, exitCode } = await sherpa(['diagnose', LOG, '--json'], { env })
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 })
  return stdout
}

test('compiled code is kept for the user alone, and changes no answer, not even when it is damaged', async () => {
  using folder = tempFolder()
  const home = { HOME: folder.path }
  const code = join(folder.path, '.cache/sherpa/code')
  const first = await diagnose(home)
  const [name = '', ...others] = readdirSync(code)
  const kept = join(code, name)
  expect(others).toEqual([])
  expect(statSync(code).mode & 0o777).toBe(0o700)
  const written = statSync(kept).mtimeMs
  expect(await diagnose(home)).toBe(first)
  expect(statSync(kept).mtimeMs).toBe(written)
  const whole = readFileSync(kept)
  const flipped = Buffer.from(whole)
  flipped.fill(0x55, 100_000, 101_000)
  for (const damaged of [whole.subarray(0, 1000), flipped, Buffer.from('nonsense'), Buffer.alloc(0)]) {
    writeFileSync(kept, damaged)
    expect(await diagnose(home)).toBe(first)
    expect(readFileSync(kept).length).toBeGreaterThan(100_000)
  }
})

test('nothing is kept where the user wants none, nor read or written where others may write', async () => {
  using folder = tempFolder()
  const code = join(folder.path, 'sherpa/code')
  await diagnose({ XDG_CACHE_HOME: folder.path, NODE_DISABLE_COMPILE_CACHE: '1' })
  expect(existsSync(code)).toBe(false)
  mkdirSync(code, { recursive: true })
  chmodSync(code, 0o777)
  await diagnose({ XDG_CACHE_HOME: folder.path })
  expect(readdirSync(code)).toEqual([])
})

test('the code of healing is kept beside', async () => {
  using folder = tempFolder()
  const heal = () => sherpa(['heal', LOG, '--dry-run'], { env: { HOME: folder.path } })
  const { stdout } = await heal()
  expect((await heal()).stdout).toBe(stdout)
  await diagnose({ HOME: folder.path })
  const kept = readdirSync(join(folder.path, '.cache/sherpa/code')).map(name => name.split('-')[0])
  expect(kept).toEqual(['diagnose', 'heal'])
})

test('help, and what fails, keep nothing', async () => {
  using folder = tempFolder()
  const env = { HOME: folder.path }
  await sherpa(['--help'], { env })
  await sherpa(['diagnose', join(folder.path, 'none.log')], { env })
  expect(readdirSync(folder.path)).toEqual([])
})

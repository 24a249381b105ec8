import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { execa } from 'execa'
import { describe, expect, test } from 'vitest'
import { sherpa } from './sherpa.ts'

const manifest: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))

describe('help', () => {
  test('sherpa --help names every command and shows examples', async () => {
    const { stdout, stderr, exitCode } = await sherpa(['--help'])
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    for (const text of ['diagnose', 'rules', 'init', 'Examples:', 'Exit codes:']) expect(stdout).toContain(text)
  })

  test.each([[[]], [['help']]])('sherpa %j is the same', async args => {
    const [short, help] = await Promise.all([sherpa(args), sherpa(['--help'])])
    expect(short).toEqual(help)
  })

  test.each([
    [['diagnose', '--help'], '--baseline <log>'],
    [['help', 'diagnose'], '--baseline <log>'],
    [['rules', '--help'], 'sherpa rules show'],
    [['rules', 'list', '--help'], '--category <id>'],
    [['init', '--help'], '--force'],
  ])('sherpa %j shows its options', async (args, text) => {
    const { stdout, stderr, exitCode } = await sherpa(args)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(stdout).toContain(text)
  })

  test('tells no default that says nothing', async () => {
    expect((await sherpa(['diagnose', '--help'])).stdout).not.toMatch(/\(default: (?:\[\]|false)\)/)
  })

  test('sherpa --version is the version of the package', async () => {
    expect(await sherpa(['--version'])).toMatchObject({ stdout: `${manifest.version}\n`, stderr: '', exitCode: 0 })
  })
})

describe('usage that is not understood ends with 2 and a hint, and stdout stays empty', () => {
  test.each([
    [['diagnos'], "✖ unknown command 'diagnos' [usage]\nhint: did you mean diagnose?\n"],
    [['rules', 'lst'], "✖ unknown command 'lst' [usage]\nhint: did you mean list?\n"],
    [['diagnose', '--jsn'], "✖ unknown option '--jsn' [usage]\nhint: did you mean --json?\n"],
    [['rules', 'show'], "✖ missing required argument 'id' [usage]\nhint: see sherpa --help\n"],
    [
      ['diagnose', ''],
      '✖ an input with an empty name was given [no-input]\nhint: check that the variable it comes from is set\n',
    ],
    [['diagnose', '--attempt', 'two'], '✖ "two" is not a whole number from 1 [bad-option]\nhint: see sherpa --help\n'],
    [
      ['diagnose', '--now', 'today'],
      '✖ "today" is not a time in RFC 3339 [bad-option]\nhint: write it like 2026-11-22T08:30:00Z\n',
    ],
    [
      ['init', 'there'],
      "✖ too many arguments for 'init'. Expected 0 arguments but got 1: there. [usage]\nhint: see sherpa --help\n",
    ],
  ])('sherpa %j', async (args, stderr) => {
    expect(await sherpa(args)).toEqual({ stdout: '', stderr, exitCode: 2, signal: undefined })
  })

  test('a choice that does not exist', async () => {
    const { stderr, exitCode } = await sherpa(['diagnose', '--format', 'pdf'])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^✖ option '--format <format>' argument 'pdf' is invalid\. Allowed choices are text, json/)
  })

  test('escapes in an argument do nothing on the terminal', async () => {
    const { stderr } = await sherpa(['\u001b]0;owned\u0007x'])
    expect(stderr).not.toMatch(/[\u0007\u001b]/)
  })
})

test('a reader that has seen enough is no error', async () => {
  const result = await execa({ shell: true, reject: false })`${process.execPath} dist/cli.js rules list | head -1`
  expect(result).toMatchObject({ stderr: '', exitCode: 0 })
})

test('a disk without room for the output', async () => {
  const { stderr, exitCode } = await execa({ shell: true, reject: false })`${process.execPath} dist/cli.js rules list > /dev/full`
  expect({ stderr, exitCode }).toEqual({
    stderr: '✖ the output could not be written: ENOSPC [output-lost]\nhint: look at the place that stdout leads to',
    exitCode: 3,
  })
})

const oldNode = spawnSync('/usr/bin/node', ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
test.skipIf(!/^v(?:1[4-9]|20|21)\./.test(oldNode))(`on an old Node (${oldNode || 'none here'}) it says so`, async () => {
  const { stdout, stderr, exitCode } = await sherpa(['--help'], { node: '/usr/bin/node' })
  expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
  expect(stderr).toMatch(/^✖ sherpa needs Node 22\.13 or newer, and this is Node \S+ \[node-too-old\]\nhint: /)
})

import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildBundle, findOpa, startOpa } from '../opa.ts'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

const EXAMPLES = join(import.meta.dirname, '../../examples/policy')

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
  for (const name of ['sherpa.yml', 'cases.yml', 'facts.json']) copyFileSync(join(EXAMPLES, name), join(folder.path, name))
})
afterEach(() => folder[Symbol.dispose]())

const run = (...args: string[]) => sherpa(['policy', ...args], { cwd: folder.path })

describe('sherpa policy check', () => {
  test('what holds without a word about it', async () => {
    folder.write('empty.yml', 'version: 1\n')
    const { stdout, exitCode } = await run('check', 'empty.yml', '--json')
    expect(exitCode).toBe(0)
    const { preset, engine, remedies } = JSON.parse(stdout)
    expect({ preset, engine }).toEqual({ preset: 'suggest', engine: null })
    expect(new Set(remedies.flatMap(({ otherwise }: { otherwise: string[] }) => otherwise))).toEqual(new Set(['suggest']))
  })

  test('remedy by remedy, with the rules', async () => {
    const { stdout, stderr, exitCode } = await run('check')
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(stdout).toMatch(/^rerun-job +1, 2 +ask$/m)
    expect(stdout).toMatch(/^roll-back-deployment +1, 3 +suggest$/m)
    expect(stdout).toContain('rule 1  every remedy: off when labels do-not-touch\n')
  })

  test('what depends on the failure, and a rule that is never asked', async () => {
    folder.write(
      'sherpa.yml',
      'policy: { preset: auto-rerun, rules: [{ remedy: open-issue, then: off }, { remedy: open-issue, then: auto }] }\n',
    )
    const { stdout } = await run('check')
    expect(stdout).toMatch(/^rerun-job +– +auto or, where only a change mends it, ask$/m)
    expect(stdout).toContain('rule 2  open-issue: auto  (never applies: an earlier rule always does)\n')
    expect(JSON.parse((await run('check', '--json')).stdout)).toMatchObject({ neverApply: [2] })
  })

  test('a mistake has its place', async () => {
    folder.write('sherpa.yml', "policy:\n  rules:\n    - { when: { branch: '!main' }, then: auto }\n")
    expect(await run('check')).toMatchObject({
      stdout: '',
      stderr:
        '✖ sherpa.yml:3:25: policy.rules[0].when.branch cannot be negated: write an earlier rule for the exception: "!main" [bad-config]\n',
      exitCode: 2,
    })
  })
})

describe('sherpa policy explain', () => {
  test('a case of options: which rule decides', async () => {
    folder.write(
      'sherpa.yml',
      'policy: { rules: [{ when: { fork: true }, then: off }, { when: { branch: main }, then: auto }] }\n',
    )
    expect(await run('explain', '--remedy', 'rerun-job', '--category', 'network', '--branch', 'main')).toEqual({
      stdout: [
        '✖ deny: rerun-job',
        '  Rule 1 of the policy may apply (not known: whether the code comes from a fork), and forbids it.',
        '',
        '  rule 1     may apply, as this is not known: fork; off holds where that is stricter',
        '  rule 2     applies: auto',
        '  otherwise  is not asked',
        '',
      ].join('\n'),
      stderr: '',
      exitCode: 0,
      signal: undefined,
    })
  })

  test('facts on stdin, which options change, as JSON', async () => {
    const input = '{\n\t"remedy": "open-issue",\n\t"run": { "labels": ["do-not-touch"], "branch": "x" }\n}\n'
    const { stdout } = await sherpa(['policy', 'explain', '-', '--branch', 'y', '--now', '2026-01-04T10:00:00Z', '--json'], {
      cwd: folder.path,
      input,
    })
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'deny',
      reasons: [{ code: 'off' }],
      trail: [{ rule: 1, applies: true }, { rule: 2, applies: false }, { rule: 3 }],
      facts: { remedy: 'open-issue', run: { branch: 'y', labels: ['do-not-touch'], actor: null }, now: { weekday: 0, hour: 10 } },
    })
  })

  test('facts that are none', async () => {
    folder.write('facts.json', '{ "failure": { "category": "flake" } }\n')
    expect(await run('explain', 'facts.json')).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining('facts.json:1:28: failure.category must be one of test, '),
      exitCode: 2,
    })
    expect(await run('explain', '--confidence', '2')).toMatchObject({
      stderr: '✖ "2" is not a number from 0 to 1 [bad-option]\nhint: see sherpa --help\n',
      exitCode: 2,
    })
  })
})

describe('sherpa policy test', () => {
  test('cases that are as expected, and one that is not', async () => {
    expect(await run('test', 'cases.yml')).toMatchObject({ stdout: '✔ 3 cases as expected\n', stderr: '', exitCode: 0 })
    folder.write('more.yml', 'cases:\n  - { name: a fork may, facts: { run: { event: push, fork: true } }, expect: allow }\n')
    expect(await run('test', 'more.yml')).toMatchObject({
      stdout: [
        '✖ a fork may: allow is expected, and it is ask',
        '    The policy wants a person to approve it: rerun-failed-jobs is set to ask.',
        '1 of 1 cases are not as expected',
        '',
      ].join('\n'),
      exitCode: 1,
    })
    const { stdout, exitCode } = await run('test', 'more.yml', '--json')
    expect([JSON.parse(stdout), exitCode]).toMatchObject([{ cases: 1, failed: [{ expected: 'allow', verdict: 'ask' }] }, 1])
  })

  const opa = findOpa()
  test.skipIf(opa === undefined)('a server and a bundle of OPA pass the same cases', { timeout: 60_000 }, async () => {
    const rego = join(EXAMPLES, 'policy.rego')
    buildBundle(opa ?? '', { rego, bundle: join(folder.path, 'policy.tar.gz') })
    await using server = await startOpa(opa ?? '', rego)
    for (const where of ['bundle: policy.tar.gz', `url: '${server.url}'`]) {
      folder.write('sherpa.yml', `policy: { opa: { ${where}, timeoutSeconds: 20 } }\n`)
      expect(await run('test', 'cases.yml')).toMatchObject({ stdout: '✔ 3 cases as expected\n', stderr: '', exitCode: 0 })
      expect((await run('check')).stdout).toMatch(/^✔ sherpa.yml is in order: \S+ decides\.\n/)
    }
  })

  test('an engine that is not there denies', async () => {
    folder.write('sherpa.yml', 'policy: { opa: { url: http://127.0.0.1:1 } }\n')
    const { stdout, exitCode } = await run('test', 'cases.yml')
    expect(exitCode).toBe(1)
    expect(stdout).toContain('1 of 3 cases are not as expected\n')
    expect(stdout).toContain('The policy engine gave no answer: http://127.0.0.1:1/v1/data/sherpa/decision cannot be asked: ')
  })
})

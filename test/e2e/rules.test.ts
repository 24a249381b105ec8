import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder[Symbol.dispose]())

const put = (name: string, text: string) => folder.write(name, text)
const run = (...args: string[]) => sherpa(args, { cwd: folder.path })

const RULE = `rules:
  - id: our/proxy
    category: network
    title: The proxy refuses {host}
    needles: ['proxy:']
    pattern: 'proxy: (?<host>\\S+) refused'
    examples:
      match: [{ text: 'proxy: a.test refused', captures: { host: a.test } }]
      miss: ['proxy: fine']
`

test('what a log says does nothing in the JSON of its hits, and tells no secret, not even by its name', async () => {
  put('sherpa.yml', RULE)
  put('our-own-value.log', 'proxy: ##[x]our-own-value\u200bghp_0123456789abcdefghijABCDEFGHIJ012345 refused\n')
  const args = ['rules', 'test', '--rule', 'our/proxy', 'our-own-value.log', '--json']
  const { stdout } = await sherpa(args, { cwd: folder.path, env: { GITHUB_TOKEN: 'our-own-value' } })
  expect(JSON.parse(stdout).hits).toHaveLength(1)
  expect(stdout).not.toMatch(/our-own-value|ghp_|##\[|\u200b/)
})

describe('sherpa rules list', () => {
  test('one rule a line', async () => {
    const { stdout, exitCode } = await run('rules', 'list')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/^npm\/eresolve +dependency +npm cannot resolve the dependency tree$/m)
  })

  test('with words and a category, as JSON', async () => {
    const { stdout } = await run('rules', 'list', 'ERESOLVE', '--category', 'dependency', '--json')
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ id: 'npm/eresolve', category: 'dependency' }))
    expect((await run('rules', 'list', 'eresolve', '--category', 'lint', '--json')).stdout).toBe('[]\n')
  })

  test("the user's rules come first, the disabled ones not at all", async () => {
    put('sherpa.yml', `${RULE}disable: [npm/eresolve]\n`)
    const { stdout } = await run('rules', 'list')
    expect(stdout).toMatch(/^our\/proxy +network +The proxy refuses \{host\}\n/)
    expect(stdout).not.toContain('npm/eresolve')
  })
})

describe('sherpa rules show', () => {
  test('the entry of the dictionary, with its examples', async () => {
    const { stdout, exitCode } = await run('rules', 'show', 'npm/eresolve')
    expect(exitCode).toBe(0)
    for (const text of ['npm cannot resolve', 'What to do:', 'Matches:', 'npm error code ERESOLVE', 'Leaves alone:'])
      expect(stdout).toContain(text)
  })

  test('as JSON', async () => {
    const { stdout } = await run('rules', 'show', 'npm/eresolve', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ id: 'npm/eresolve', role: 'cause', pattern: expect.stringContaining('ERESOLVE') })
  })

  test('an unknown id is answered with the nearest one', async () => {
    expect(await run('rules', 'show', 'npm/eresolv')).toMatchObject({
      stdout: '',
      stderr: '✖ there is no rule "npm/eresolv" [unknown-rule]\nhint: did you mean npm/eresolve?\n',
      exitCode: 2,
    })
  })
})

describe('sherpa rules test', () => {
  test("a rule of one's own lives up to its examples", async () => {
    put('sherpa.yml', RULE)
    expect(await run('rules', 'test', '--rule', 'our/proxy')).toMatchObject({
      stdout: '✔ 1 rules live up to their examples\n',
      exitCode: 0,
    })
  })

  test('one that does not is told, with the example', async () => {
    put('sherpa.yml', RULE.replace('proxy: fine', 'proxy: b.test refused'))
    const { stdout, exitCode } = await run('rules', 'test', '--rule', 'our/proxy')
    expect(exitCode).toBe(1)
    expect(stdout).toBe(
      '✖ our/proxy: it should be left alone, and it matches\n    proxy: b.test refused\n1 broken examples in 1 rules\n',
    )
  })

  test('on a log, it says where rules hit, in raw lines', async () => {
    put('sherpa.yml', RULE)
    put('build.log', 'start\n\u001b[31mproxy: a.test refused\u001b[0m\nok\n')
    expect(await run('rules', 'test', '--rule', 'our/proxy', 'build.log')).toMatchObject({
      stdout: 'build.log:2  our/proxy  proxy: a.test refused\n1 hit\n',
      exitCode: 0,
    })
  })

  test('on stdin, as JSON, without secrets', async () => {
    put('sherpa.yml', RULE)
    const input = 'proxy: a.test refused token ghp_0123456789abcdefghijABCDEFGHIJ012345\n'
    const { stdout } = await sherpa(['rules', 'test', '--rule', 'our/proxy', '--json', '-'], { cwd: folder.path, input })
    expect(JSON.parse(stdout)).toMatchObject({
      rules: 1,
      hits: [{ log: 'stdin', line: 1, rule: 'our/proxy', captures: { host: 'a.test' } }],
    })
    expect(stdout).not.toContain('ghp_0123456789')
  })

  test('a log that is not there', async () => {
    expect(await run('rules', 'test', 'none.log')).toMatchObject({
      stdout: '',
      exitCode: 2,
      stderr: expect.stringContaining('none.log'),
    })
  })
})

test('a configuration with mistakes is refused with their places', async () => {
  put('sherpa.yml', 'reprot: {}\n')
  expect(await run('rules', 'list')).toMatchObject({
    stdout: '',
    stderr: '✖ sherpa.yml:1:1: there is no setting "reprot" [bad-config]\nhint: did you mean report?\n',
    exitCode: 2,
  })
})

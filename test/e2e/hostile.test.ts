import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { drawn, privateKey, TOKENS } from '../../src/core/redact/canaries.fixture.ts'
import { tempFolder } from '../temp-folder.ts'
import { failedJob } from './logs.ts'
import { sherpa } from './sherpa.ts'

const FORMATS = ['text', 'json', 'markdown', 'html', 'sarif'] as const

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder[Symbol.dispose]())

/** What is printed of this log; the case that it rests on is saved beside it. */
async function told(format: string, log: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  folder.write('hostile.log', log)
  const args = ['diagnose', 'hostile.log', '--format', format, '--save-case', 'case.json']
  const { stdout, stderr } = await sherpa(args, { cwd: folder.path, env })
  return stdout + stderr
}

/** Markdown without its blocks of code, in which nothing has a meaning; a line of three backticks within must not end one. */
const withoutFences = (markdown: string) => markdown.replace(/^(`{3,})\w*\n[\s\S]*?^\1$/gm, '')

const savedCase = () => readFileSync(join(folder.path, 'case.json'), 'utf8')

/** Lines that are shown because an error stands in each. */
const HOSTILE = [
  '::error::error: pwned by a workflow command',
  '  ::set-output name=x::error: failed',
  '##[add-matcher]error: /tmp/evil.json failed',
  '##vso[task.setvariable variable=x]error: failed',
  "##teamcity[message text='error: failed']",
  '\u001b]0;error: owned\u0007error: title failed',
  '\u001b]8;;https://evil.test\u001b\\error: link failed\u001b]8;;\u001b\\',
  '\u001b[2J\u001b[Herror: screen failed',
  'error: \u202etxt.exe failed \u2066to load\u2069',
  'error: <script>alert(1)</script> <img src=x onerror=alert(1)> failed',
  'error: [click](javascript:alert(1)) ![x](https://evil.test/a.png) @acme/team failed #1',
  'error: ```\n# failed heading\n```',
  'npm error code ERESOLVE ::warning::failed',
]

describe.each(FORMATS)('hostile text as %s', format => {
  test('does nothing to a terminal, a runner or a reader', async () => {
    const output = await told(format, failedJob(...HOSTILE))
    expect(output).toContain('failed')
    expect(output).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    expect(output).not.toMatch(/^\s*::/m)
    expect(output).not.toMatch(/##\[|##vso\[|##teamcity\[/)
    if (format === 'html') expect(output).not.toMatch(/<script|<img|javascript:alert\(1\)["']/)
    if (format === 'markdown') expect(withoutFences(output)).not.toMatch(/<script|<img|^# failed heading|\]\(javascript/m)
  })

  test('file names and options are no better', async () => {
    const name = 'a\u001b]0;x\u0007::error::b.log'
    folder.write(name, 'error: failed\n')
    const { stdout, stderr } = await sherpa(['diagnose', name, '--format', format], { cwd: folder.path })
    expect(stdout + stderr).not.toMatch(/[\u0007\u001b]|^::/m)
  })
})

describe.each(FORMATS)('secrets in a log as %s', format => {
  const output = (...lines: string[]) => told(format, failedJob(...lines))
  const token = TOKENS[0]?.[1] ?? ''
  const around = (secret: string) => [`error: push to https://example.com failed with ${secret}`, `npm error code E401 ${secret}`]

  test('of every kind', async () => {
    const text = await output(...TOKENS.flatMap(([, secret]) => around(secret)))
    for (const [kind, secret] of TOKENS) {
      expect(text, kind).not.toContain(secret)
      expect(savedCase(), kind).not.toContain(secret)
    }
    expect(savedCase()).toContain('failed with')
  })

  test('encoded', async () => {
    const base64 = btoa(`x-access-token:${token}`)
    const percent = [...token].map(character => `%${character.charCodeAt(0).toString(16)}`).join('')
    const url = encodeURIComponent(`https://bob:${token}@example.com/`)
    const text = await output(...around(base64), ...around(percent), ...around(url))
    for (const secret of [token, base64, percent]) {
      expect(text).not.toContain(secret)
      expect(savedCase()).not.toContain(secret)
    }
  })

  test('broken over two lines', async () => {
    const [start, end] = [token.slice(0, 22), token.slice(22)]
    const text = await output(
      'error: the token that failed is',
      `error: ${start}`,
      `${end} error: failed`,
      `error: ${start}`,
      end,
      'npm error failed',
    )
    expect(text).not.toContain(end)
    expect(savedCase()).not.toContain(end)
  })

  test('a private key over many lines', async () => {
    const key = privateKey('RSA PRIVATE KEY', '\n').split('\n')
    const text = await output('error: cannot use this key, failed', ...key, 'error: failed')
    for (const line of key.slice(1, -1)) {
      expect(text).not.toContain(line)
      expect(savedCase()).not.toContain(line)
    }
  })

  test('of our own environment, whatever they look like', async () => {
    const own = `plain-${drawn(12, 99)}`
    const text = await told(format, failedJob(...around(own)), { GITHUB_TOKEN: own })
    expect(text).not.toContain(own)
    expect(savedCase()).not.toContain(own)
  })
})

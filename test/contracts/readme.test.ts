import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { execa } from 'execa'
import { afterAll, describe, expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { codeBlocks, ROOT } from './documents/code-blocks.ts'

const TESTS = 'npm ci && npm test'

const place = tempFolder()
afterAll(() => place[Symbol.dispose]())

/** A shell in which `sherpa` is the built command line. */
async function shell(command: string, cwd = ROOT) {
  const program = place.write('sherpa', `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'dist/cli.js')}' "$@"\n`)
  chmodSync(program, 0o755)
  return execa('bash', ['-c', command], {
    cwd,
    env: { PATH: `${place.path}${delimiter}${process.env['PATH']}`, HOME: place.path },
    extendEnv: false,
    reject: false,
    input: '',
  })
}

const lines = codeBlocks('README.md', 'sh').flatMap(block => block.trim().split('\n'))
const setUp = lines.filter(line => line.startsWith('npm '))
const usage = lines.filter(line => !line.startsWith('npm '))

describe('the two commands that set all up', () => {
  test('there are two, and the second passes the tests', () => {
    expect(setUp).toHaveLength(2)
    expect(setUp[1]).toBe(TESTS)
  })

  test('the first ends in a diagnosis', async () => {
    const [install, diagnosis = ''] = setUp[0]?.split(' && ') ?? []
    expect(install).toBe('npm ci')
    const { stdout, exitCode } = await shell(diagnosis)
    expect(stdout).toContain('✖ ')
    expect(exitCode).toBe(1)
  })
})

describe('usage', () => {
  test.each(usage)('%s', async command => {
    const { stdout, stderr, exitCode } = await shell(command)
    expect(stderr).toBe('')
    expect(exitCode).toBe(command.includes('diagnose') ? 1 : 0)
    expect(stdout).not.toBe('')
    if (command.includes('--json')) for (const document of stdout.split('\n')) JSON.parse(document)
  })

  test('the configuration that is shown is one', async () => {
    const [yaml = ''] = codeBlocks('README.md', 'yaml')
    place.write('sherpa.yml', yaml)
    const { stdout, stderr, exitCode } = await shell('sherpa rules test && sherpa rules show acme-proxy/refused', place.path)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(stdout).toContain('The proxy drops connections while it restarts.')
  })
})

test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/library.md', 'docs/policy.md'])(
  'links and paths of %s lead somewhere',
  document => {
    const text = readFileSync(join(ROOT, document), 'utf8')
    const links = [...text.matchAll(/\]\((?<path>[^):#]+)\)/g)].map(match => match.groups?.['path'] ?? '')
    const paths = [...text.matchAll(/`(?<path>(?:src|test|scripts|schemas|fixtures|docs|bench|training)\/[\w./-]+)`/g)].map(
      match => match.groups?.['path'] ?? '',
    )
    const fromRoot = links.map(link => (document.startsWith('docs/') ? join('docs', link) : link))
    const invented = (path: string) => /[A-Z]{2}/.test(path.replace('README', ''))
    expect(
      [...fromRoot, ...paths]
        .filter(path => !invented(path) || links.includes(path))
        .filter(path => !existsSync(join(ROOT, path))),
    ).toEqual([])
  },
)

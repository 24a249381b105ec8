import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { ROOT } from './documents/code-blocks.ts'

const DIST = join(ROOT, 'dist')
const scripts = readdirSync(DIST).filter(file => file.endsWith('.js'))

describe('dist/ stands alone', () => {
  const folder = tempFolder()
  const place = folder.path
  cpSync(DIST, join(place, 'dist'), { recursive: true })
  cpSync(join(ROOT, 'package.json'), join(place, 'package.json'))
  afterAll(() => folder[Symbol.dispose]())

  const run = (...args: readonly string[]) =>
    execa(process.execPath, [join(place, 'dist/cli.js'), ...args], {
      cwd: place,
      env: { PATH: '' },
      extendEnv: false,
      reject: false,
      input: '',
    })

  test.each([
    [['--version'], 0],
    [['rules', 'list'], 0],
    [['init'], 0],
    [['diagnose', join(ROOT, 'fixtures/logs/pytest-failures.log'), '--json'], 1],
  ])('sherpa %j without node_modules', async (args, code) => {
    const { exitCode, stderr } = await run(...args)
    expect({ exitCode, stderr }).toEqual({ exitCode: code, stderr: '' })
  })

  test('a run of GitHub is asked for, and that fails only for want of a server', async () => {
    const { exitCode, stderr } = await execa(process.execPath, [join(place, 'dist/cli.js'), 'diagnose', 'acme/web#1'], {
      cwd: place,
      env: { PATH: '', GITHUB_API_URL: 'http://127.0.0.1:9', GITHUB_TOKEN: 'none' },
      extendEnv: false,
      reject: false,
      input: '',
    })
    expect(stderr).not.toContain('ERR_MODULE_NOT_FOUND')
    expect([3, 4]).toContain(exitCode)
  })
})

test('its files import nothing but each other and Node', () => {
  const foreign = scripts
    .flatMap(file => importsOf(file).map(name => `${file}: ${name}`))
    .filter(line => !/: (\.\/|node:)/.test(line))
  expect(foreign).toEqual([])
})

test('what they and the scripts of commands import is there', () => {
  const ofScripts = readdirSync(DIST)
    .filter(file => /^(?:diagnose|heal)-\w+\.txt$/.test(file))
    .flatMap(file => [...readFileSync(join(DIST, file), 'utf8').matchAll(/importModule\("(?<name>[^"]+)"\)/g)])
    .map(({ groups }) => groups?.['name'] ?? '')
  expect(ofScripts.length).toBeGreaterThan(5)
  const imported = new Set([...scripts.flatMap(importsOf), ...ofScripts].filter(name => /^\.\/[\w.-]+\.js$/.test(name)))
  expect([...imported].filter(name => !existsSync(join(DIST, name)))).toEqual([])
})

test('no file of dist/ knows where it was built', () => {
  const telling = readdirSync(DIST).filter(file => readFileSync(join(DIST, file), 'utf8').includes(ROOT))
  expect(telling).toEqual([])
})

/** What a script imports or loads, where the name is plain to see. */
function importsOf(file: string): readonly string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      names.push(textOf(node.moduleSpecifier))
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
      names.push(textOf(node.arguments[0]))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(join(DIST, file), 'utf8'), ts.ScriptTarget.Latest))
  return names
}

const textOf = (node: ts.Expression) => (ts.isStringLiteralLike(node) ? node.text : './computed')

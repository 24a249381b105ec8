import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.ts'
import { logPath, RED, RED_RULE } from './logs.ts'

const ROOT = join(import.meta.dirname, '../..')

/** npm of the Node that runs the tests, without the network. */
const npm = (args: readonly string[], cwd: string) =>
  execFileSync('npm', [...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      npm_config_offline: 'true',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_update_notifier: 'false',
    },
  })

const PROGRAM = `
import { createReadStream } from 'node:fs'
import { createKnowledge, diagnose, frameworks, gatherInput, rules, version } from 'sherpa-ci'

const log = process.argv[2]
const input = {
  kind: 'logs',
  source: { kind: 'file', name: log },
  logs: [{ name: log, job: null, open: () => createReadStream(log) }],
  notes: [],
}
const knowledge = createKnowledge({ rules, frameworks })
const { category, failures } = diagnose(await gatherInput(input, { knowledge }), knowledge)
console.log(JSON.stringify({ version: typeof version, category, rule: failures[0].rule, lines: failures[0].lines }))
`

test('the package, installed from its archive, is a library and a command', { timeout: 120_000 }, () => {
  using folder = tempFolder()
  const archive = npm(['pack', '--silent', '--ignore-scripts', '--pack-destination', folder.path, ROOT], folder.path)
    .trim()
    .split('\n')
    .at(-1)
  folder.write('package.json', '{"name":"user","private":true,"type":"module"}')
  npm(['install', '--silent', '--no-save', '--ignore-scripts', join(folder.path, archive ?? '')], folder.path)

  const program = folder.write('program.js', PROGRAM)
  const answer = execFileSync(process.execPath, [program, logPath(RED)], { cwd: folder.path, encoding: 'utf8' })
  expect(JSON.parse(answer)).toEqual({ version: 'string', category: 'dependency', rule: RED_RULE, lines: [34, 52] })

  const command = join(folder.path, 'node_modules/sherpa-ci/dist/cli.js')
  expect(execFileSync(process.execPath, [command, 'rules', 'show', RED_RULE], { encoding: 'utf8' })).toContain(
    'npm cannot resolve',
  )
})

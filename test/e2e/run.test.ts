import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, utimesSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { diagnosisSchema } from '../../src/core/report/schema.ts'
import { tempFolder } from '../temp-folder.ts'
import { rows } from './collect-world.ts'
import { logPath, RED, RED_RULE } from './logs.ts'
import { CLI, sherpa } from './sherpa.ts'

let folder: ReturnType<typeof tempFolder>
let store: string
beforeEach(() => {
  folder = tempFolder()
  store = join(folder.path, 'history.db')
})
afterEach(() => folder[Symbol.dispose]())

interface Calling {
  readonly options?: readonly string[]
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** `sherpa run … -- command` in a folder of its own. */
const run = (command: readonly string[], { options = [], input = '', env = {} }: Calling = {}) =>
  sherpa(['run', '--store', store, ...options, '--', ...command], {
    cwd: folder.path,
    input,
    env: { GIT_CEILING_DIRECTORIES: folder.path, ...env },
  })

/** The same, for tests that send signals or close pipes. */
function start(command: readonly string[], shell = 'exec "$@"'): ChildProcess {
  const words = [process.execPath, CLI, 'run', '--store', store, '--', ...command]
  return spawn('/bin/sh', ['-c', shell, 'sh', ...words], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], GIT_CEILING_DIRECTORIES: folder.path },
  })
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = ''
  for await (const chunk of stream ?? []) text += chunk
  return text
}

const node = (script: string) => [process.execPath, '-e', script]
const sh = (script: string) => ['sh', '-c', script]

const jobs = () =>
  rows(
    store,
    `select job_name.name as job, workflow.name as workflow, repository.name as repository, job.conclusion, run.event, log_lines as lines
     from job join job_name on job_name.id = job_name_id join attempt on attempt.id = attempt_id join run on run.id = run_id
       join workflow on workflow.id = job_name.workflow_id join repository on repository.id = workflow.repository_id order by job.id`,
  )

const metrics = (): Record<string, number> =>
  Object.fromEntries(rows(store, 'select name, value from job_metric').map(({ name, value }) => [name, Number(value)]))

describe('the command does not notice', () => {
  test('its output stays apart and as it is, nothing is added', async () => {
    const { stdout, stderr, exitCode } = await run(sh('printf "out\\nput"; printf "err\\r\\033[1mor" >&2'))
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: 'out\nput', stderr: 'err\r\u001b[1mor', exitCode: 0 })
  })

  test.each([0, 1, 2, 3, 42, 255])('exit code %i', async code => {
    expect((await run(sh(`exit ${code}`), { options: ['--quiet'] })).exitCode).toBe(code)
  })

  test.each([
    ['KILL', 137],
    ['TERM', 143],
    ['SEGV', 139],
  ])('a signal that kills it: %s', async (signal, code) => {
    expect((await run(sh(`kill -${signal} $$`), { options: ['--quiet'] })).exitCode).toBe(code)
  })

  test('its input', async () => {
    expect((await run(['cat'], { input: 'a\nb' })).stdout).toBe('a\nb')
  })

  test('arguments stay as they are', async () => {
    const words = ['a b', '$HOME', '*', '--store', '', '"']
    const { stdout } = await run([process.execPath, '-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--', ...words])
    expect(JSON.parse(stdout)).toEqual(words)
  })

  test('every byte of a large output, both ways', async () => {
    const bytes = 30_000_000
    const script = `
      const block = Buffer.alloc(65536); let left = ${bytes}, seed = 1
      for (let i = 0; i < block.length; i++) block[i] = (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16
      const more = () => { while (left > 0) { const part = block.subarray(0, Math.min(left, block.length)); left -= part.length
        if (!process.stdout.write(part)) return process.stdout.once('drain', more) } }
      more()`
    const hash = (name: string) =>
      createHash('sha256')
        .update(readFileSync(join(folder.path, name)))
        .digest('hex')
    for (const [name, command] of [
      ['plain', node(script)],
      ['wrapped', [process.execPath, CLI, 'run', '--store', store, '--log', 'kept', '--', ...node(script)]],
    ] as const) {
      const child = spawn(command[0] as string, command.slice(1), {
        cwd: folder.path,
        stdio: ['ignore', openSync(join(folder.path, name), 'w'), 'inherit'],
        env: { PATH: process.env['PATH'] },
      })
      await once(child, 'exit')
    }
    expect(hash('wrapped')).toBe(hash('plain'))
    expect(hash('kept')).toBe(hash('plain'))
  })

  test('output comes at once, not at the end', async () => {
    const child = start(sh('echo first; cat "$1"').concat('sh', folder.write('go', '')), 'exec "$@"')
    const [chunk] = await once(child.stdout as NodeJS.ReadableStream, 'data')
    expect(String(chunk)).toBe('first\n')
    await once(child, 'exit')
  })

  test('/dev/stderr and /dev/stdout can be written to', async () => {
    const { stdout, stderr } = await run(sh('echo one > /dev/stdout; echo two > /dev/stderr'))
    expect({ stdout, stderr }).toEqual({ stdout: 'one\n', stderr: 'two\n' })
  })

  test('where both outputs go to one place, they stay in order', async () => {
    const child = start(sh('for i in 1 2 3 4 5 6 7 8 9; do echo o$i; echo e$i >&2; done'), 'exec "$@" 2>&1')
    const lines = Array.from({ length: 9 }, (_, i) => `o${i + 1}\ne${i + 1}\n`)
    expect(await textOf(child.stdout)).toBe(lines.join(''))
  })

  test('who reads a line and goes ends it, as a shell would', async () => {
    const child = start(['yes'], '"$@" | head -1; exit 0')
    const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)])
    expect({ stdout, stderr }).toEqual({ stdout: 'y\n', stderr: '' })
    expect(jobs()).toMatchObject([{ job: 'yes', conclusion: 'cancelled' }])
  })

  test('what it leaves in the background is not waited for', async () => {
    const child = start(sh('sleep 30 & echo $!'))
    const ended = once(child, 'exit')
    const [chunk] = await once(child.stdout as NodeJS.ReadableStream, 'data')
    const [code] = await ended
    process.kill(Number(String(chunk)))
    expect(code).toBe(0)
  })

  test('nor for ever where that goes on printing', async () => {
    const { stdout, exitCode } = await run(
      sh('(i=0; while [ $((i+=1)) -lt 60 ]; do echo n || exit; sleep 0.1; done) & echo own; exit 5'),
      {
        options: ['--quiet'],
      },
    )
    expect(exitCode).toBe(5)
    expect(stdout).toMatch(/^(?:n\n)*own\n(?:n\n)+$/)
    expect(stdout.split('\n').length).toBeLessThan(50)
  })

  test('all that it printed itself arrives, however slowly it is read', async () => {
    const child = start(node(`process.stdout.write('x'.repeat(600_000), () => process.exit(0))`), '"$@" | { sleep 4; wc -c; }')
    expect((await textOf(child.stdout)).trim()).toBe('600000')
  })
})

describe('signals that sherpa is sent reach the command', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGALRM', 'SIGWINCH', 'SIGCONT'] as const)(
    '%s, and it may end as it likes',
    async signal => {
      const child = start(
        node(
          `process.on('${signal}', () => { console.log('bye'); process.exit(9) }); setTimeout(() => {}, 20000); console.log('up')`,
        ),
      )
      await once(child.stdout as NodeJS.ReadableStream, 'data')
      const rest = textOf(child.stdout)
      child.kill(signal)
      const [code] = await once(child, 'exit')
      expect({ code, rest: await rest }).toEqual({ code: 9, rest: 'bye\n' })
    },
  )

  test('SIGUSR1 opens no debugger', async () => {
    const child = start(node(`process.on('SIGUSR1', () => process.exit(9)); setTimeout(() => {}, 20000); console.log('up')`))
    await once(child.stdout as NodeJS.ReadableStream, 'data')
    const stderr = textOf(child.stderr)
    child.kill('SIGUSR1')
    expect((await once(child, 'exit'))[0]).toBe(9)
    expect(await stderr).not.toContain('Debugger')
  })

  test.runIf(platform() === 'linux')('SIGTSTP stops both, SIGCONT lets both go on', async () => {
    const child = start(node(`console.log(process.pid); setTimeout(() => process.exit(9), 1000)`))
    const ended = once(child, 'exit')
    const [chunk] = await once(child.stdout as NodeJS.ReadableStream, 'data')
    const pids = [child.pid, Number(String(chunk))]
    const states = () => pids.map(pid => readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /s, '')[0])
    child.kill('SIGTSTP')
    await expect.poll(states).toEqual(['T', 'T'])
    child.kill('SIGCONT')
    expect((await ended)[0]).toBe(9)
  })

  test('one that it does not catch: 128 and its number, and it is not called a failure', async () => {
    const child = start(node(`setTimeout(() => {}, 20000); console.log('up')`))
    await once(child.stdout as NodeJS.ReadableStream, 'data')
    child.kill('SIGTERM')
    const [[code], stderr] = await Promise.all([once(child, 'exit'), textOf(child.stderr)])
    expect({ code, stderr }).toEqual({ code: 143, stderr: '' })
    expect(jobs()).toMatchObject([{ conclusion: 'cancelled' }])
  })
})

describe('a command that does not run', () => {
  test('is not there', async () => {
    const told = await run(['no-such-command-here', 'x'])
    expect(told).toMatchObject({
      stdout: '',
      stderr: '✖ there is no command no-such-command-here [command-not-run]\n',
      exitCode: 127,
    })
    expect(existsSync(store)).toBe(false)
  })

  test('may not be executed', async () => {
    const file = folder.write('plain.txt', 'text')
    expect(await run([file])).toMatchObject({
      stderr: `✖ ${file} cannot be run: it is not executable [command-not-run]\n`,
      exitCode: 126,
    })
  })

  test('is a folder', async () => {
    mkdirSync(join(folder.path, 'build'))
    expect(await run(['./build'])).toMatchObject({
      stderr: '✖ ./build cannot be run: it is a folder [command-not-run]\n',
      exitCode: 126,
    })
  })

  test('names an interpreter that is not there', async () => {
    chmodSync(folder.write('tool', '#!/no/such/interpreter\n'), 0o755)
    const { stderr, exitCode } = await run([join(folder.path, 'tool')])
    expect(exitCode).toBe(126)
    expect(stderr).toContain('the interpreter that its first line names is missing')
  })

  test('is missing altogether', async () => {
    const { stderr, exitCode } = await sherpa(['run', '--store', store])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/^✖ missing required argument 'command'/)
  })
})

describe('a command that fails', () => {
  test('is diagnosed on stderr, below what it printed', async () => {
    const { stdout, stderr, exitCode } = await run(sh(`cat ${logPath(RED)}; echo last >&2; exit 3`))
    expect(exitCode).toBe(3)
    expect(stdout).toBe(readFileSync(logPath(RED), 'utf8'))
    expect(stderr).toMatch(/^last\n✖ .*\n {2}dependency · /)
    expect(rows(store, 'select rule from failure where position = 0')).toEqual([{ rule: RED_RULE }])
  })

  test('quietly, with the diagnosis in a file', async () => {
    const { stderr } = await run(sh(`cat ${logPath(RED)}; exit 1`), {
      options: ['--quiet', '--diagnosis', 'why.json', '--name', 'unit'],
    })
    expect(stderr).toBe('')
    const diagnosis = JSON.parse(readFileSync(join(folder.path, 'why.json'), 'utf8'))
    expect(diagnosisSchema.safeParse(diagnosis).error).toBeUndefined()
    expect(diagnosis).toMatchObject({ source: { kind: 'command', name: 'unit' }, category: 'dependency' })
  })

  test('is compared with what it printed when it was green', async () => {
    const { options } = { options: ['--name', 'unit', '--diagnosis', 'why.json'] }
    await run(sh('echo compiling 17 files; echo done'), { options })
    await run(sh('echo compiling 18 files; echo "Error: no such table: users"; exit 1'), { options })
    const diagnosis = JSON.parse(readFileSync(join(folder.path, 'why.json'), 'utf8'))
    expect(diagnosis).toMatchObject({ stats: { compared: true }, failures: [{ lines: [2, 2] }] })
  })
})

describe('what is remembered', () => {
  test('the run, under the name of the command', async () => {
    await run(sh('echo hello'))
    expect(jobs()).toEqual([
      { job: 'sh -c echo hello', workflow: 'local', repository: '', conclusion: 'success', event: 'local', lines: 1 },
    ])
  })

  test('its repository, branch and commit; a commit only where nothing differs from it', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=ada', '-c', 'user.email=ada@example.com', ...args], {
        cwd: folder.path,
        encoding: 'utf8',
      }).trim()
    using beside = tempFolder()
    store = join(beside.path, 'history.db')
    git('init', '--quiet', '--initial-branch', 'topic')
    git('remote', 'add', 'origin', 'https://github.com/acme/web.git')
    folder.write('a.txt', 'a')
    git('add', '.')
    git('commit', '--quiet', '-m', 'one')
    const commit = git('rev-parse', 'HEAD')
    const facts = 'select branch, commit_sha, parents from run order by number'
    await run(sh('true'))
    folder.write('a.txt', 'b')
    await run(sh('true'))
    expect(jobs()).toMatchObject([{ repository: 'acme/web' }, { repository: 'acme/web' }])
    expect(rows(store, facts)).toEqual([
      { branch: 'topic', commit_sha: commit, parents: null },
      { branch: 'topic', commit_sha: null, parents: JSON.stringify([commit]) },
    ])
  })

  test.runIf(platform() === 'linux')('what it used', async () => {
    const script = `const all = Buffer.alloc(200e6, 1); const end = process.cpuUsage().user + 600e3; while (process.cpuUsage().user < end);
      require('node:fs').writeFileSync('out.bin', all.subarray(0, 20e6)); setTimeout(() => {}, 300)`
    await run(node(script))
    const { exitCode, peakMemoryBytes = 0, cpuMs = 0, diskWriteBytes = 0 } = metrics()
    expect(exitCode).toBe(0)
    expect(peakMemoryBytes).toBeGreaterThan(200e6)
    expect(peakMemoryBytes).toBeLessThan(400e6)
    expect(cpuMs).toBeGreaterThanOrEqual(600)
    expect(diskWriteBytes).toBeGreaterThanOrEqual(0)
  })

  test('no secret of the command line or of the output', async () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`
    await run(sh(`echo "error: token ${secret} was refused"; exit 1`))
    const { stdout } = await sherpa(['store', 'export', '--store', store])
    expect(stdout).toContain('"table":"failure"')
    expect(stdout).not.toContain(secret)
  })
})

describe('what goes wrong with sherpa is told, and changes nothing', () => {
  test('a history that cannot be opened', async () => {
    const { stdout, stderr, exitCode } = await run(sh('echo out; exit 5'), {
      options: ['--store', join(folder.write('file', ''), 'history.db')],
    })
    expect({ stdout, exitCode }).toEqual({ stdout: 'out\n', exitCode: 5 })
    expect(stderr).toMatch(/✖ .*\/file cannot be used: .*\[store-unusable\]\nhint: /)
  })

  test('a history that somebody else writes to waits, and is written', async () => {
    await run(sh('true'))
    const other = new DatabaseSync(store)
    other.exec('begin immediate')
    const running = run(sh('echo hi; exit 4'), { options: ['--quiet'] })
    setTimeout(() => other.exec('commit'), 2000)
    expect(await running).toMatchObject({ stdout: 'hi\n', stderr: '', exitCode: 4 })
    other.close()
    expect(jobs()).toHaveLength(2)
  })

  test('a configuration with a mistake', async () => {
    folder.write('sherpa.yml', 'rules: 7\n')
    const { stdout, stderr, exitCode } = await run(sh('echo out'))
    expect({ stdout, exitCode }).toEqual({ stdout: 'out\n', exitCode: 0 })
    expect(stderr).toMatch(/^✖ .*sherpa\.yml/)
  })

  test.each(['sleep 5 & echo out; exit 6', 'printf out; echo; exit 6'])('no place for temporary files: %s', async script => {
    const { stdout, stderr, exitCode } = await run(sh(script), { options: ['--quiet'], env: { TMPDIR: '/no/such/place' } })
    expect({ stdout, exitCode }).toEqual({ stdout: 'out\n', exitCode: 6 })
    expect(stderr).toBe(
      '✖ no pipe could be made in /no/such/place: ENOENT; the command printed to sockets [no-pipe]\nhint: set TMPDIR to a folder that can be written to\n',
    )
    expect(jobs()).toMatchObject([{ lines: 1 }])
  })

  test('files that cannot be written', async () => {
    const options = ['--log', '/no/such/place', '--diagnosis', '/no/such/place']
    const { stdout, stderr, exitCode } = await run(sh('echo out; exit 6'), { options })
    expect({ stdout, exitCode }).toEqual({ stdout: 'out\n', exitCode: 6 })
    expect(stderr).toContain('[log-not-kept]')
    expect(stderr).toContain('[diagnosis-not-saved]')
  })
})

const REPORT = `<testsuite name="cart"><testcase name="adds tax" classname="cart"/><testcase name="rounds" classname="cart">
<failure message="expected 3">at cart</failure></testcase></testsuite>`

test('tests that fail in its log, the lines that are new in it, and the caches that it asked', async () => {
  const options = ['--name', 'unit']
  await run(sh('printf "one\\ntwo\\nCached: 3 cached, 4 total\\n"'), { options })
  const log = 'one\\n=== RUN   TestAdds\\n--- FAIL: TestAdds (0.00s)\\n    a_test.go:3: not 3\\nFAIL\\nFAIL\\tacme/a\\t0.1s\\n'
  await run(sh(`printf '${log}'; exit 1`), { options })
  expect(rows(store, 'select new_lines from job order by id')).toEqual([{ new_lines: null }, { new_lines: 5 }])
  expect(
    rows(
      store,
      'select tests_failed, outcome, name from job join test_result on job_id = job.id join test_case on test_case.id = test_case_id',
    ),
  ).toEqual([{ tests_failed: 1, outcome: 'failed', name: expect.stringContaining('TestAdds') }])
  expect(rows(store, "select name, value from job_metric where name like 'cache%' order by name")).toEqual([
    { name: 'cacheHits', value: 3 },
    { name: 'cacheMisses', value: 1 },
  ])
})

test('the results of its tests are remembered, out of the reports that it wrote, not of older ones', async () => {
  const old = folder.write('reports/old.xml', REPORT.replaceAll('cart', 'stale'))
  utimesSync(old, new Date(0), new Date(0))
  const script = `require('node:fs').writeFileSync('reports/new.xml', ${JSON.stringify(REPORT)}); process.exit(1)`
  const { stderr, exitCode } = await run(node(script), { options: ['--name', 'unit', '--junit', 'reports/*.xml'] })
  expect(exitCode).toBe(1)
  expect(stderr).toContain('reports/old.xml is older than the command: left out.')
  expect(stderr).toMatch(/cart.*rounds/)
  const { stdout } = await sherpa(['store', 'export', '--store', store])
  expect(stdout).toMatch(/adds tax/)
  expect(stdout).not.toMatch(/stale/)
})

test('where it wrote no report, that is said, and its exit code stays', async () => {
  const { stderr, exitCode } = await run(sh('exit 0'), { options: ['--junit', 'none/*.xml'] })
  expect(exitCode).toBe(0)
  expect(stderr).toContain('no file matches none/*.xml [no-reports]')
})

test.each([[['run', '--', 'echo', 'hi']], [['diagnose', 'build.log']], [['init']]])(
  'a working directory that was removed: sherpa %s says so',
  async words => {
    const gone = join(folder.path, 'gone')
    mkdirSync(gone)
    const child = spawn('/bin/sh', ['-c', 'rmdir "$PWD" && exec "$@"', 'sh', process.execPath, CLI, ...words], {
      cwd: gone,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'] },
    })
    const [[code], stderr] = await Promise.all([once(child, 'exit'), textOf(child.stderr)])
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: '✖ the working directory cannot be read: ENOENT [no-directory]\nhint: change to a folder that exists\n',
    })
  },
)

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** A real PostgreSQL server on loopback, of its own folder; it is gone when disposed. */
export interface PostgresServer extends AsyncDisposable {
  /** The URL of a new, empty database. */
  database(): Promise<string>
}

/** Where the programs of PostgreSQL lie; undefined where it is not installed. SHERPA_TEST_POSTGRES=required makes that an error. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map(version => join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(':')]
  const found = folders.find(folder => ['initdb', 'postgres'].every(program => existsSync(join(folder, program))))
  if (!found && process.env['SHERPA_TEST_POSTGRES'] === 'required')
    throw new Error('PostgreSQL is not installed, and SHERPA_TEST_POSTGRES=required wants it: apt-get install postgresql')
  return found
}

/** It refuses to run as root: then it runs as the user that its package made. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sherpa-postgres-'))
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const options = { ...user, cwd: folder, stdio: 'ignore' as const }
  const cluster = join(folder, 'data')
  execFileSync(
    join(programs, 'initdb'),
    ['-A', 'trust', '-U', 'postgres', '--no-sync', '-E', 'UTF8', '--locale=C', cluster],
    options,
  )
  const port = await freePort()
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, fsync: 'off' }
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    options,
  )
  const url = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`
  await untilReady(url('postgres'), server)
  let databases = 0
  return {
    async database() {
      const name = `test_${++databases}`
      await query(url('postgres'), `create database ${name}`)
      return url(name)
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGINT')
      if (server.exitCode === null) await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const idOf = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
  return promise
}

async function untilReady(url: string, server: ChildProcess) {
  for (let tries = 0; ; tries++) {
    try {
      return await query(url, 'select 1')
    } catch (error) {
      if (tries >= 200 || server.exitCode !== null) throw error
      await wait(50)
    }
  }
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

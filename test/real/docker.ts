import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { execa } from 'execa'
import { findProgram } from '../programs.ts'

/** A real Docker engine of its own folder, without a network to the outside; it and its containers are gone when disposed. */
export interface DockerEngine extends AsyncDisposable {
  /** For DOCKER_HOST. */
  readonly host: string
  /** Runs the docker command on it and gives what that prints. */
  docker(...args: readonly string[]): Promise<string>
  /** An image of busybox; `changes` are lines of a Dockerfile. */
  image(name: string, ...changes: readonly string[]): Promise<void>
  /** The engine dies as by `kill -9`, and its containers with it. */
  kill(): Promise<void>
  start(): Promise<void>
  /** The engine holds still and answers nobody, until the returned function is called. */
  freeze(): () => void
}

/** Where dockerd is; undefined where it cannot be used here, which SHERPA_TEST_PROGRAMS=required makes an error. */
export function findDocker(): string | undefined {
  const dockerd = usual('/usr/sbin/dockerd') ?? findProgram('dockerd', 'docker.io')
  const busybox = findProgram('busybox', 'busybox-static')
  const isRoot = process.getuid?.() === 0
  if (!isRoot && process.env['SHERPA_TEST_PROGRAMS'] === 'required')
    throw new Error('a Docker engine of its own needs root, and SHERPA_TEST_PROGRAMS=required wants one')
  return dockerd && busybox && isRoot ? dockerd : undefined
}

const usual = (path: string) => (existsSync(path) ? path : undefined)

export async function startDocker(dockerd: string): Promise<DockerEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'sherpa-docker-'))
  const host = `unix://${join(folder, 'docker.sock')}`
  const rootfs = packBusybox(folder)
  let server: ChildProcess | undefined

  async function docker(...args: readonly string[]): Promise<string> {
    const { stdout } = await execa('docker', ['-H', host, ...args], { timeout: 60_000 })
    return stdout
  }
  async function start() {
    rmSync(join(folder, 'exec/containerd/containerd.pid'), { force: true })
    rmSync(join(folder, 'docker.pid'), { force: true })
    server = spawn(dockerd, flagsOf(folder, host), { stdio: 'ignore' })
    await untilReady(docker, server)
  }
  async function end(signal: NodeJS.Signals) {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise(resolve => server?.once('exit', resolve))
    server.kill(signal)
    await ended
  }
  await start()
  return {
    host,
    docker,
    async image(name, ...changes) {
      await docker('import', ...changes.flatMap(change => ['--change', change]), rootfs, name)
    },
    async kill() {
      await end('SIGKILL')
      await endRest(folder)
    },
    start,
    freeze() {
      server?.kill('SIGSTOP')
      return () => void server?.kill('SIGCONT')
    },
    async [Symbol.asyncDispose]() {
      const running = await docker('ps', '-aq').catch(() => '')
      if (running) await docker('rm', '-f', ...running.split('\n')).catch(() => {})
      await end('SIGTERM')
      await endRest(folder)
      await unmountAll(folder)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** https://docs.docker.com/reference/cli/dockerd/ */
const flagsOf = (folder: string, host: string): readonly string[] => [
  ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec'), '--pidfile', join(folder, 'docker.pid')],
  ...['-H', host, '--storage-driver', 'overlay2', '--iptables=false', '--ip6tables=false', '--bridge=none'],
  ...['--exec-opt', 'native.cgroupdriver=cgroupfs'],
]

/** What an engine leaves behind that was killed: its containerd and the shims, told by the folder that their arguments name. */
async function endRest(folder: string) {
  for (let tries = 0; tries < 50; tries++) {
    const { stdout } = await execa('pgrep', ['-f', folder], { reject: false })
    const pids = stdout.split('\n').filter(Boolean).map(Number)
    for (const pid of pids) tryKill(pid)
    if (pids.length === 0) return
    await wait(50)
  }
}

/** What a killed engine could not unmount. */
async function unmountAll(folder: string) {
  const places = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map(line => line.split(' ')[1] ?? '')
    .filter(place => place.startsWith(folder))
  if (places.length > 0) await execa('umount', ['-l', ...places.reverse()], { reject: false })
}

function tryKill(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

async function untilReady(docker: DockerEngine['docker'], server: ChildProcess) {
  for (let tries = 0; ; tries++) {
    try {
      await docker('info')
      return
    } catch (error) {
      if (tries >= 200 || server.exitCode !== null) throw error
      await wait(50)
    }
  }
}

const TOOLS = ['sh', 'httpd', 'wget', 'sleep', 'test', 'touch', 'cat', 'env']

/** A root file system of one static program, as a tar. */
function packBusybox(folder: string): string {
  const root = join(folder, 'rootfs')
  for (const name of ['bin', 'etc', 'tmp', 'www']) mkdirSync(join(root, name), { recursive: true })
  copyFileSync(findProgram('busybox', 'busybox-static') ?? '', join(root, 'bin/busybox'))
  for (const tool of TOOLS) symlinkSync('busybox', join(root, 'bin', tool))
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/:/bin/sh\nweb:x:1000:1000::/:/bin/sh\n')
  writeFileSync(join(root, 'www/index.html'), 'well\n')
  const tar = join(folder, 'rootfs.tar')
  execFileSync('tar', ['-C', root, '-cf', tar, '.'])
  return tar
}

import { basename, dirname } from 'node:path'
import type { TrialEnd } from '../../core/model/trial.ts'
import { SherpaError, type Trouble } from '../../core/model/trouble.ts'
import type { Answer } from '../../core/ports/answer.ts'
import { engineAddress } from './address.ts'
import { createEngine, type Engine } from './engine.ts'
import type { EngineContainer, EngineImage, ListedContainer } from './engine-types.ts'
import { readLogFrames } from './log-frames.ts'
import { startSweeper } from './sweeper.ts'

/** What a trial gets. */
export interface TrialContainer {
  readonly image: string
  /** As `docker run --network` takes it. */
  readonly network: string
  /** Bytes; null: as much as there is. */
  readonly memory: number | null
  /** Null: as many as there are. */
  readonly cpus: number | null
}

interface ContainerTrial extends TrialContainer {
  /** The program of the image and its arguments; no shell reads them. */
  readonly command: readonly string[]
  /** Folders of this machine, in one of their own whose name nothing else has. */
  readonly checkout: string
  readonly home: string
  readonly variables: Readonly<Record<string, string>>
  readonly timeoutMs: number
  /** Ends it early. */
  readonly signal: AbortSignal
  now(): number
}

/** An engine that tries commits in fresh containers, each of which is gone afterwards. Throws SherpaErrors. */
interface TrialContainers {
  tryIn(trial: ContainerTrial): Promise<TrialEnd>
  /** Removes containers of processes on this machine that died without doing so; how many. */
  sweep(): Promise<number>
  close(): void
}

/** Whose containers they are. */
export interface ContainerOwner {
  readonly pid: number
  /** Its name. */
  readonly machine: string
  /** Whether a process of this machine is alive. */
  isAlive(pid: number): boolean
}

/** Who is to remove a container: `<process>@<machine>`. */
const OWNER = 'sherpa.trial'
const CHECKOUT = '/work'
const HOME = '/home/sherpa'
const MOST_PROCESSES = 4096
const CANNOT_TELL = 125
const TAIL_CHARACTERS = 4000
/** Beyond the time that a trial has. */
const PATIENCE_MS = 60_000

/**
 * @param dockerHost the value of DOCKER_HOST
 * @param owner this process
 */
export function createTrialContainers(dockerHost: string | undefined, owner: ContainerOwner): TrialContainers {
  const address = engineAddress(dockerHost)
  const engine = createEngine(address)
  const ours = `${owner.pid}@${owner.machine}`
  let endSweeper: (() => void) | undefined
  let user: Promise<string> | undefined
  return {
    async tryIn(trial) {
      const { image, signal } = trial
      const found = had(await engine.read<EngineImage>(`/images/${encodeURIComponent(image)}/json`))
      if (!found) throw noImage(image)
      user ??= userOn(engine)
      const as = await user
      if (signal.aborted) return { outcome: 'interrupted', exitCode: null, durationMs: 0, tail: '' }
      const name = basename(dirname(trial.checkout))
      const body = { ...bodyOf(trial, as), Labels: { [OWNER]: ours } }
      endSweeper ??= startSweeper(address, `${OWNER}=${ours}`)
      try {
        const made = await engine.tell<{ readonly Id: string }>({ method: 'POST', path: `/containers/create?name=${name}`, body })
        if (made.trouble) throw new SherpaError(made.trouble)
        return await runIn(engine, name, trial)
      } finally {
        await remove(engine, name)
      }
    },
    async sweep() {
      const filters = encodeURIComponent(JSON.stringify({ label: [OWNER] }))
      const listed = had(await engine.read<readonly LabelledContainer[]>(`/containers/json?all=1&filters=${filters}`))
      const orphans = (listed?.body ?? []).filter(({ Labels }) => isOrphan(Labels?.[OWNER] ?? '', owner))
      for (const { Id } of orphans) await remove(engine, Id)
      return orphans.length
    },
    close: () => endSweeper?.(),
  }
}

interface LabelledContainer extends ListedContainer {
  readonly Labels?: Readonly<Record<string, string>> | null
}

function isOrphan(label: string, { machine, isAlive }: ContainerOwner): boolean {
  const { pid, on } = /^(?<pid>\d+)@(?<on>.*)$/.exec(label)?.groups ?? {}
  return pid !== undefined && on === machine && !isAlive(Number(pid))
}

/** Who the caller is here, so that what a trial writes can be deleted by him; where the engine itself runs as him, he is root inside. */
async function userOn(engine: Engine): Promise<string> {
  const info = had(await engine.read<{ readonly SecurityOptions?: readonly string[] | null }>('/info'))
  const isRootless = info?.body.SecurityOptions?.some(option => option.includes('name=rootless')) ?? false
  if (isRootless) return '0:0'
  const [uid, gid] = [process.getuid?.(), process.getgid?.()]
  return uid === undefined ? '' : `${uid}:${gid ?? uid}`
}

/** https://docs.docker.com/reference/api/engine/version/v1.47/#tag/Container/operation/ContainerCreate */
function bodyOf({ image, command, checkout, home, variables, network, memory, cpus }: ContainerTrial, user: string) {
  return {
    Image: image,
    // One empty text: none at all, not even that of the image.
    Entrypoint: [''],
    Cmd: command,
    Env: Object.entries({ ...variables, HOME }).map(([name, value]) => `${name}=${value}`),
    WorkingDir: CHECKOUT,
    User: user,
    NetworkDisabled: network === 'none',
    HostConfig: {
      Mounts: [
        { Type: 'bind', Source: checkout, Target: CHECKOUT },
        { Type: 'bind', Source: home, Target: HOME },
      ],
      NetworkMode: network,
      PidsLimit: MOST_PROCESSES,
      SecurityOpt: ['no-new-privileges'],
      // What is never read must not fill the disk.
      LogConfig: { Type: 'json-file', Config: { 'max-size': '1m', 'max-file': '2' } },
      // With as much swap as memory there is none beyond it.
      ...(memory !== null && { Memory: memory, MemorySwap: memory }),
      ...(cpus !== null && { NanoCpus: Math.round(cpus * 1e9) }),
    },
  }
}

async function runIn(
  engine: Engine,
  name: string,
  { command, image, timeoutMs, signal, now }: ContainerTrial,
): Promise<TrialEnd> {
  let ended: 'timed-out' | 'interrupted' | null = null
  const end = (why: 'timed-out' | 'interrupted') => {
    ended ??= why
    void engine.tell({ method: 'POST', path: `/containers/${name}/kill` })
  }
  const startedMs = now()
  const started = await engine.tell({ method: 'POST', path: `/containers/${name}/start` })
  if (started.trouble) throw notStarted(started.trouble, command, image)
  const timer = setTimeout(() => end('timed-out'), timeoutMs)
  const interrupt = () => end('interrupted')
  signal.addEventListener('abort', interrupt)
  if (signal.aborted) interrupt()
  try {
    const path = `/containers/${name}/wait`
    const waited = await engine.tell<{ readonly StatusCode?: number }>({
      method: 'POST',
      path,
      timeoutMs: timeoutMs + PATIENCE_MS,
    })
    if (waited.trouble && ended === null) throw new SherpaError(waited.trouble)
    const exitCode = ended === null ? (waited.value?.StatusCode ?? null) : null
    return { outcome: ended ?? outcomeOf(exitCode), exitCode, durationMs: now() - startedMs, tail: await tailOf(engine, name) }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', interrupt)
  }
}

const outcomeOf = (exitCode: number | null) => (exitCode === 0 ? 'passed' : exitCode === CANNOT_TELL ? 'skipped' : 'failed')

/** The end of what it printed, as far as that can be had. */
async function tailOf(engine: Engine, name: string): Promise<string> {
  const { value } = await engine.readBytes(`/containers/${name}/logs?stdout=1&stderr=1&tail=200`)
  const text = value ? readLogFrames(value) : ''
  const asked = await engine.read<EngineContainer>(`/containers/${name}/json`)
  const wasKilled = asked.value?.body.State.OOMKilled === true
  return `${text}${wasKilled ? '\nits memory was used up, and it was killed for that' : ''}`.slice(-TAIL_CHARACTERS)
}

const REMOVALS = 3

/** With its volumes. What is left is swept away by whoever comes next. */
async function remove(engine: Engine, name: string): Promise<void> {
  for (let tries = 0; tries < REMOVALS; tries++) {
    const { trouble } = await engine.tell({ method: 'DELETE', path: `/containers/${name}?force=1&v=1` })
    if (!trouble || trouble.code === 'docker-not-found') return
  }
}

function had<T>(answer: Answer<T>): T {
  if (answer.trouble) throw new SherpaError(answer.trouble)
  return answer.value
}

const noImage = (image: string) =>
  new SherpaError({
    code: 'docker-no-image',
    kind: 'world',
    message: `Docker has no image ${image} here`,
    hint: `get it first: docker pull ${image}`,
  })

function notStarted(trouble: Trouble, command: readonly string[], image: string): SherpaError {
  if (!/executable file not found|no such file or directory|permission denied/i.test(trouble.message))
    return new SherpaError(trouble)
  return new SherpaError({
    code: 'command-not-run',
    kind: 'usage',
    message: `${JSON.stringify(command[0] ?? '')} cannot be run in ${image}: the image has no such program`,
    hint: 'name a program that the image has, with its arguments after --',
  })
}

import type { Container } from '../model/container.ts'
import type { Verified } from '../plan/remedy.ts'

/** Without a health check: having run for so long is all that can be asked. */
const STEADY_MS = 10_000
/** Started again so often, and never for long: another start changes nothing. */
const LOOPING_RESTARTS = 3
const LOOPING_UPTIME_MS = 60_000

/** Whether a container that was just started is well. */
export function conditionOf({ status, health, exitCode, restarts, uptimeMs }: Container): Verified {
  if (status === 'restarting' || restarts > 0)
    return { state: 'not-healed', detail: `it ended by itself${codeOf(exitCode)} and the engine starts it over and over` }
  if (status !== 'running') return { state: 'not-healed', detail: `it is ${status}${codeOf(exitCode)}` }
  if (health === 'healthy') return { state: 'healed', detail: 'its health check passes' }
  if (health === 'unhealthy') return { state: 'not-healed', detail: 'its health check fails' }
  if (health === 'starting') return { state: 'pending', detail: 'its health check has not passed yet' }
  const seconds = STEADY_MS / 1000
  if ((uptimeMs ?? 0) < STEADY_MS)
    return { state: 'pending', detail: `it has no health check: wait until it has run for ${seconds} s` }
  return { state: 'healed', detail: `it has no health check, and has run for ${seconds} s` }
}

/** Something is wrong with it that the engine itself shows; in words, or null where nothing is. */
export function ailment({ status, health, exitCode }: Container): string | null {
  if (health === 'unhealthy' && status === 'running') return 'its health check fails'
  if (status === 'dead') return 'it is dead'
  if (status === 'restarting') return 'the engine starts it over and over'
  if (status === 'exited' && exitCode !== 0) return `it ended with exit code ${exitCode ?? 'unknown'}`
  return null
}

/** The engine starts it again and again, in vain. */
export const isLooping = ({ status, restarts, uptimeMs }: Container): boolean =>
  status === 'restarting' || (restarts >= LOOPING_RESTARTS && (uptimeMs ?? 0) < LOOPING_UPTIME_MS)

const codeOf = (exitCode: number | null) => (exitCode === null ? '' : ` (exit code ${exitCode})`)

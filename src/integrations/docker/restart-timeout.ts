import type { EngineContainer } from './engine-types.ts'

/** What an engine gives a container to stop, unless somebody set more. */
const STOP_SECONDS = 10
const LEEWAY_MS = 30_000

/** How long to wait for an engine that stops a container. */
export function restartTimeoutMs({ Config }: Pick<EngineContainer, 'Config'>): number {
  const seconds = Config['StopTimeout']
  return (typeof seconds === 'number' && seconds > 0 ? seconds : STOP_SECONDS) * 1000 + LEEWAY_MS
}

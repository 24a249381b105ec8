import type { Environment } from '../environment.ts'

/**
 * The clock that is acted by: the real one, or as much behind it as `--now` says. What is done, is not done in a future where no limit
 * holds any more.
 */
export function actingClock({ now }: { readonly now?: Date | undefined }, environment: Pick<Environment, 'now'>): () => number {
  const offMs = now ? Math.min(0, now.getTime() - environment.now().getTime()) : 0
  return () => environment.now().getTime() + offMs
}

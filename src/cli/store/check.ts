import { connectRebuild } from '../../integrations/connect-store.ts'
import type { Run } from '../command.ts'
import { readableSize } from '../diagnose/readable-size.ts'
import { safeText } from '../terminal/safe-text.ts'
import { type History, withHistory } from './open.ts'
import type { StoreCheckOptions } from './options.ts'

/** A damaged file is set aside, and what can be read of it goes into a new one. */
export const runStoreCheck: Run<StoreCheckOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store, tell }) => {
    const state = await store.check()
    environment.out.write(options.json ? `${JSON.stringify(state, null, 2)}\n` : safeText(text(state)))
    if (state.mistakes.length === 0) return 'nothing failed'
    if (state.isFile) {
      await store.close()
      const rebuild = await connectRebuild()
      const { aside, attempts } = await rebuild(state.place, { tell, now: environment.now })
      tell(`${state.place} is set aside as ${aside}; ${attempts} attempts of it are saved into a new history`)
    }
    return 'failure found'
  })

function text({ place, sizeBytes, mistakes, rows }: Awaited<ReturnType<History['store']['check']>>): string {
  const counts = Object.entries(rows).map(([table, count]) => `  ${table.padEnd(12)} ${String(count).padStart(10)}\n`)
  const verdict = mistakes.length === 0 ? '✔ the history is sound' : mistakes.map(mistake => `✖ ${mistake}`).join('\n')
  return `${place} (${readableSize(sizeBytes)})\n${counts.join('')}${verdict}\n`
}

import type { Run } from '../command.ts'
import { readableSize } from '../diagnose/readable-size.ts'
import { safeText } from '../terminal/safe-text.ts'
import { withHistory } from './open.ts'
import type { StoreCheckOptions } from './options.ts'

export const runStoreCheck: Run<StoreCheckOptions> = (options, environment) =>
  withHistory(options, environment, async ({ store }) => {
    const state = await store.check()
    const { place, sizeBytes, mistakes, rows } = state
    if (options.json) environment.out.write(`${JSON.stringify(state, null, 2)}\n`)
    else {
      const counts = Object.entries(rows).map(([table, count]) => `  ${table.padEnd(12)} ${String(count).padStart(10)}\n`)
      const verdict = mistakes.length === 0 ? '✔ the history is sound' : mistakes.map(mistake => `✖ ${mistake}`).join('\n')
      environment.out.write(safeText(`${place} (${readableSize(sizeBytes)})\n${counts.join('')}${verdict}\n`))
    }
    return mistakes.length === 0 ? 'nothing failed' : 'failure found'
  })

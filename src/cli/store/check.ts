import { connectSettingAside } from '../../integrations/connect-store.ts'
import type { Run } from '../command.ts'
import { readableSize } from '../diagnose/readable-size.ts'
import type { Environment } from '../environment.ts'
import type { Ending } from '../exit-code.ts'
import { safeText } from '../terminal/safe-text.ts'
import { mergeFrom, takeOver } from './merge-from.ts'
import { type History, withHistory } from './open.ts'
import type { StoreCheckOptions } from './options.ts'
import { rescueTable, rescueWords } from './rescue-words.ts'

type State = Awaited<ReturnType<History['store']['check']>>

/** A damaged file is set aside, and what can be read of it goes into a new one. */
export const runStoreCheck: Run<StoreCheckOptions> = async (options, environment) => {
  const found: { state?: State; damage?: string; aside?: string } = {}
  const onAside = (damage: string, aside: string) => Object.assign(found, { damage, aside })
  await withHistory({ ...options, onAside }, environment, async ({ store }) => {
    found.state = await store.check()
    return 'nothing failed'
  })
  if (!found.state) return 'nothing failed'
  const state = found.damage === undefined ? found.state : { ...found.state, mistakes: [found.damage] }
  if (state.mistakes.length > 0 && state.isFile)
    found.aside ??= (await connectSettingAside()).setAside(state.place, environment.now())
  return found.aside === undefined ? shown(state, options, environment) : rescued(state, found.aside, options, environment)
}

/** Fills the new history with what can be read of the old one. */
const rescued = (state: State, aside: string, options: StoreCheckOptions, environment: Environment): Promise<Ending> =>
  withHistory(options, environment, target =>
    withHistory({ ...options, store: aside, only: 'read', isOwn: true }, environment, async source => {
      const { store: old } = source
      let attempts = 0
      await mergeFrom(old, target.store, recorded => {
        attempts += recorded.new + recorded.known
        environment.progress.show(`${attempts} attempts`)
      })
      const trouble = await takeOver(source, target)
      const { rescue } = old
      shown({ ...state, aside, attempts, ...(rescue && { rescue }) }, options, environment)
      target.tell(
        `${state.place} is set aside as ${aside}; ${attempts} attempts of it are saved into a new history${rescue ? `: ${rescueWords(rescue)}` : ''}`,
      )
      if (trouble !== null) target.tell(trouble)
      return 'failure found'
    }),
  )

type Shown = State & {
  readonly aside?: string
  readonly attempts?: number
  readonly rescue?: NonNullable<History['store']['rescue']>
}

function shown(state: Shown, { json }: StoreCheckOptions, { out, progress }: Environment): Ending {
  progress.clear()
  out.write(json ? `${JSON.stringify(state, null, 2)}\n` : safeText(text(state)))
  return state.mistakes.length === 0 ? 'nothing failed' : 'failure found'
}

function text({ place, sizeBytes, mistakes, rows, rescue }: Shown): string {
  const counts = Object.entries(rows).map(([table, count]) => `  ${table.padEnd(12)} ${String(count).padStart(10)}\n`)
  const verdict = mistakes.length === 0 ? '✔ the history is sound' : mistakes.map(mistake => `✖ ${mistake}`).join('\n')
  const body = mistakes.length > 0 && rescue ? rescueTable(rescue) : counts.join('')
  return `${place} (${readableSize(sizeBytes)})\n${body}${verdict}\n`
}

import type { Detector } from '../model/series.ts'

const REMEMBERED = 1000

interface State {
  /** How often each text was seen; the one longest not seen comes first. */
  readonly counts: Record<string, number>
  known: number
  seenOnce: number
  seen: number
}

/**
 * A text that was never seen before, such as the masked message of an error: the odder the fewer new ones there were so far. Silent for
 * points without a label. Good, "The population frequencies of species", Biometrika 40, 1953.
 */
export const detector: Detector<State> = {
  id: 'new-template',
  begin: () => ({ counts: {}, known: 0, seenOnce: 0, seen: 0 }),
  next(state, { label, value }) {
    if (label === undefined) return { oddity: Number.NaN, expected: Number.NaN }
    const key = `=${label}`
    const count = state.counts[key] ?? 0
    const oddity = count > 0 ? 0 : -Math.log10((state.seenOnce + 1 / 2) / (state.seen + 1))
    state.seen++
    state.seenOnce += count === 0 ? 1 : count === 1 ? -1 : 0
    delete state.counts[key]
    state.counts[key] = count + 1
    if (count === 0) state.known++
    if (state.known > REMEMBERED) forgetOne(state)
    return { oddity, expected: count > 0 ? value : 0 }
  },
}

function forgetOne(state: State) {
  for (const key in state.counts) {
    if (state.counts[key] === 1) state.seenOnce--
    delete state.counts[key]
    state.known--
    return
  }
}

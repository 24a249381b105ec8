import type { Params } from '../model/plan.ts'
import type { ParamSpec, Situation } from '../plan/remedy.ts'
import type { Judged } from './worth.ts'

/** A parameter of every re-run, which is there only where it says yes. */
export const DEBUG_PARAM = { debug: { kind: 'text', longest: 3, pattern: /^yes$/, optional: true } } satisfies Readonly<
  Record<string, ParamSpec>
>

export function debugOf({ askedRerun, debugLogging = 'never', file: { run } }: Situation): Params {
  const isRepeated = (run?.attempt ?? 1) > 1
  const wanted = askedRerun?.debug || debugLogging === 'always' || (debugLogging === 'repeated' && isRepeated)
  return wanted ? { debug: 'yes' } : {}
}

/** In words. */
export const withDebug = ({ debug }: Params): string => (debug === 'yes' ? ' with debug logging' : '')

/**
 * What the worth of a re-run means where a person asked for it: what speaks against it is for that person to weigh, at a terminal; nothing of
 * it is done by itself.
 */
export function askedFor(judged: Judged, { askedRerun, nowMs }: Pick<Situation, 'askedRerun' | 'nowMs'>): Judged {
  if (!askedRerun) return judged
  if (judged.verdict === 'deny') return { ...judged, verdict: 'ask', notBeforeMs: nowMs }
  if (judged.notBeforeMs <= nowMs) return { ...judged, reasons: [{ code: 'asked-for', text: 'Somebody asked for it by name.' }] }
  const text = `What it needs is down: it may be in vain before ${new Date(judged.notBeforeMs).toISOString()}.`
  return { ...judged, verdict: 'ask', reasons: [{ code: 'wait', text }], notBeforeMs: nowMs }
}

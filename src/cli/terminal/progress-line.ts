import type { Screen } from './screen.ts'

/** One line on stderr that says what takes so long; only where a person watches, and gone when the work is done. */
export interface ProgressLine {
  /** Replaces what is shown; ignored when the last change is very recent. `safe` makes the text fit to be shown, if it is. */
  show(text: string, safe?: (text: string) => string): void
  /** Takes the line away. */
  clear(): void
}

/** Waits this long before it says anything: short work stays silent. */
const QUIET_MS = 400
const INTERVAL_MS = 80

/** @param nowMs a clock in milliseconds */
export function createProgressLine(screen: Screen, nowMs: () => number): ProgressLine {
  let startedMs: number | undefined
  let shownMs = Number.NEGATIVE_INFINITY
  let visible = false

  function show(text: string, safe = (text: string) => text) {
    const now = nowMs()
    startedMs ??= now
    if (now - startedMs < QUIET_MS || now - shownMs < INTERVAL_MS || !screen.isTTY) return
    screen.write(`\r\u001b[2K${shorten(safe(text), screen.columns ?? 80)}`)
    shownMs = now
    visible = true
  }

  function clear() {
    if (visible) screen.write('\r\u001b[2K')
    visible = false
    startedMs = undefined
  }

  return { show, clear }
}

const shorten = (text: string, columns: number) => (text.length < columns ? text : `${text.slice(0, Math.max(0, columns - 2))}…`)

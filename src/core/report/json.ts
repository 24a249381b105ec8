import type { Diagnosis } from '../model/diagnosis.ts'

/** How a diagnosis is written as JSON. */
export interface JsonOptions {
  /** Over several lines, for people; one line otherwise. */
  readonly pretty?: boolean
}

// Legal in JSON as they are, but a terminal, a runner or a log viewer may act on them.
const RISKY = /[\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\udb40/g

/** The whole diagnosis as one JSON document, ending in a line feed; what could be taken for a command is escaped, not changed. */
export function renderJson(diagnosis: Diagnosis, { pretty = false }: JsonOptions = {}): string {
  const json = JSON.stringify(diagnosis, null, pretty ? 2 : undefined)
  return `${escapeRisky(json)}\n`
}

/** JSON that says the same in characters that nothing acts on: no invisible ones, and no `##[`. */
export function escapeRisky(json: string): string {
  return json
    .replace(RISKY, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/##(?=\[|vso\[|teamcity\[)/gi, '#\\u0023')
}

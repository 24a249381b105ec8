import type { Diagnosis } from '../model/diagnosis.ts'
import { escapeRisky } from './inert-json.ts'

/** How a diagnosis is written as JSON. */
export interface JsonOptions {
  /** Over several lines, for people; one line otherwise. */
  readonly pretty?: boolean
}

/** The whole diagnosis as one JSON document, ending in a line feed; what could be taken for a command is escaped, not changed. */
export function renderJson(diagnosis: Diagnosis, { pretty = false }: JsonOptions = {}): string {
  const json = JSON.stringify(diagnosis, null, pretty ? 2 : undefined)
  return `${escapeRisky(json)}\n`
}

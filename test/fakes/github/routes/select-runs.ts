/** The filters of the run lists, and their order: newest first. */
import { findAttempt } from '../state/find.ts'
import type { RunData } from '../world.ts'

/** The runs that pass every filter in the query. */
export function selectRuns(runs: readonly RunData[], query: URLSearchParams): RunData[] {
  const wants = (name: string, value: string | null): boolean => !query.has(name) || query.get(name) === value
  return runs
    .filter(run => wants('branch', run.headBranch) && wants('event', run.event))
    .filter(run => wants('head_sha', run.headSha) && wants('actor', run.actor))
    .filter(run => wants('check_suite_id', String(run.id + 1_000_000)))
    .filter(run => hasState(run, query.get('status')))
    .filter(run => isCreated(run, query.get('created')))
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.id - a.id)
}

/** "status" means the status or the conclusion of the latest attempt. */
function hasState(run: RunData, wanted: string | null): boolean {
  const latest = findAttempt(run)
  return wanted === null || latest?.status === wanted || latest?.conclusion === wanted
}

const CREATED = /^(?:(?<from>[^.<>=*]+)\.\.(?<to>[^.<>=]+|\*)|(?<comparator>[<>]=?)?(?<date>[^<>=*]+?)(?:\.\.\*)?)$/

/** `2026-03-01`, `>=2026-03-01`, `2026-03-01..2026-03-05`; a bare date means that day. */
function isCreated(run: RunData, search: string | null): boolean {
  if (search === null) return true
  const parts = CREATED.exec(search)?.groups
  if (parts === undefined) return false
  const { from, to, comparator, date } = parts
  const created = Date.parse(run.createdAt)
  if (from !== undefined) return created >= Date.parse(from) && (to === '*' || created <= endOf(to ?? ''))
  const start = Date.parse(date ?? '')
  if (comparator === '>') return created > endOf(date ?? '')
  if (comparator === '>=' || search.endsWith('..*')) return created >= start
  if (comparator === '<') return created < start
  if (comparator === '<=') return created <= endOf(date ?? '')
  return created >= start && created <= endOf(date ?? '')
}

function endOf(date: string): number {
  return Date.parse(date) + (date.includes('T') ? 0 : 24 * 3600 * 1000 - 1)
}

/** How reliable each rule was on labelled logs, counted once a project, so that no project's habits decide. */
import type { Candidate } from '../../src/core/locate/candidates.ts'
import type { RuleRecords } from '../../src/core/locate/rule-records.ts'
import type { Example } from './dataset.ts'

/** What one project showed of one rule: shares, null where its labels do not tell. */
interface Sighting {
  readonly key: string
  readonly role: string
  readonly group: string
  readonly pointed: number | null
  readonly agreed: number | null
}

export function sightingsOf(examples: readonly Example[], candidates: ReadonlyMap<Example, readonly Candidate[]>): Sighting[] {
  const seen = examples.flatMap(example =>
    [
      ...Map.groupBy(
        (candidates.get(example) ?? []).flatMap(candidate => (candidate.kind === 'match' ? [candidate] : [])),
        ({ match }) => match.rule,
      ),
    ].map(([rule, list]) => {
      const { match } = list[0] as (typeof list)[0]
      const { row, group } = example
      const label = row.label && row.label.category !== 'unknown' ? row.label.category : null
      const pointed = row.root?.length
        ? share(list.map(({ lines: [start, end] }) => (row.root ?? []).some(([a, b]) => start <= b && end >= a)))
        : null
      return { key: rule, role: match.role, group, pointed, agreed: label === null ? null : Number(match.category === label) }
    }),
  )
  return [...Map.groupBy(seen, ({ key, group }) => `${key} ${group}`).values()].map(list => ({
    ...(list[0] as (typeof list)[0]),
    pointed: meanOf(list.map(one => one.pointed)),
    agreed: meanOf(list.map(one => one.agreed)),
  }))
}

const ROLES = ['cause', 'summary', 'symptom']
const PRIOR_PROJECTS = 3

/** Records from all projects but one. */
export function recordsOf(sightings: readonly Sighting[], without: string | null): RuleRecords {
  const counted = sightings.filter(({ group }) => group !== without)
  const roles = new Map(
    ROLES.map(role => [
      role,
      {
        pointed: rate(
          counted.filter(one => one.role === role),
          'pointed',
          0.3,
          1,
        ),
        agreed: rate(
          counted.filter(one => one.role === role),
          'agreed',
          0.3,
          1,
        ),
      },
    ]),
  )
  const rules = [...Map.groupBy(counted, ({ key }) => key)].map(([key, list]) => {
    const base = roles.get((list[0] as Sighting).role) ?? { pointed: 0.3, agreed: 0.3 }
    return [
      key,
      { pointed: rate(list, 'pointed', base.pointed, PRIOR_PROJECTS), agreed: rate(list, 'agreed', base.agreed, PRIOR_PROJECTS) },
    ] as const
  })
  const all = [...[...roles].map(([role, record]) => [`role:${role}`, record] as const), ...rules]
  return Object.fromEntries(
    all.map(([key, { pointed, agreed }]) => [key, { pointed: logOdds(pointed), agreed: logOdds(agreed) }]),
  )
}

function rate(list: readonly Sighting[], what: 'pointed' | 'agreed', prior: number, strength: number): number {
  const known = list.flatMap(one => one[what] ?? [])
  return (known.reduce((sum, value) => sum + value, 0) + prior * strength) / (known.length + strength)
}

const share = (flags: readonly boolean[]) => flags.filter(Boolean).length / Math.max(1, flags.length)
const meanOf = (values: readonly (number | null)[]) => {
  const known = values.filter(value => value !== null)
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) / known.length : null
}
const logOdds = (p: number) => Math.round(Math.log(Math.max(0.01, p) / Math.max(0.01, 1 - p)) * 1000) / 1000

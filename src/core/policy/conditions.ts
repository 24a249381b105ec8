import type { PolicyFacts } from './facts.ts'
import { matchesGlob } from './glob.ts'
import {
  type Conditions,
  type FilesCondition,
  type Glob,
  type OneOrMany,
  type Threshold,
  type TimeWindow,
  WEEKDAYS,
} from './policy.ts'

/** Null: what it asks for is not known. */
export type Truth = boolean | null

/** One thing that a rule can ask for. */
interface Condition<Wanted> {
  /** What it looks at, as a sentence names it. */
  readonly fact: string
  holds(wanted: Wanted, facts: PolicyFacts): Truth
}

/** Every condition of a rule by its name in sherpa.yml. Logins, labels, environments and repositories have no case on GitHub. */
export const CONDITIONS: { readonly [Name in keyof Required<Conditions>]: Condition<NonNullable<Conditions[Name]>> } = {
  category: { fact: 'the category', holds: (wanted, { failure }) => listOf(wanted).includes(failure.category) },
  confidence: { fact: 'the confidence', holds: (wanted, { failure }) => reaches(wanted, failure.confidence) },
  transient: { fact: 'the chance of a re-run', holds: (wanted, { failure }) => reaches(wanted, failure.transient) },
  branch: { fact: 'the branch', holds: (wanted, { run }) => isOneOf(wanted, run.branch) },
  base: { fact: 'the base', holds: (wanted, { run }) => (isNoPullRequest(run) ? false : isOneOf(wanted, run.base)) },
  environment: { fact: 'the environment', holds: (wanted, { environments }) => hasOneOf(wanted, environments, caseless) },
  labels: {
    fact: 'the labels of the pull request',
    holds: (wanted, { run }) => (run.labels === null && isNoPullRequest(run) ? false : hasOneOf(wanted, run.labels, caseless)),
  },
  author: { fact: 'the author of the pull request', holds: (wanted, { run }) => ofPullRequest(wanted, run.author, run) },
  title: { fact: 'the title of the pull request', holds: (wanted, { run }) => ofPullRequest(wanted, run.title, run) },
  actor: { fact: 'the actor', holds: (wanted, { run }) => isOneOf(wanted, run.actor, caseless) },
  event: { fact: 'the event', holds: (wanted, { run }) => (run.event === null ? null : listOf(wanted).includes(run.event)) },
  workflow: { fact: 'the workflow', holds: (wanted, { run }) => isOneOf(wanted, run.workflow) },
  repository: { fact: 'the repository', holds: (wanted, { run }) => isOneOf(wanted, run.repository, caseless) },
  job: { fact: 'the one job it is about', holds: (wanted, { failure }) => isOneOf(wanted, failure.job) },
  files: { fact: 'what was changed', holds: (wanted, { run }) => touches(wanted, run.files) },
  fork: {
    fact: 'whether the code comes from a fork',
    holds: (wanted, { run }) => (run.fork === null ? null : run.fork === wanted),
  },
  time: { fact: 'the time', holds: (wanted, { now }) => isWithin(wanted, now.at) },
}

export const listOf = <T>(value: OneOrMany<T>): readonly T[] => (isList(value) ? value : [value])

const isList = <T>(value: OneOrMany<T>): value is readonly T[] => Array.isArray(value)

type Fold = (text: string) => string
const asItIs: Fold = text => text
const caseless: Fold = text => text.toLowerCase()

const fits = (globs: OneOrMany<Glob>, text: string, fold: Fold = asItIs): boolean =>
  listOf(globs).some(glob => matchesGlob(fold(glob), fold(text)))

const isOneOf = (globs: OneOrMany<Glob>, text: string | null, fold?: Fold): Truth =>
  text === null ? null : fits(globs, text, fold)

const hasOneOf = (globs: OneOrMany<Glob>, texts: readonly string[] | null, fold?: Fold): Truth =>
  texts === null ? null : texts.some(text => fits(globs, text, fold))

const ofPullRequest = (globs: OneOrMany<Glob>, text: string | null, run: PolicyFacts['run']): Truth =>
  text === null && isNoPullRequest(run) ? false : isOneOf(globs, text, caseless)

/** Surely none, so it has neither a base nor labels. Other events may stand for a pull request: `workflow_run`, `merge_group`. */
const isNoPullRequest = ({ event, pullRequest, base }: PolicyFacts['run']): boolean =>
  event !== null && WITHOUT_PULL_REQUEST.has(event) && pullRequest === null && base === null

const WITHOUT_PULL_REQUEST: ReadonlySet<string> = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'])

const COMPARISON = /^(?<sign>[<>]=?)\s*(?<limit>0(?:\.\d+)?|1(?:\.0+)?)$/

/** What is wrong with a threshold, as the end of a sentence; undefined where it can be evaluated. */
export const thresholdMistake = (wanted: string): string | undefined =>
  COMPARISON.test(wanted.trim()) ? undefined : 'is not a comparison with a number from 0 to 1, such as ">= 0.8"'

function reaches(wanted: Threshold, value: number): Truth {
  if (typeof wanted === 'number') return value >= wanted
  const { sign, limit } = COMPARISON.exec(wanted.trim())?.groups ?? {}
  switch (sign) {
    case '>=':
      return value >= Number(limit)
    case '>':
      return value > Number(limit)
    case '<=':
      return value <= Number(limit)
    case '<':
      return value < Number(limit)
    default:
      return null
  }
}

function touches(wanted: OneOrMany<Glob> | FilesCondition, files: readonly string[] | null): Truth {
  if (files === null) return null
  const { any, all }: FilesCondition = isGlobs(wanted) ? { any: wanted } : wanted
  const isAny = any === undefined || files.some(file => fits(any, file))
  const isAll = all === undefined || (files.length > 0 && files.every(file => fits(all, file)))
  return isAny && isAll
}

const isGlobs = (wanted: OneOrMany<Glob> | FilesCondition): wanted is OneOrMany<Glob> =>
  typeof wanted === 'string' || Array.isArray(wanted)

const DAY_MINUTES = 24 * 60

function isWithin({ days, hours }: TimeWindow, at: string): Truth {
  const now = new Date(at)
  if (Number.isNaN(now.getTime())) return null
  const window = hours === undefined ? { from: 0, to: DAY_MINUTES } : hoursOf(hours)
  if (!window) return null
  const minute = now.getUTCHours() * 60 + now.getUTCMinutes()
  const isOn = (day: number) => days === undefined || listOf(days).some(name => WEEKDAYS[(day + 7) % 7] === name)
  const today = now.getUTCDay()
  if (window.from < window.to) return isOn(today) && minute >= window.from && minute < window.to
  return (isOn(today) && minute >= window.from) || (isOn(today - 1) && minute < window.to)
}

const HOURS = /^(?<from>(?:[01]\d|2[0-3]):[0-5]\d)\s*-\s*(?<to>(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/

/** Minutes of the day; null where the text is no window. */
export function hoursOf(text: string): { readonly from: number; readonly to: number } | null {
  const { from, to } = HOURS.exec(text.trim())?.groups ?? {}
  if (from === undefined || to === undefined || from === to) return null
  return { from: minutesOf(from), to: minutesOf(to) }
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

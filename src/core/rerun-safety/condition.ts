import type { Run } from '../model/run.ts'

/** What an `if:` comes to, as far as a run tells: null where that is not known. */
export function holds(condition: string | null, run: Pick<Run, 'event' | 'branch'>): boolean | null {
  if (condition === null) return true
  const expression = condition.replace(/^\s*\$\{\{(?<inner>.*)\}\}\s*$/s, '$<inner>')
  return anyOf(expression, run)
}

/** Three-valued logic (Kleene): what one side settles does not wait for the other. */
function anyOf(expression: string, run: Pick<Run, 'event' | 'branch'>): boolean | null {
  const parts = split(expression, '||').map(part => allOf(part, run))
  if (parts.includes(true)) return true
  return parts.includes(null) ? null : false
}

function allOf(expression: string, run: Pick<Run, 'event' | 'branch'>): boolean | null {
  const parts = split(expression, '&&').map(part => one(part.trim(), run))
  if (parts.includes(false)) return false
  return parts.includes(null) ? null : true
}

const COMPARISON = /^github\.(?<fact>event_name|ref|ref_name|ref_type)\s*(?<operator>==|!=)\s*'(?<value>[^']*)'$/
const PREFIX = /^startsWith\(\s*github\.ref\s*,\s*'(?<value>[^']*)'\s*\)$/i

function one(term: string, run: Pick<Run, 'event' | 'branch'>): boolean | null {
  if (term === 'true') return true
  if (term === 'false') return false
  if (term.startsWith('(') && term.endsWith(')') && closes(term)) return anyOf(term.slice(1, -1), run)
  if (term.startsWith('!')) return not(one(term.slice(1).trim(), run))
  const compared = COMPARISON.exec(term)?.groups
  if (compared) {
    const { fact = '', operator, value = '' } = compared
    const equal = isEqual(fact, value, run)
    return operator === '==' ? equal : not(equal)
  }
  const prefix = PREFIX.exec(term)?.groups?.['value']
  return prefix === undefined ? null : refStartsWith(prefix, run)
}

const not = (value: boolean | null) => (value === null ? null : !value)

function isEqual(fact: string, value: string, { event, branch }: Pick<Run, 'event' | 'branch'>): boolean | null {
  if (fact === 'event_name') return event === undefined ? null : event === value
  if (isPullRequest(event))
    return fact === 'ref_type' ? value === 'branch' : value.includes('pull/') || value.endsWith('/merge') ? null : false
  if (branch === undefined || fact === 'ref_type') return null
  const name = value.replace(/^refs\/(?:heads|tags)\//, '')
  // Whether the run's branch is a branch or a tag is not known.
  return name === branch ? null : false
}

function refStartsWith(prefix: string, { event, branch }: Pick<Run, 'event' | 'branch'>): boolean | null {
  if (isPullRequest(event)) return prefix.startsWith('refs/pull') || 'refs/pull/'.startsWith(prefix)
  const rest = /^refs\/(?:heads|tags)\/(?<rest>.*)$/.exec(prefix)?.groups?.['rest']
  return rest === undefined || branch === undefined || branch.startsWith(rest) ? null : false
}

const isPullRequest = (event: string | undefined) => event === 'pull_request'

/** Splits where no bracket and no quote is open. */
function split(expression: string, operator: '&&' | '||'): string[] {
  const parts: string[] = []
  let depth = 0
  let isQuoted = false
  let start = 0
  for (let i = 0; i < expression.length; i++) {
    const char = expression[i]
    if (char === "'") isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (char === '(') depth++
    else if (char === ')') depth--
    else if (depth === 0 && expression.startsWith(operator, i)) {
      parts.push(expression.slice(start, i))
      start = i + 2
      i++
    }
  }
  return [...parts, expression.slice(start)]
}

/** Whether the first bracket is closed by the last one. */
function closes(term: string): boolean {
  let depth = 0
  for (let i = 0; i < term.length - 1; i++) {
    if (term[i] === '(') depth++
    else if (term[i] === ')') depth--
    if (depth === 0) return false
  }
  return true
}

import type { RunnerFacts } from '../model/log.ts'
import type { ReadLine } from './lines.ts'

const HEAD = 300

/** What a log tells about the machine, in its first lines. Null where it says nothing. */
export function runnerFacts(lines: readonly ReadLine[]): RunnerFacts | null {
  const facts: Facts = {}
  let group = ''
  let inGroup: string[] = []
  let isOfMachine = false
  for (const { text: whole, marked } of lines.slice(0, HEAD)) {
    if (marked?.mark === 'group' || marked?.mark === 'endgroup') {
      learn(facts, groupFacts(group, inGroup))
      group = marked.mark === 'group' ? (marked.name ?? '') : ''
      inGroup = []
      isOfMachine = GROUP_OF_MACHINE.test(group)
      continue
    }
    const text = whole.trim()
    inGroup.push(text)
    if (isOfMachine) learn(facts, factsOf(text, IN_GROUP))
    if ((!group || isOfMachine) && BEGINS_ANYWHERE.test(text)) learn(facts, factsOf(text, ANYWHERE))
  }
  return Object.keys(facts).length > 0 ? facts : null
}

type Fact = keyof RunnerFacts
type Facts = { -readonly [name in Fact]?: string }

/** The first that tells a fact is right. */
function learn(facts: Facts, found: Facts) {
  for (const name of Object.keys(found) as Fact[]) facts[name] ??= found[name] as string
}

/** GitHub's and Azure's groups whose lines say what machine it is; others may hold look-alikes (the provisioner's own version). */
const GROUP_OF_MACHINE = /^(?:Runner Image|Virtual Environment|VM Image|Operating System|worker_info|system_info)$/

/** The operating system stands in lines of its own: name, version, edition. */
function groupFacts(group: string, lines: readonly string[]): Facts {
  const region = lines.map(line => /^(?:Azure )?Region: (?<value>\w+)/.exec(line)?.groups?.value).find(Boolean)
  const os = group === 'Operating System' ? lines.filter(Boolean).slice(0, 3).join(' ') : ''
  return { ...(os ? { os } : {}), ...(region ? { region } : {}) }
}

type Patterns = readonly (readonly [Fact, RegExp])[]

const IN_GROUP: Patterns = [
  ['image', /^(?:Image|Environment): (?<value>[\w.-]+)$/],
  ['version', /^(?:Image )?Version: (?<value>20\d{6}\.[\d.]+)$/],
  ['os', /^Description:\s+(?<value>.+)$/],
]

const ANYWHERE: Patterns = [
  ['image', /^Included Software: \S+\/blob\/(?<value>[\w.-]+)\//],
  ['image', /^Using (?:Docker|Kubernetes) executor with image (?<value>\S+)/],
  ['runnerVersion', /^Current (?:runner|agent) version: '(?<value>[\d.]+)'/],
  ['runnerVersion', /^Running with gitlab-runner (?<value>\d[\w.~-]*)/],
  ['os', /^Description:\s+(?<value>(?:Ubuntu|Debian|CentOS)\b.*)$/],
]

/** How all of these begin, which few lines do. */
const BEGINS_ANYWHERE = /^(?:Included Software|Using|Current|Running|Description)/

function factsOf(text: string, patterns: Patterns): Facts {
  const facts: Facts = {}
  for (const [name, pattern] of patterns) {
    const value = pattern.exec(text)?.groups?.value
    if (value) facts[name] ??= value
  }
  return facts
}

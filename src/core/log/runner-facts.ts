import type { RunnerFacts } from '../model/log.ts'
import type { ReadLine } from './lines.ts'

const HEAD = 200

/** What the head of a log tells about the machine; each fact with the line that tells it, in the words of several runners. */
const FACTS: readonly (readonly [keyof RunnerFacts, RegExp])[] = [
  ['image', /^(?:Image|Environment|Image name|Runner Image): (?<value>[\w.-]+)/],
  ['image', /Included Software: \S+\/blob\/(?<value>[\w.-]+)\//],
  ['image', /^Using Docker executor with image (?<value>\S+)/],
  ['version', /^(?:Image )?Version: (?<value>20\d{6}\.[\d.]+)/],
  ['runnerVersion', /^Current runner version: '(?<value>[\d.]+)'/],
  ['runnerVersion', /^Running with gitlab-runner (?<value>[\d.]+)/],
  ['os', /^(?<value>(?:Ubuntu|Microsoft Windows Server|macOS|Mac OS X|Debian)[ \w.]*)$/],
  ['os', /^Distribution:\s+(?<value>.+)$/],
  ['os', /^Description:\s+(?<value>(?:Ubuntu|Debian|CentOS).*)$/],
  ['region', /^(?:Azure )?Region: (?<value>\w+)/],
]

/** Null where the log says nothing of its machine. */
export function runnerFacts(lines: readonly ReadLine[]): RunnerFacts | null {
  const facts: Partial<Record<keyof RunnerFacts, string>> = {}
  for (const line of lines.slice(0, HEAD)) {
    const text = line.text.replace(/^##\[\w+\]/, '').trim()
    for (const [name, pattern] of FACTS) {
      const value = facts[name] === undefined ? pattern.exec(text)?.groups?.value : undefined
      if (value) facts[name] = value.trim()
    }
  }
  return Object.keys(facts).length > 0 ? facts : null
}

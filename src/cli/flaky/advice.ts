import type { TestFlakiness, TestState } from '../../core/model/flakiness.ts'

type Judged = Omit<TestFlakiness, 'name'> & { readonly name?: string }

/** What to do, the most urgent first: one sentence for each state that tests or jobs are in, about the worst of them. */
export function adviceOn<One extends Judged>(all: readonly One[], nameOf: (one: One) => string): readonly string[] {
  const worst = (state: TestState) => all.find(one => one.state === state)
  const broken = worst('broken')
  const flaky = worst('flaky')
  const fixed = all.find(one => one.state === 'fixed' && one.evidence.ever > 0.5)
  const logged = all.filter(({ failures, evidence }) => evidence.logged > 0 && evidence.logged === failures).length
  return [
    ...(broken ? [`Mend ${nameOf(broken)}${range(broken)}: it fails everybody, and a re-run cannot help.`] : []),
    ...(broken && broken.evidence.badImages.length > 0
      ? [`Pin the runner image: ${nameOf(broken)} fails on ${broken.evidence.badImages.join(', ')} only.`]
      : []),
    ...(flaky
      ? [
          `Mend or quarantine ${nameOf(flaky)}${range(flaky)}: it fails about one run in ${Math.round(1 / flaky.rate)}, on ${count(flaky.evidence.lines, 'pull request or branch', 'pull requests and branches')} that ${flaky.evidence.lines === 1 ? 'has' : 'have'} nothing to do with it${mixedWords(flaky)}. Until then re-run the job when nothing else fails.`,
        ]
      : []),
    ...(fixed ? [`Lift what keeps ${nameOf(fixed)} out of the way, if anything does: it is fixed${range(fixed)}.`] : []),
    ...(logged > 0
      ? [
          `Store test reports, too (sherpa run --junit, sherpa ingest): ${count(logged, 'test is', 'tests are')} known to fail by logs alone, which do not tell when a test passes.`,
        ]
      : []),
  ]
}

const range = ({ since }: Judged) => {
  if (!since) return ''
  if (since.commit && since.after && since.commit !== since.after)
    return ` (${since.after.slice(0, 7)}..${since.commit.slice(0, 7)}, ${since.at.slice(0, 10)})`
  return ` (since ${since.at.slice(0, 10)})`
}

const mixedWords = ({ evidence: { mixed } }: Judged) =>
  mixed === 0 ? '' : `, and ${count(mixed, 'commit', 'commits')} both failed and passed`

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

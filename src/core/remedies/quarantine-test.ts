import { countWords } from '../history/words.ts'
import type { KnownTest } from '../model/past.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Remedy, Situation, Subject } from '../plan/remedy.ts'
import { BRANCH, PATH, TEST_NAME } from '../pull-request/names.ts'
import { findPullRequest, openPullRequest, verifyPullRequest, withdrawPullRequest } from '../pull-request/pull-request-effect.ts'
import { withNames, withoutNames } from '../quarantine/edit-list.ts'
import { provenFlaky } from '../quarantine/flaky-tests.ts'
import { changeOf, takeOut, topicOf } from '../quarantine/list-change.ts'
import { changeHere, findHere, verifyHere } from '../quarantine/list-here.ts'
import { quarantining } from '../quarantine/use.ts'

const MOST_TESTS = 10

/**
 * Puts tests that the history proves flaky on the list that sherpa.yml names, for the test runner to leave out: by a pull request, or, where the
 * run is of no repository that can be reached, in the file itself.
 */
export const remedy: Remedy = {
  id: 'quarantine-test',
  title(params) {
    const { tests, file, branch } = quarantining({ params })
    return `${branch === null ? 'put' : 'open a pull request that puts'} ${tests.join(', ')} on the list ${file}`
  },
  params: {
    tests: { kind: 'texts', longest: 300, most: MOST_TESTS, pattern: TEST_NAME },
    evidence: { kind: 'texts', longest: 300, most: MOST_TESTS },
    file: { kind: 'text', longest: 300, pattern: PATH },
    format: { kind: 'text', longest: 5, pattern: /^(?:lines|json)$/ },
    /** None: the file itself is changed. */
    branch: { kind: 'text', longest: 200, pattern: BRANCH, optional: true },
  },
  risk: 'medium',
  reversible: true,
  leavesRunRed: true,
  propose(situation) {
    const { file, quarantine, nowMs } = situation
    const where = placeOf(situation)
    if (!quarantine || !where) return []
    return [...provenFlaky(file)].map(([job, proven]) => {
      const tests = proven.slice(0, MOST_TESTS)
      const evidence = tests.map(evidenceOf)
      return {
        params: { tests: tests.map(({ name }) => name), evidence, file: quarantine.file, format: quarantine.format, ...where },
        judged: { verdict: 'allow', reasons: [{ code: 'worth-it', text: `The history proves it: ${evidence.join('; ')}.` }] },
        because: `${job}: ${tests.map(({ name }) => name).join(', ')}`,
        costMinutes: 0,
        notBeforeMs: nowMs,
        job,
      }
    })
  },
  thing: ({ repository }, { file, branch }) => (branch === undefined ? `list:${file}` : `quarantine:${repository}:${file}`),
  find: (subject, world) =>
    isByPullRequest(subject) ? findPullRequest(subject, topicOf(subject), world) : findHere(subject, world),
  async act(subject, world) {
    const { pullRequests } = world
    if (!isByPullRequest(subject)) return changeHere(subject, world, withNames)
    if (!pullRequests) return NOT_CONNECTED
    const change = await changeOf(subject, pullRequests, 'in')
    return change.trouble ? { ...change, mayHaveHappened: false } : openPullRequest(subject, change.value, pullRequests)
  },
  verify: (subject, _, world) =>
    isByPullRequest(subject) ? verifyPullRequest(subject, topicOf(subject), world, null) : verifyHere(subject, world),
  async undo(subject, effect, world) {
    if (!isByPullRequest(subject)) {
      const changed = await changeHere(subject, world, withoutNames)
      return changed.trouble ? changed : { value: null }
    }
    const withdrawn = await withdrawPullRequest(subject, effect, topicOf(subject), world)
    return withdrawn.trouble?.code === 'pull-request-merged' ? takeOut(subject, world) : withdrawn
  },
}

const isByPullRequest = (subject: Subject) => quarantining(subject).branch !== null

/** Into which branch; null where a repository is meant and cannot be asked. */
function placeOf({ file, trunk }: Situation): { readonly branch?: string } | null {
  if (file.source.kind !== 'github') return {}
  const branch = trunk && (file.run?.base ?? trunk.branch)
  return branch === undefined ? null : { branch }
}

const evidenceOf = ({ failures, runs, evidence: { lines } }: KnownTest): string =>
  `failed ${countWords(failures, 'time')} in ${countWords(runs, 'run')}, on ${lines} pull requests or branches`

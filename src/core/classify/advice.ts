import type { Category } from '../model/category.ts'
import type { Diagnosis, Failure } from '../model/diagnosis.ts'
import type { Rule } from '../model/rule.ts'
import type { Classification } from './classify.ts'

/** Headline, why, and what to do next: the rule's own words where one recognised the root, else the category's. */
export function advise(
  failures: readonly Failure[],
  { category, confidence }: Pick<Classification, 'category' | 'confidence'>,
  rules: readonly Rule[],
): Pick<Diagnosis, 'headline' | 'explanation' | 'nextSteps'> {
  const root = failures[0]
  const rule = rules.find(rule => rule.id === root?.rule)
  const isGuess = !rule && root?.lines !== null && confidence < SURE && category !== 'test'
  const general = ADVICE[isGuess ? 'unknown' : category]
  return {
    headline: root?.title ?? 'the failure could not be located',
    explanation: rule?.explanation ?? general.explanation,
    nextSteps: rule?.remedies ?? general.nextSteps,
  }
}

/** Below this a category that no rule stands behind is too unsure to advise on. */
const SURE = 0.6

const ADVICE: Record<Category, { readonly explanation: string; readonly nextSteps: readonly string[] }> = {
  test: {
    explanation: 'A test ran and did not get what it expected.',
    nextSteps: ['Run the failing test locally at this commit.', 'Compare with the last commit on which it passed.'],
  },
  flaky_test: {
    explanation: 'A test failed that passes and fails on the same code.',
    nextSteps: ['Re-run the failed job once.', 'Find what the test shares or waits for, or quarantine it with an owner.'],
  },
  compile: {
    explanation: 'The sources of the project do not build.',
    nextSteps: [
      'Open the first reported place and fix it; later errors often follow from it.',
      'Build locally with the same tool versions as CI.',
    ],
  },
  lint: {
    explanation: 'A style, format or quality gate refused the change.',
    nextSteps: ['Run the same check locally, with its fix option where it has one, and commit the result.'],
  },
  dependency: {
    explanation: 'Something the project depends on could not be resolved, installed or imported.',
    nextSteps: [
      'Check the named package and version against its registry.',
      'Compare the lock file with that of the last green commit.',
    ],
  },
  network: {
    explanation: 'A transfer between the job and another machine failed.',
    nextSteps: ['Re-run the job.', "If it comes back, look at the other side's status page, and add a retry or a cache."],
  },
  rate_limit: {
    explanation: 'A service refused because it was asked too often.',
    nextSteps: ['Wait for the limit to reset and re-run.', 'Authenticate, cache, or ask less often.'],
  },
  auth: {
    explanation: 'A service refused the credentials, or their rights.',
    nextSteps: [
      'Check that the secret exists in this context (forks get none), has not expired, and has the rights that are named.',
    ],
  },
  config: {
    explanation: 'The CI set-up is wrong: an option, a file, a command, a variable or a script.',
    nextSteps: [
      'Compare the workflow and its scripts with the last green run.',
      'Run the failing command locally in a clean checkout.',
    ],
  },
  runner: {
    explanation: 'The machine or the platform that runs the job broke.',
    nextSteps: ['Re-run the job.', "If it comes back, look at the CI's status page and at the runner's own log."],
  },
  resource: {
    explanation: 'The job ran out of memory, disk, or another limit of its machine.',
    nextSteps: ['See what grew since the last green run.', 'Free space, lower parallelism, or use a larger runner.'],
  },
  timeout: {
    explanation: 'A job, step or command took longer than it may.',
    nextSteps: ['Look at what the last lines were waiting for.', 'Compare durations with green runs before raising the limit.'],
  },
  deploy: {
    explanation: 'A release or deployment was refused or came out unhealthy.',
    nextSteps: ['Look at the state of the target, and roll back if users are affected.'],
  },
  crash: {
    explanation: 'A tool or the program crashed rather than reported an error.',
    nextSteps: ['Look at the stack trace for the first frame of your own.', 'Try the version of the tool of the last green run.'],
  },
  cancelled: {
    explanation: 'The job was cancelled; it has no failure of its own.',
    nextSteps: ['Look at who or what cancelled it: a newer push, a failed sibling, or a person.'],
  },
  unknown: {
    explanation: 'What was read does not say why.',
    nextSteps: ['Read the lines below, and the end of the log around them.'],
  },
}

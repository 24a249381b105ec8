import type { CaseFile, Note } from '../model/case-file.ts'
import type { Category } from '../model/category.ts'

/** What a diagnosis says of the whole case, as far as other attempts may change it. */
interface Judged {
  readonly category: Category
  readonly transient: number
}

/** Where else a job of the run was run, on the same commit. */
interface Elsewhere {
  readonly passed: readonly number[]
  readonly failed: readonly number[]
}

/**
 * How much likelier a transient failure is than a lasting one where another attempt passed, and where it failed, too. Estimates: what lasts
 * hardly ever passes; of re-runs of what is transient about one in four fails again.
 */
const ODDS = { passed: 40, failed: 0.25 }

/** A test that failed and passed on one commit is flaky; and how the other attempts ended is the best guess at how the next will. */
export function weighAttempts<Verdict extends Judged>(verdict: Verdict, { passed, failed }: Elsewhere): Verdict {
  const likelier = ODDS.passed ** passed.length * ODDS.failed ** failed.length
  const transient = verdict.transient * likelier
  return {
    ...verdict,
    transient: transient / (transient + 1 - verdict.transient),
    category: verdict.category === 'test' && passed.length > 0 ? 'flaky_test' : verdict.category,
  }
}

/** How the job ended in the run's other attempts. */
export function elsewhere({ attempts = [] }: CaseFile, job: string | null): Elsewhere {
  const ended = (conclusion: string) =>
    attempts
      .filter(({ jobs }) => jobs.some(one => one.name === job && one.conclusion === conclusion))
      .map(({ attempt }) => attempt)
  return { passed: ended('success'), failed: ended('failure') }
}

/** The evidence, told. */
export function attemptNotes(job: string | null, { passed, failed }: Elsewhere): Note[] {
  const told = [passed.length > 0 && `passed in ${listed(passed)}`, failed.length > 0 && `failed in ${listed(failed)}`].filter(
    Boolean,
  )
  return told.length === 0 ? [] : [{ code: 'other-attempts', text: `On the same commit, ${job} ${told.join(' and ')}.` }]
}

const listed = (attempts: readonly number[]) => `attempt${attempts.length > 1 ? 's' : ''} ${attempts.join(', ')}`

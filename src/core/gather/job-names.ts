/**
 * Finds out which job a log file belongs to. File names in GitHub's archives are job names that were cut, stripped of
 * characters, numbered where they repeat (` (1)`), or never evaluated (`test (${{ matrix.os }})`).
 */

/** For each file's name for its job (in archive order) the index of the job in `jobs` (in the API's order), or null. */
export function matchJobs(names: readonly string[], jobs: readonly string[]): (number | null)[] {
  const found: (number | null)[] = names.map(() => null)
  const free = new Set(jobs.keys())
  for (const likeness of LIKENESSES) {
    for (const [i, name] of names.entries()) {
      if (found[i] !== null) continue
      const job = [...free].find(index => likeness(name, jobs[index] ?? ''))
      if (job === undefined) continue
      found[i] = job
      free.delete(job)
    }
  }
  return found
}

const CUT_LENGTH = 20

/** From the surest to the boldest. */
const LIKENESSES: readonly ((name: string, job: string) => boolean)[] = [
  (name, job) => name === job,
  (name, job) => letters(name) !== '' && letters(name) === letters(job),
  (name, job) => /\(\d+\)$/.test(name) && letters(name.replace(/ ?\(\d+\)$/, '')) === letters(job),
  (name, job) => letters(name).length >= CUT_LENGTH && letters(job).startsWith(letters(name)),
  (name, job) => name.includes('${{') && fits(name, job),
  (name, job) => job.includes('${{') && fits(job, name),
]

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Whether the fixed parts of an unevaluated name stand in the other name, in order. */
function fits(template: string, name: string): boolean {
  const parts = template
    .split(/\$\{\{.*?(?:\}\}|$)/s)
    .map(letters)
    .filter(part => part !== '')
  const text = letters(name)
  let at = 0
  for (const part of parts) {
    const next = text.indexOf(part, at)
    if (next === -1) return false
    at = next + part.length
  }
  return parts.length > 0
}

const COMPLETE_NAME = /^\ufeff?(?:\d{4}-\d\d-\d\dT[\d:.]+Z )?Complete job name: (?<name>[^\r\n]{1,400})\r?$/m

/** The full name of the job, which GitHub's runner prints while it sets the job up. */
export const printedJobName = (head: string): string | undefined =>
  head.includes('Complete job name: ') ? COMPLETE_NAME.exec(head)?.groups?.['name']?.trim() : undefined

/** Why a job failed, as a closed list; ids are printed as they stand. */
export const CATEGORIES = [
  'test',
  'flaky_test',
  'compile',
  'lint',
  'dependency',
  'network',
  'rate_limit',
  'auth',
  'config',
  'runner',
  'resource',
  'timeout',
  'deploy',
  'crash',
  'cancelled',
  'unknown',
] as const

/** One of {@link CATEGORIES}. */
export type Category = (typeof CATEGORIES)[number]

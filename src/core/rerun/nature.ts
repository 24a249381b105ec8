import type { Category } from '../model/category.ts'

/** `transient`: a re-run may pass. `deterministic`: it cannot. `unproven`: nobody knows. */
export type Nature = 'transient' | 'deterministic' | 'unproven'

/** What a failure of a category is where nothing else is known; `flaky_test` is a test with evidence. */
export const NATURES: Readonly<Record<Category, Nature>> = {
  flaky_test: 'transient',
  network: 'transient',
  rate_limit: 'transient',
  runner: 'transient',
  timeout: 'transient',
  cancelled: 'transient',
  resource: 'unproven',
  crash: 'unproven',
  auth: 'unproven',
  deploy: 'unproven',
  unknown: 'unproven',
  test: 'deterministic',
  compile: 'deterministic',
  lint: 'deterministic',
  dependency: 'deterministic',
  config: 'deterministic',
}

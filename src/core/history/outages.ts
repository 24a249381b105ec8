import type { PastTest } from '../model/history.ts'

/** Beyond this share of red tests, what all tests need is broken, and not the tests. */
const SHARE = 0.8
/** Fewer tests may well all fail for reasons of their own. */
const FEWEST = 5

/** The failure is one of a job most of whose tests failed: it says nothing about the test. */
export const isOutage = ({ tests, testsFailed }: Pick<PastTest, 'tests' | 'testsFailed'>): boolean =>
  tests !== null && testsFailed !== null && tests >= FEWEST && testsFailed > SHARE * tests

/** Logs for the tests of the built command line. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const LOGS = join(import.meta.dirname, '../../fixtures/logs')

export const logPath = (name: string): string => join(LOGS, `${name}.log`)
export const logText = (name: string): string => readFileSync(logPath(name), 'utf8')

/** A log that failed for a known reason, and one that passed. */
export const RED = 'npm-eresolve'
export const RED_RULE = 'npm/eresolve'
export const GREEN = 'green-pytest'

/** A job of GitHub Actions whose only script printed these lines and failed. */
export const failedJob = (...output: readonly string[]): string =>
  [
    "Current runner version: '2.331.0'",
    'Complete job name: unit',
    '##[group]Run npm test',
    '\u001b[36;1mnpm test\u001b[0m',
    'shell: /usr/bin/bash -e {0}',
    '##[endgroup]',
    ...output,
    '##[error]Process completed with exit code 1.',
    'Post job cleanup.',
    'Cleaning up orphan processes',
  ]
    .map((line, i) => `2026-03-02T08:00:${String(i % 60).padStart(2, '0')}.0000000Z ${line}\n`)
    .join('')

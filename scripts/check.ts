/** Runs every check but the tests, all of them even where one fails; shows the output of those that do. `npm run check`. */
import { spawnSync } from 'node:child_process'

const CHECKS = ['types', 'lint', 'layers', 'dead-code', 'generate:check', 'package-check', 'dist:check']

const failed = CHECKS.filter(check => !passes(check))
if (failed.length > 0) console.error(`\nfailed: ${failed.join(', ')}; each runs alone with npm run NAME`)
process.exitCode = failed.length > 0 ? 1 : 0

function passes(check: string): boolean {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', check], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✖'} ${check} (${seconds} s)`)
  if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd().replace(/^/gm, '  '))
  return status === 0
}

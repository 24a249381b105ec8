import { expect, test } from 'vitest'
import { diagnosisOf, HOSTILE, hostileDiagnosis } from './diagnosis.fixture.ts'
import { renderHtml } from './html.ts'

test('the page says what broke, where and what to do', () => {
  const page = renderHtml(diagnosisOf())
  expect(page).toContain('<title>npm cannot resolve the dependency tree</title>')
  expect(page).toContain('<tr class="matched"><td>142</td><td>npm error code ERESOLVE</td></tr>')
  expect(page).toContain('<tr class="gap"><td></td><td>14 lines left out</td></tr>')
  expect(page).toContain('<span class="bad">a re-run will not help (0.02)</span>')
  expect(page).toContain('Run <code>npm install</code> locally')
})

test('nothing is loaded and nothing can be run', () => {
  const page = renderHtml(diagnosisOf())
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`)
  expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|https?:\/\//)
})

test('tests beyond the first five are folded', () => {
  const failedTests = Array.from({ length: 7 }, (_, index) => ({ name: `t${index}` }))
  const page = renderHtml(
    diagnosisOf({ tests: [{ framework: 'jest', total: 9, passed: 0, failed: 9, skipped: 0, failedTests }] }),
  )
  expect(page).toContain('<details><summary>2 more</summary>')
  expect(page).toContain('<p>and 2 more that are not named</p>')
})

test.each(HOSTILE)('a hostile log adds no tag and no attribute: %j', text => {
  const tags = (page: string) => [...new Set(page.match(/<[^>]*>/g))].sort()
  const allowed = tags(renderHtml(hostileDiagnosis('plain `code`')))
  const page = renderHtml(hostileDiagnosis(text))
  expect(tags(page).filter(tag => !allowed.includes(tag) && tag !== '<code>' && tag !== '</code>')).toEqual([])
  expect(page).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]/)
  expect(page).not.toMatch(/##(?:\[|vso\[|teamcity\[)/)
  for (const line of page.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false)
})

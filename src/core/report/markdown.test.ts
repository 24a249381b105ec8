import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diagnosisOf, failureOf, HOSTILE, hostileDiagnosis } from './diagnosis.fixture.ts'
import { renderMarkdown } from './markdown.ts'

test('a summary that can be read at a glance', () => {
  expect(renderMarkdown(diagnosisOf())).toMatchInlineSnapshot(`
    "### ❌ npm cannot resolve the dependency tree

    **dependency** · sure (0.97) · a re-run will not help (0.02)

    unit (ubuntu, 22) › Install dependencies, lines 142-160, package.json:12

    <details open><summary>4 lines of the log</summary>

    \`\`\`text
      141  npm ci
    > 142  npm error code ERESOLVE
      143  npm error ERESOLVE could not resolve
           … 14 more
      158  npm error Found: react@19.0.0
    \`\`\`

    </details>

    **Why**

    Two packages ask for versions of a common dependency that no single version satisfies.

    **Next steps**

    1. Align the peer versions in package.json.
    2. Run <code>npm install</code> locally and commit the lock file.

    | Also failed | Category | Where |
    | --- | --- | --- |
    | process completed with exit code 1 | runner | unit (ubuntu, 22) › Install dependencies, line 190 |

    <sub>read 1 log, 12,345 lines, 1.2 MB, 1 of 3 jobs failed, compared with a green run</sub>
    "
  `)
})

test('what has no room is left out by name, least important first', () => {
  const huge = diagnosisOf({
    failures: Array.from({ length: 60 }, (_, index) =>
      failureOf({ lines: [500 + index, 500 + index], title: `failure ${index} ${'t'.repeat(400)}`, fingerprint: `v1:${index}` }),
    ),
    highlights: [
      { job: 'unit (ubuntu, 22)', lines: [1, 400], score: 1, text: Array.from({ length: 400 }, () => '日本語'.repeat(200)) },
    ],
    notes: Array.from({ length: 50 }, () => ({ code: 'x', text: 'n'.repeat(500) })),
  })
  const all = renderMarkdown(huge)
  expect(new TextEncoder().encode(all).length).toBeLessThanOrEqual(60_000)
  expect(all).toContain('| and 39 more | | |')
  const short = renderMarkdown(huge, { maxBytes: 6000 })
  expect(new TextEncoder().encode(short).length).toBeLessThanOrEqual(6000)
  expect(short).toMatch(/_Left out for want of room: what was read, the notes, the other failures[^_]*\._\n$/)
  expect(short).toContain('**Next steps**')
})

test('whatever the texts, it is never longer than 60 kB', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 0, maxLength: 3000 }), text => {
      expect(new TextEncoder().encode(renderMarkdown(hostileDiagnosis(text.repeat(20)))).length).toBeLessThanOrEqual(60_000)
    }),
    { numRuns: 30 },
  )
})

test.each(HOSTILE)('nothing in it acts: %j', text => {
  const out = renderMarkdown(hostileDiagnosis(text))
  expect(out).not.toMatch(/##(?:\[|vso\[|teamcity\[)/)
  for (const line of out.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false)
  expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]/)
  const prose = withoutFences(out).replace(/<\/?(?:details|summary|sub|code)(?: open)?>|<!-- -->/g, '\u0001')
  expect(prose).not.toMatch(/[<>]/)
  expect(prose).not.toMatch(/(?<!\\)\]\(|(?<!\\)!\[|[@#]\w|:\/\/|www\./)
})

function withoutFences(markdown: string): string {
  let fence: string | null = null
  return markdown
    .split('\n')
    .filter(line => {
      const mark = /^`{3,}/.exec(line)?.[0]
      if (fence === null && mark) fence = mark
      else if (fence !== null && line === fence) fence = null
      else return fence === null
      return false
    })
    .join('\n')
}

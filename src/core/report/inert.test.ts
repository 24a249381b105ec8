import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOSTILE } from './diagnosis.fixture.ts'
import { fenced, inert, inertHtml, inertLine, inertMarkdown, inertProse, withoutCommands } from './inert.ts'

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ maxLength: 40 }),
      fc.constantFrom(...HOSTILE, ':', '#', '`', '[', '\n', ' ', '\x1b'),
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join(''))

describe('inert', () => {
  test.each([
    ['plain text\twith a tab\nand a line', 'plain text\twith a tab\nand a line'],
    ['\x1b[1;31mred\x1b[0m', 'red'],
    ['\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\', 'link'],
    ['\x1b]0;title\x07text', 'text'],
    ['a\r\nb\rc', 'a\nbc'],
    ['\x9b31mred', 'red'],
    ['user\u202etxt.exe', 'usertxt.exe'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
    ['日本語 ✓ émoji 🎉', '日本語 ✓ émoji 🎉'],
  ])('%j', (from, to) => expect(inert(from)).toBe(to))

  test('no control, no direction mark, no lone surrogate comes out of any text', () => {
    fc.assert(
      fc.property(text, sample => {
        const out = inert(sample)
        expect(out).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/)
        expect(out.isWellFormed()).toBe(true)
        expect(inert(out)).toBe(out)
        expect(inertLine(sample)).not.toMatch(/[\n\t]/)
      }),
    )
  })
})

describe('for a runner that reads along', () => {
  test.each([
    ['::error::x', ': :error::x'],
    ['a\n \t\u00a0::set-output name=a::b', 'a\n \t\u00a0: :set-output name=a::b'],
    ['std::vector', 'std::vector'],
    ['##[group]x', '# #[group]x'],
    ['###[error]', '## #[error]'],
    ['## heading', '## heading'],
    ['##vso[task.complete]', '# #vso[task.complete]'],
  ])('%j', (from, to) => expect(withoutCommands(from)).toBe(to))

  test('no command comes out of any text', () => {
    fc.assert(
      fc.property(text, sample => {
        const out = withoutCommands(inert(sample))
        expect(out).not.toMatch(/##(?:\[|vso\[|teamcity\[)/i)
        for (const line of out.split(/[\n\r\u2028\u2029\x85]/)) expect(line.trimStart().startsWith('::')).toBe(false)
      }),
    )
  })
})

describe('for Markdown', () => {
  test.each([
    ['a *b* _c_ `d` ~~e~~', 'a \\*b\\* \\_c\\_ \\`d\\` \\~\\~e\\~\\~'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['![x](http://y.example)', '!\\[x\\](http:<!-- -->//y.example)'],
    ['@acme/team fixes #12', '@<!-- -->acme/team fixes #<!-- -->12'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['12. item', '12\\. item'],
    ['a | b', 'a \\| b'],
    [':tada:', ':<!-- -->tada:'],
    ['at 12:30 in src/a.ts:12', 'at 12:30 in src/a.ts:12'],
  ])('%j', (from, to) => expect(inertMarkdown(from)).toBe(to))

  test('no tag, link or line of its own comes out of any text', () => {
    fc.assert(
      fc.property(text, sample => {
        const out = inertMarkdown(sample).replaceAll('<!-- -->', '\u0001')
        expect(out).not.toMatch(/[<>\n]/)
        expect(out).not.toMatch(/(?<!\\)(?:\\\\)*[`*_[\]|~$]/)
        expect(out).not.toMatch(/[@#]\w|:\/\//)
      }),
    )
  })

  test('code in prose becomes code, with nothing in it alive', () => {
    expect(inertProse('run `npm ci` in `<b>`, not ` *x*')).toBe(
      'run <code>npm ci</code> in <code>&lt;b&gt;</code>, not \\` \\*x\\*',
    )
    fc.assert(
      fc.property(text, sample => {
        expect(inertProse(sample.replaceAll('\n', ' ')).replace(/<\/?code>|<!-- -->/g, '')).not.toMatch(/[<>]/)
      }),
    )
  })

  test('nothing ends a fence early', () => {
    fc.assert(
      fc.property(text, sample => {
        const lines = fenced(sample).split('\n')
        const fence = /^`+/.exec(lines[0] ?? '')?.[0] ?? ''
        expect(lines.at(-1)).toBe(fence)
        for (const line of lines.slice(1, -1)) expect(line).not.toContain(fence)
      }),
    )
  })
})

test('for HTML: no tag, no attribute ends', () => {
  expect(inertHtml(`<a href="x" title='y'>&amp;`)).toBe('&#60;a href=&#34;x&#34; title=&#39;y&#39;&#62;&#38;amp;')
  fc.assert(fc.property(text, sample => void expect(inertHtml(sample)).not.toMatch(/[<>"'`]|&(?!#\d+;)/)))
})

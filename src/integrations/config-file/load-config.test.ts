import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_CONFIG } from '../../core/config/config.ts'
import { DEFAULT_LIMITS } from '../../core/policy/limits.ts'
import { loadConfig } from './load-config.ts'

const messages = (text: string): readonly string[] => {
  const loaded = loadConfig(text, 'sherpa.yml')
  return 'troubles' in loaded
    ? loaded.troubles.map(({ message, hint }) => message.replace('sherpa.yml:', '') + (hint ? ` | ${hint}` : ''))
    : []
}

const config = (text: string) => {
  const loaded = loadConfig(text, 'sherpa.yml')
  return 'value' in loaded ? loaded.value.config : loaded.troubles.map(({ message }) => message)
}

describe('what is right', () => {
  test.each(['', '# nothing\n', 'version: 1', '{}', 'report:\n  highlights: 3\n'])('%j is a configuration', text => {
    expect(messages(text)).toEqual([])
  })

  test('an empty file says what no file says', () => {
    expect(config('')).toEqual(DEFAULT_CONFIG)
  })

  test('a rule needs only what makes it a rule', () => {
    const text = 'rules:\n  - { id: a/b, category: test, title: It broke, needles: [broke], pattern: broke }\n'
    expect(config(text)).toMatchObject({
      rules: [{ role: 'cause', flags: '', transient: 0.1, remedies: [], examples: { match: [], miss: [] } }],
    })
  })

  test('a policy that says a little has the defaults for the rest', () => {
    expect(config('policy: { budgets: { perRun: 1 }, remedies: { open-issue: off } }')).toMatchObject({
      policy: {
        ...DEFAULT_LIMITS,
        preset: 'suggest',
        remedies: { 'open-issue': 'off' },
        budgets: { ...DEFAULT_LIMITS.budgets, perRun: 1 },
      },
    })
  })

  test('the contract of the policy stands alone', () => {
    expect(config('policy: { preset: auto-rerun }')).toMatchObject({ policy: { preset: 'auto-rerun' } })
  })

  test('a few anchors are fine', () => {
    expect(config('redact:\n  env: &names [A_KEY]\n  patterns: *names\n')).toMatchObject({
      redact: { env: ['A_KEY'], patterns: ['A_KEY'] },
    })
  })
})

describe('what is wrong, with its place and a hint', () => {
  test.each<[string, string, string[]]>([
    ['an unknown key', 'reprot:\n  format: text\n', ['1:1: there is no setting "reprot" | did you mean report?']],
    [
      'an unknown key that is near to nothing',
      'report:\n  zzz: 1\n',
      ['2:3: there is no setting "zzz" in report | known here: format, highlights'],
    ],
    [
      'two unknown keys',
      'a: 1\nversion: 1\npolcy: {}\n',
      [
        '1:1: there is no setting "a" | known here: version, rules, disable, redact, report, baseline, store, commands, dispatch, reruns, hung, gate, quarantine, canary, policy',
        '3:1: there is no setting "polcy" | did you mean policy?',
      ],
    ],
    [
      'a word that is not in the list',
      'report: { format: markdwn }',
      ['1:19: report.format must be one of text, json, markdown, html, sarif, and is "markdwn" | did you mean markdown?'],
    ],
    [
      'an unknown preset',
      'policy:\n  preset: auto',
      ['2:11: policy.preset must be one of off, suggest, assist, auto-rerun, and is "auto"'],
    ],
    [
      'a remedy that there is not',
      'policy:\n  remedies: { rerun-jobs: auto }',
      ['2:15: there is no setting "rerun-jobs" in policy.remedies | did you mean rerun-job?'],
    ],
    [
      'a condition that there is not',
      'policy:\n  rules: [{ when: { brunch: main }, then: ask }]',
      ['2:21: there is no setting "brunch" in policy.rules[0].when | did you mean branch?'],
    ],
    [
      'a pattern in a list that cannot be evaluated',
      "policy:\n  rules:\n    - { when: { branch: [main, 'a{b}'] }, then: ask }",
      ['3:32: policy.rules[0].when.branch[1] has braces, which are not supported: write a list: "a{b}"'],
    ],
    [
      'a pattern that cannot be evaluated',
      "policy:\n  rules:\n    - { when: { files: { any: '!docs/**' } }, then: ask }",
      ['3:31: policy.rules[0].when.files.any cannot be negated: write an earlier rule for the exception: "!docs/**"'],
    ],
    [
      'a comparison that cannot be evaluated',
      "policy:\n  rules:\n    - { when: { confidence: '=> 0.8' }, then: auto }",
      ['3:29: policy.rules[0].when.confidence is not a comparison with a number from 0 to 1, such as ">= 0.8": "=> 0.8"'],
    ],
    [
      'hours that cannot be evaluated',
      'policy:\n  rules:\n    - { when: { time: { hours: 9-17 } }, then: auto }',
      ['3:32: policy.rules[0].when.time.hours is not of the form 09:00-17:00: "9-17"'],
    ],
    [
      'a time zone beyond UTC',
      'policy:\n  rules:\n    - { when: { time: { zone: CET } }, then: auto }',
      ['3:31: policy.rules[0].when.time.zone must be UTC, and is "CET"'],
    ],
    [
      'rules beside an engine',
      'policy:\n  opa: { url: http://127.0.0.1:8181 }\n  rules: [{ then: ask }]',
      ['3:10: policy.rules is not asked where policy.opa decides: remove one of the two: [{"then":"ask"}]'],
    ],
    [
      'an address with a password',
      'policy:\n  opa: { url: http://me:secret@127.0.0.1 }',
      ['2:15: policy.opa.url is not an http or https address without credentials and query: "http://me:secret@127.0.0.1"'],
    ],
    [
      'a budget below nothing',
      'policy:\n  budgets: { perRun: -1 }',
      ['2:22: policy.budgets.perRun must be at least 0, and is -1'],
    ],
    ['a version of the future', 'version: 2', ['1:10: version must be 1, and is 2']],
    ['text for a mapping', 'redact: yes', ['1:9: redact must be a mapping, and is the text "yes"']],
    ['a mapping for a list', 'rules:\n  a: 1', ['2:3: rules must be a list, and is a mapping']],
    ['nothing for a list', 'rules:\n', ['1:7: rules must be a list, and is empty']],
    [
      'a fraction for a whole number',
      'report:\n  highlights: 1.5',
      ['2:15: report.highlights must be a whole number, and is 1.5'],
    ],
    ['too small', 'report:\n  highlights: 0', ['2:15: report.highlights must be at least 1, and is 0']],
    ['a list at the root', '- a\n', ['1:1: the file must be a mapping, and is a list']],
    ['text at the root', 'hello', ['1:1: the file must be a mapping, and is the text "hello"']],
    [
      'what a rule lacks',
      'rules:\n  - id: a/b\n    category: test\n    title: x\n    needles: [abc]\n',
      ['2:5: rules[0].pattern is missing'],
    ],
    [
      'a short needle',
      'rules:\n  - { id: a/b, category: test, title: x, needles: [abc, b], pattern: x }',
      ['2:57: rules[0].needles[1] is shorter than 3 characters'],
    ],
    [
      'no needle',
      'rules:\n  - { id: a/b, category: test, title: x, needles: [], pattern: x }',
      ['2:51: rules[0].needles has fewer than 1 entries'],
    ],
    [
      'an id without a tool',
      'rules:\n  - { id: B, category: test, title: x, needles: [abc], pattern: x }',
      ['2:11: rules[0].id is not of the form tool/what, in lower case: "B"'],
    ],
    [
      'a probability of two',
      'rules:\n  - { id: a/b, category: test, title: x, needles: [abc], pattern: x, transient: 2 }',
      ['2:81: rules[0].transient must be at most 1, and is 2'],
    ],
    [
      'a capture that is no text',
      'rules:\n  - id: a/b\n    category: test\n    title: x\n    needles: [abc]\n    pattern: x\n    examples:\n      match:\n        - text: abc\n          captures: { n: 1 }\n',
      ['10:26: rules[0].examples.match[0].captures.n must be text, and is 1'],
    ],
    ['a key twice', 'version: 1\nversion: 1', ['2:1: this key is there twice | merge the two, or rename one']],
    ['a tab', 'report:\n\tformat: text', ['2:1: a tab cannot indent | indent with spaces']],
    [
      'two documents',
      'version: 1\n---\nversion: 1',
      ['2:1: a second document starts here | keep one document: remove the --- lines'],
    ],
    [
      'a tag of another language',
      'baseline: !!js/function "x"',
      ['1:11: Unresolved tag: tag:yaml.org,2002:js/function | remove the tag'],
    ],
    ['an alias of nothing', 'baseline: *x', ['1:11: the alias refers to an anchor that is not set before it']],
  ])('%s', (_, text, expected) => {
    expect(messages(text)).toEqual(expected)
  })

  test('an unclosed bracket', () => {
    expect(messages('rules: [')[0]).toMatch(/^1:9: /)
  })

  test('a bomb of anchors', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`
    const bomb = level('a', 'x') + level('b', '*a') + level('c', '*b') + level('d', '*c') + level('e', '*d') + level('f', '*e')
    expect(messages(bomb)).toEqual(['1:1: its aliases expand without end'])
  })

  test('nesting without end', () => {
    expect(messages('['.repeat(100_000)).length).toBeGreaterThan(0)
  })

  test('a file that no person wrote', () => {
    expect(messages(`# ${'x'.repeat(2 ** 20)}`)).toEqual(['1:1: the file is larger than 1 MiB, which no configuration is'])
  })
})

describe('whatever the bytes', () => {
  const isAnswer = (text: string) => {
    const loaded = loadConfig(text, 'sherpa.yml')
    if ('value' in loaded) return
    expect(loaded.troubles.length).toBeGreaterThan(0)
    for (const trouble of loaded.troubles) {
      expect(trouble).toMatchObject({ code: 'bad-config', kind: 'usage', file: 'sherpa.yml' })
      expect(trouble.message.startsWith(`sherpa.yml:${trouble.line}:${trouble.column}: `)).toBe(true)
      expect(Math.min(trouble.line, trouble.column)).toBeGreaterThan(0)
    }
  }

  test('random text is a configuration or trouble', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isAnswer), { numRuns: 300 })
  })

  test('random YAML is, too', () => {
    const pieces = [
      'rules',
      'report',
      'redact',
      'policy',
      'version',
      ': ',
      ':\n  ',
      '- ',
      '\n',
      ' ',
      '  ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '&a ',
      '*a',
      '"',
      "'",
      '|\n',
      '>-\n',
      '!!map ',
      '<<: ',
      '? ',
      '# ',
      '---\n',
      '%YAML',
      '\t',
      '1',
      'a/b',
      'null',
      '~',
      '.inf',
      '__proto__',
      'constructor',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), parts => isAnswer(parts.join(''))),
      { numRuns: 400 },
    )
  })

  test('any JSON is, too', () => {
    const keys = fc.constantFrom('rules', 'report', 'redact', 'env', 'patterns', 'id', 'examples', 'match', 'x', '__proto__')
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, 1, -1, 0.5, '', 'text', true),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(value, json => isAnswer(JSON.stringify(json))),
      { numRuns: 300 },
    )
  })
})

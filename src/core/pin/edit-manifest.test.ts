import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Place, withExactVersion, withOldLines } from './edit-manifest.ts'

const npm: Place = { ecosystem: 'npm', name: 'lodash', path: 'package.json' }
const pip: Place = { ecosystem: 'pypi', name: 'requests', path: 'requirements.txt' }
const json = (...pairs: string[]) => `{\n  "dependencies": {\n    ${pairs.join(',\n    ')}\n  }\n}\n`

describe('the line of before', () => {
  test.each<[string, Place, string, string, string, string | null]>([
    [
      'of a package.json, whose comma stays where it is',
      npm,
      json('"lodash": "4.17.20"'),
      json('"lodash": "4.17.21"', '"zod": "4.0.0"'),
      json('"lodash": "4.17.21"', '"zod": "4.1.0"'),
      json('"lodash": "4.17.20"', '"zod": "4.1.0"'),
    ],
    [
      'of a requirement',
      pip,
      'requests == 2.30.0\n',
      'requests == 2.31.0\n',
      'a==1\nrequests == 2.31.0\n',
      'a==1\nrequests == 2.30.0\n',
    ],
    [
      'of a module',
      { ecosystem: 'go', name: 'example.com/a', path: 'go.mod' },
      'require (\n\texample.com/a v1.0.0\n)\n',
      'require (\n\texample.com/a v1.1.0\n)\n',
      'require (\n\texample.com/a v1.1.0\n\texample.com/b v2.0.0\n)\n',
      'require (\n\texample.com/a v1.0.0\n\texample.com/b v2.0.0\n)\n',
    ],
    [
      'of a crate, with what else it says',
      { ecosystem: 'cargo', name: 'serde', path: 'Cargo.toml' },
      '[dependencies]\nserde = { version = "1.0.1", features = ["derive"] }\n',
      '[dependencies]\nserde = { version = "2.0.0", features = ["derive"] }\n',
      '[dependencies]\nserde = { version = "2.0.0", features = ["derive"] }\nlog = "0.4"\n',
      '[dependencies]\nserde = { version = "1.0.1", features = ["derive"] }\nlog = "0.4"\n',
    ],
    [
      'of a step that is pinned by its commit',
      { ecosystem: 'github-actions', name: 'acme/setup', path: '.github/workflows/ci.yml' },
      '      - uses: acme/setup@8f4b7f8 # v1.2.0\n',
      '      - uses: acme/setup@11bd719 # v1.3.0\n',
      '      - uses: acme/setup@11bd719 # v1.3.0\r\n      - run: x\r\n',
      '      - uses: acme/setup@8f4b7f8 # v1.2.0\r\n      - run: x\r\n',
    ],
    [
      'of a base image, wherever it is asked for',
      { ecosystem: 'docker', name: 'node', path: 'Dockerfile' },
      'FROM node:20 AS build\nFROM node:20\n',
      'FROM node:22 AS build\nFROM node:22\n',
      'FROM node:22 AS build\nRUN x\nFROM node:22\n',
      'FROM node:20 AS build\nRUN x\nFROM node:20\n',
    ],
    ['not where it was changed since', pip, 'requests==2.30.0', 'requests==2.31.0', 'requests==2.32.0', null],
    ['not where it is gone', pip, 'requests==2.30.0', 'requests==2.31.0', 'a==1', null],
    ['not where it was not', pip, 'a==1', 'requests==2.31.0', 'requests==2.31.0', null],
    [
      'not where hashes go with it',
      pip,
      'requests==2.30.0 \\\n  --hash=sha256:a',
      'requests==2.31.0 \\\n  --hash=sha256:b',
      'requests==2.31.0 \\\n  --hash=sha256:b',
      null,
    ],
    ['not where it is asked for more often by now', pip, 'requests==1.0', 'requests==2.0', 'requests==2.0\nrequests==2.0', null],
    ['not in what is no JSON', npm, '"lodash": "1.0.0"', '"lodash": "2.0.0"', '"lodash": "2.0.0"', null],
  ])('%s', (_, place, before, after, now, expected) => {
    expect(withOldLines(place, { before, after, now })).toBe(expected)
  })

  test('changes no other line, whatever stands there', () => {
    const line = fc.stringMatching(/^[a-p]{2,8}==[0-9]\.[0-9]$/)
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (above, below) => {
        const text = (version: string) => [...above, `requests==${version}`, ...below].join('\n')
        const edited = withOldLines(pip, { before: text('1.0'), after: text('2.0'), now: text('2.0') })
        expect(edited).toBe(text('1.0'))
      }),
    )
  })
})

describe('exactly one version', () => {
  test.each<[string, Place, string, string, string | null]>([
    ['of a range', npm, json('"lodash": "^4.17.0"'), '4.17.20', json('"lodash": "4.17.20"')],
    ['of a requirement', pip, 'requests>=2\n', '==2.30.0', 'requests==2.30.0\n'],
    ['where none was said', pip, 'a==1\nRequests[socks]  # http\n', '==2.30.0', 'a==1\nRequests[socks]==2.30.0  # http\n'],
    [
      'of a crate',
      { ecosystem: 'cargo', name: 'log', path: 'Cargo.toml' },
      '[dependencies]\nlog = "0.4"\n',
      '=0.4.2',
      '[dependencies]\nlog = "=0.4.2"\n',
    ],
    ['not where it is named twice', pip, 'requests>=2\nrequests>=2\n', '==2.30.0', null],
    ['not where it is not named', pip, 'requests-mock>=2\n', '==2.30.0', null],
    ['not where it is another package', npm, json('"lodash-es": "^4.17.0"'), '4.17.20', null],
    ['not where the version stands there twice', pip, 'requests>=2 ; extra == ">=2"\n', '==2.30.0', null],
  ])('%s', (_, place, now, exact, expected) => {
    expect(withExactVersion(place, now, exact)).toBe(expected)
  })

  test('whatever the text, the answer is text or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(npm, pip), (text, place) => {
        withExactVersion(place, text, '==1.0')
        withOldLines(place, { before: text, after: text, now: text })
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { createBaselineReader } from './baseline.ts'
import { readDrifts } from './drifts.ts'
import { installsIn } from './installs.ts'

describe('what a line installs', () => {
  it.each([
    ['Successfully installed requests-2.31.0 typing_extensions-4.9.0', ['pypi requests 2.31.0', 'pypi typing_extensions 4.9.0']],
    ['   Compiling serde v1.0.197', ['cargo serde 1.0.197']],
    ['go: downloading github.com/spf13/cobra v1.8.0', ['go github.com/spf13/cobra v1.8.0']],
    ['Installing nokogiri 1.16.0 with native extensions', ['gem nokogiri 1.16.0']],
    ['  - Installing symfony/console (v6.4.2): Extracting archive', ['composer symfony/console v6.4.2']],
    ['+ typescript@5.4.0', ['npm typescript 5.4.0']],
    [
      "Download action repository 'actions/checkout@v4' (SHA:b4ffde65f46336ab88eb53be808477a3936bae11)",
      ['github-actions actions/checkout b4ffde65f46336ab88eb53be808477a3936bae11'],
    ],
    ['Setting up libssl3:amd64 (3.0.2-0ubuntu1.15) ...', ['apt libssl3 3.0.2-0ubuntu1.15']],
    ['Found in cache @ /opt/hostedtoolcache/node/20.11.1/x64', ['tool node 20.11.1']],
    ['everything is fine', []],
  ])('%s', (line, expected) => {
    expect(installsIn(line).map(({ ecosystem, name, version }) => `${ecosystem} ${name} ${version}`)).toEqual(expected)
  })
})

it('tells what drifted since the green run', () => {
  const reader = createBaselineReader()
  reader.push(new TextEncoder().encode('Successfully installed a-1.0 b-1.0\n+ c@1.0.0\n'))
  const lines = ['x', 'Successfully installed a-1.0 b-2.0 d-3.0', '+ c@1.0.1'].map((text, i) => ({ n: i + 1, text }))
  expect(readDrifts('unit', lines, reader.end())).toEqual([
    { ecosystem: 'pypi', name: 'b', from: '1.0', to: '2.0', file: 'unit', line: 2, direct: false, unpinned: true },
    { ecosystem: 'npm', name: 'c', from: '1.0.0', to: '1.0.1', file: 'unit', line: 3, direct: false, unpinned: true },
  ])
})

import { describe, expect, it } from 'vitest'
import { untrained } from '../../../test/github-run/untrained.ts'
import { diagnose } from '../diagnose.ts'
import { parseCaseFile } from '../gather/case-file.ts'
import { gatherDocument } from '../gather/from-logs.ts'
import { createKnowledge } from '../log/read.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { Change } from '../model/run.ts'
import { rules } from '../rules/index.ts'
import { frameworks } from '../tests/index.ts'

const knowledge = createKnowledge({ rules, frameworks, models: () => untrained })

/** The case of a run that changed something and failed with a log. */
const caseOf = (changes: readonly Change[], log: readonly string[], more: object = {}): Promise<CaseFile> =>
  gatherDocument(
    {
      kind: 'run-document',
      source: { kind: 'run-document', name: 'run.json' },
      text: JSON.stringify({
        schema: 'sherpa.run/1',
        conclusion: 'failure',
        changes,
        jobs: [{ name: 'build', conclusion: 'failure', log: log.join('\n'), ...more }],
      }),
      logFile: () => {
        throw new Error('no file is named')
      },
    },
    { knowledge },
  )

const causesOf = async (...given: Parameters<typeof caseOf>) =>
  diagnose(await caseOf(...given), knowledge).causes.map(({ kind, subject }) => `${kind} ${subject}`)

/** A patch that moves versions: `[line before, old, new]`. */
const patch = (...moves: readonly (readonly [context: string, old: string, fresh: string])[]) =>
  moves.map(([context, old, fresh], i) => `@@ -${i * 9 + 1},3 +${i * 9 + 1},3 @@\n ${context}\n-${old}\n+${fresh}`).join('\n')

const requirements = (...moves: readonly (readonly [string, string, string])[]): Change => ({
  file: 'requirements.txt',
  patch: patch(...moves.map(([name, old, fresh]) => ['# x', `${name}==${old}`, `${name}==${fresh}`] as const)),
})

describe('the likeliest cause', () => {
  it.each<[what: string, changes: Change[], log: string[], expected: string]>([
    [
      'npm: the module that is missing an export',
      [
        {
          file: 'package.json',
          patch: patch(
            ['"dependencies": {', '    "chalk": "^4.1.2",', '    "chalk": "^5.0.0",'],
            ['"dependencies": {', '    "lodash": "^4.17.20",', '    "lodash": "^4.17.21",'],
          ),
        },
      ],
      [
        '> test',
        'Error [ERR_REQUIRE_ESM]: require() of ES Module /w/node_modules/chalk/source/index.js from /w/a.js not supported.',
        'npm error code ELIFECYCLE',
      ],
      'dependency chalk',
    ],
    [
      'Python: imported under another name',
      [requirements(['requests', '2.30.0', '2.31.0'], ['PyYAML', '5.4', '6.0'])],
      [
        'Traceback (most recent call last):',
        '  File "/w/app.py", line 3, in <module>',
        '    yaml.load(text)',
        "TypeError: load() missing 1 required positional argument: 'Loader'",
        "ERROR: module 'yaml' has no attribute 'x'",
      ],
      'dependency PyYAML',
    ],
    [
      'Go: an undefined symbol',
      [
        {
          file: 'go.mod',
          patch: patch(
            ['require (', '\tgithub.com/spf13/cobra v1.7.0', '\tgithub.com/spf13/cobra v1.8.0'],
            ['require (', '\tgolang.org/x/sys v0.1.0', '\tgolang.org/x/sys v0.2.0'],
          ),
        },
      ],
      ['# acme/app', './main.go:10:15: undefined: cobra.Gone', 'FAIL\tacme/app [build failed]'],
      'dependency github.com/spf13/cobra',
    ],
    [
      'Rust: an unresolved import',
      [
        {
          file: 'Cargo.toml',
          patch: patch(
            ['[dependencies]', 'serde_json = "1.0.1"', 'serde_json = "1.0.2"'],
            ['[dependencies]', 'async-trait = "0.1"', 'async-trait = "0.2"'],
          ),
        },
      ],
      ['error[E0432]: unresolved import `async_trait::Gone`', '  --> src/main.rs:3:5', 'error: could not compile `app`'],
      'dependency async-trait',
    ],
    [
      'Gradle: a package by its group',
      [
        {
          file: 'build.gradle',
          patch: patch(
            [
              'dependencies {',
              "  implementation 'io.ktor:ktor-client-core:2.0.0'",
              "  implementation 'io.ktor:ktor-client-core:3.0.0'",
            ],
            [
              'dependencies {',
              "  implementation 'com.squareup.okio:okio:3.0.0'",
              "  implementation 'com.squareup.okio:okio:3.1.0'",
            ],
          ),
        },
      ],
      [
        'e: /w/src/main/kotlin/com/acme/app/Main.kt: (3, 8): Unresolved reference: io.ktor.client.features.JsonFeature',
        'FAILURE: Build failed with an exception.',
      ],
      'dependency io.ktor:ktor-client-core',
    ],
    [
      'an API of Java EE under its old name',
      [
        {
          file: 'pom.xml',
          patch: patch(
            [
              '<dependency><groupId>jakarta.xml.bind</groupId><artifactId>jakarta.xml.bind-api</artifactId>',
              '<version>2.3.3</version>',
              '<version>4.0.0</version>',
            ],
            [
              '</dependency><dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId>',
              '<version>31.0</version>',
              '<version>32.0</version>',
            ],
          ),
        },
      ],
      [
        '[ERROR] a.b.CTest.d  Time elapsed: 0 s  <<< ERROR!',
        'java.lang.NoClassDefFoundError: javax/xml/bind/JAXBException',
        '[INFO] BUILD FAILURE',
      ],
      'dependency jakarta.xml.bind:jakarta.xml.bind-api',
    ],
    [
      'the test that was changed',
      [{ file: 'src/cart.ts' }, { file: 'docs/readme.md' }],
      [
        ' FAIL  src/cart.test.ts > adds tax',
        'AssertionError: expected 1 to be 2',
        ' ❯ src/cart.test.ts:12:5',
        '',
        ' Test Files  1 failed (1)',
        '      Tests  1 failed (1)',
      ],
      'change src/cart.ts',
    ],
    [
      'the file that the compiler names',
      [{ file: 'src/a.ts' }, { file: 'src/deep/total.ts' }],
      ["src/deep/total.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'."],
      'change src/deep/total.ts',
    ],
  ])('%s', async (_, changes, log, expected) => {
    expect((await causesOf(changes, log))[0]).toBe(expected)
  })

  it('is the action whose step failed', async () => {
    const workflow = {
      file: '.github/workflows/ci.yml',
      patch: patch(
        ['steps:', '      - uses: actions/setup-node@v3', '      - uses: actions/setup-node@v4'],
        ['steps:', '      - uses: actions/cache@v3', '      - uses: actions/cache@v4'],
      ),
    }
    const causes = await causesOf(
      [workflow],
      ['##[group]Run actions/setup-node@v4', '##[endgroup]', '##[error]Unable to find Node version 99'],
      {
        steps: [{ name: 'Run actions/setup-node@v4', conclusion: 'failure' }],
      },
    )
    expect(causes[0]).toBe('dependency actions/setup-node')
  })

  it('is the machine, where the workflow asks for another and the job ran on it', async () => {
    const workflow = {
      file: '.github/workflows/ci.yml',
      patch: patch(['jobs:', '    runs-on: ubuntu-22.04', '    runs-on: ubuntu-24.04']),
    }
    const causes = await causesOf(
      [workflow],
      ['/usr/bin/bash: line 1: python2: command not found', '##[error]Process completed with exit code 127.'],
      {
        runner: { image: 'ubuntu-24.04', version: '20260126.1' },
      },
    )
    expect(causes[0]).toBe('runner_image ubuntu-24.04@20260126.1')
  })
})

it('gives no causes where nothing is known to have changed', async () => {
  expect(await causesOf([], ['npm error code ERESOLVE'])).toEqual([])
})

it('shares one certainty among the suspects, and says where it saw what', async () => {
  const file = await caseOf(
    [requirements(['requests', '2.30.0', '2.31.0'], ['flask', '2.0', '3.0'])],
    ["ImportError: cannot import name 'x' from 'flask'"],
  )
  const { causes } = diagnose(file, knowledge)
  expect(causes.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1)
  expect(causes[0]?.evidence[0]).toMatchObject({ signal: 'named-artifacts', at: { job: 'build', line: 1 } })
})

it('says the same of a saved case, and of one from before there were clues', async () => {
  const file = await caseOf([requirements(['flask', '2.0', '3.0'])], ["ImportError: cannot import name 'x' from 'flask'"])
  const saved = await parseCaseFile(JSON.stringify(file), 'case.json')
  expect(diagnose(saved, knowledge)).toEqual(diagnose(file, knowledge))
  const { dependencies: _, ...older } = { ...saved, logs: saved.logs.map(({ pointers: __, resolved: ___, ...log }) => log) }
  const causes = diagnose(await parseCaseFile(JSON.stringify(older), 'case.json'), knowledge).causes
  expect(causes.map(({ subject }) => subject)).toContain('flask')
})

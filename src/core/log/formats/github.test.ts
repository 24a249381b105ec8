import { describe, expect, test } from 'vitest'
import { reading } from '../reading.fixture.ts'

const START = Date.parse('2026-03-02T08:00:00Z')

/** Under the runner's timestamps, a line a second. */
const stamped = (lines: readonly string[]) =>
  lines.map((line, i) => `${new Date(START + i * 1000).toISOString().replace('Z', '0000Z')} ${line}`)

const SET_UP = [
  "Current runner version: '2.331.0'",
  '##[group]Operating System',
  'Ubuntu',
  '24.04.3',
  'LTS',
  '##[endgroup]',
  '##[group]Runner Image',
  'Image: ubuntu-24.04',
  'Version: 20260126.10.1',
  'Included Software: https://github.com/actions/runner-images/blob/ubuntu24/20260126.10/images/ubuntu/Ubuntu2404-Readme.md',
  '##[endgroup]',
  '##[group]Runner Image Provisioner',
  'Hosted Compute Agent',
  'Version: 20260115.470',
  'Azure Region: northcentralus',
  '##[endgroup]',
  'Complete job name: unit (ubuntu, 24)',
]
const CHECKOUT = [
  '##[group]Run actions/checkout@v6',
  'with:',
  '  repository: acme/web',
  '##[endgroup]',
  'Syncing repository: acme/web',
]
const script = (command: string) => [
  `##[group]Run ${command}`,
  `\u001b[36;1m${command}\u001b[0m`,
  'shell: /usr/bin/bash -e {0}',
  '##[endgroup]',
]
const CLEAN_UP = ['Post job cleanup.', '[command]/usr/bin/git version', 'git version 2.52.0', 'Cleaning up orphan processes']

describe('a job of GitHub Actions', () => {
  const failed = reading(
    stamped([
      ...SET_UP,
      ...CHECKOUT,
      ...script('npm test'),
      '1 failing',
      '##[error]Process completed with exit code 3.',
      ...CLEAN_UP,
    ]),
  )

  test('its steps, the failed one with its exit code', () => {
    expect(failed).toMatchObject({ format: 'github', verdict: 'failed' })
    expect(failed.outline('step')).toEqual([
      'step 1-17 17000ms Set up job @unit (ubuntu, 24)',
      'step 18-22 5000ms Run actions/checkout@v6 @unit (ubuntu, 24)',
      'step 23-28 FAILED exit 3 6000ms Run npm test @unit (ubuntu, 24)',
      'step 29-31 3000ms Post job cleanup @unit (ubuntu, 24)',
      'step 32-32 0ms Complete job @unit (ubuntu, 24)',
    ])
  })

  test('the machine it ran on; the version of the provisioner is not that of the image', () => {
    expect(failed.runner).toEqual({
      image: 'ubuntu-24.04',
      version: '20260126.10.1',
      os: 'Ubuntu 24.04.3 LTS',
      runnerVersion: '2.331.0',
      region: 'northcentralus',
    })
  })

  test('echoed script is no output', () => {
    expect(failed.lines.filter(line => line.echo).map(line => [line.n, line.text])).toEqual([[24, 'npm test']])
  })

  test('passed, where nothing says otherwise until the end', () => {
    expect(reading(stamped([...SET_UP, ...script('npm test'), 'ok', ...CLEAN_UP])).verdict).toBe('passed')
  })

  test('is cut off: the CI does not say', () => {
    expect(reading(stamped([...SET_UP, ...script('npm test'), 'ok'])).verdict).toBeNull()
  })

  test('a container may fail without a word of the runner', () => {
    const docker = [
      ...CHECKOUT,
      '##[command]/usr/bin/docker run --name a --workdir /github/workspace image',
      'fatal: dubious ownership',
    ]
    expect(reading(stamped([...SET_UP, ...docker, ...CLEAN_UP])).verdict).toBeNull()
  })
})

describe('errors that programs print with the marks of the runner', () => {
  test('in a script count only if it ends with an exit code', () => {
    const log = reading(
      stamped([...SET_UP, ...script('lint'), '##[error]a.js:1 unused', 'fixed', ...script('npm test'), ...CLEAN_UP]),
    )
    expect(log.verdict).toBe('passed')
    expect(log.outline('step').filter(step => step.includes('FAILED'))).toEqual([])
  })

  test('in an action count: it has no other way to fail', () => {
    const log = reading(stamped([...SET_UP, ...CHECKOUT, '##[error]Unable to resolve action', ...CLEAN_UP]))
    expect(log.verdict).toBe('failed')
    expect(log.outline('step')[1]).toBe('step 18-23 FAILED 6000ms Run actions/checkout@v6 @unit (ubuntu, 24)')
  })

  test.each([
    '##[error]The operation was canceled.',
    "##[error]The action 'Test' has timed out after 10 minutes.",
    '##[error]The runner has received a shutdown signal. This can happen when the runner service is stopped.',
  ])('%s ends a script, too', error => {
    expect(reading(stamped([...SET_UP, ...script('npm test'), error, ...CLEAN_UP])).outline('step')[1]).toMatch(
      /^step 18-22 FAILED \d+ms Run npm test/,
    )
  })

  test('a step that may fail does not take the blame from the one that ends the job', () => {
    const log = reading(
      stamped([
        ...script('lint'),
        '##[error]Process completed with exit code 1.',
        ...script('npm test'),
        '##[error]Process completed with exit code 2.',
        ...CLEAN_UP,
      ]),
    )
    expect(log.outline('step').slice(0, 2)).toEqual([
      'step 1-5 FAILED exit 1 5000ms Run lint',
      'step 6-10 FAILED exit 2 5000ms Run npm test',
    ])
  })
})

describe('groups', () => {
  test('nest, and those of a program are no steps', () => {
    const log = reading(
      stamped([
        ...script('./build.sh'),
        '##[group]Build',
        '##[group]Run generators',
        'generated',
        '##[endgroup]',
        '##[endgroup]',
        'built',
        ...script('npm test'),
      ]),
    )
    expect(log.outline('step', 'group')).toEqual([
      'step 1-10 10000ms Run ./build.sh',
      'group 5-9 4000ms Build',
      'group 6-8 2000ms Run generators',
      'step 11-14 3000ms Run npm test',
    ])
  })

  test('that never close end with their step', () => {
    const log = reading(
      stamped([...script('a'), '##[group]Open', 'output', ...script('b'), '##[endgroup]', '##[endgroup]', 'end']),
    )
    expect(log.outline('step', 'group')).toEqual(['step 1-6 6000ms Run a', 'group 5-6 2000ms Open', 'step 7-13 6000ms Run b'])
  })

  test("a composite action's own steps follow its header", () => {
    const composite = ['##[group]Run ./.github/actions/setup', 'with:', '  node: 24', '##[endgroup]']
    const nested = ['##[group]Run actions/setup-node@v6', 'with:', '  node-version: 24', '##[endgroup]', 'Found in cache']
    const log = reading(
      stamped([
        ...composite,
        ...nested,
        ...script('npm ci'),
        'npm error ERESOLVE',
        '##[error]Process completed with exit code 1.',
      ]),
    )
    expect(log.outline('step')).toEqual([
      'step 1-4 4000ms Run ./.github/actions/setup',
      'step 5-9 5000ms Run actions/setup-node@v6',
      'step 10-15 FAILED exit 1 5000ms Run npm ci',
    ])
  })

  test('containers are started and stopped in steps of their own', () => {
    const log = reading(
      stamped([
        "Current runner version: '2.331.0'",
        '##[group]Checking docker version',
        '##[command]/usr/bin/docker version',
        '##[endgroup]',
        '##[group]Starting postgres service container',
        '##[endgroup]',
        ...script('npm test'),
        'Print service container logs: abc_postgres',
        'Stop and remove container: abc_postgres',
        'Cleaning up orphan processes',
      ]),
    )
    expect(log.outline('step').map(step => step.replace(/ \d+ms/, ''))).toEqual([
      'step 1-1 Set up job',
      'step 2-6 Initialize containers',
      'step 7-10 Run npm test',
      'step 11-12 Stop containers',
      'step 13-13 Complete job',
    ])
  })
})

test('with debugging on, steps have the names that the workflow gives them', () => {
  const log = reading(
    stamped([
      '##[debug]Starting: Set up job',
      "Current runner version: '2.331.0'",
      '##[debug]Finishing: Set up job',
      '##[debug]Evaluating condition for step: Unit tests',
      '##[debug]Starting: Unit tests',
      ...script('npm test'),
      '##[error]Process completed with exit code 1.',
      '##[debug]Finishing: Unit tests',
      '##[debug]Starting: Post Checkout',
      'Post job cleanup.',
      '##[debug]Finishing: Post Checkout',
      '##[debug]Starting: Complete job',
      'Cleaning up orphan processes',
      '##[debug]Finishing: Complete job',
    ]),
  )
  expect(log.outline('step').map(step => step.replace(/ \d+ms/, ''))).toEqual([
    'step 1-3 Set up job',
    'step 5-11 FAILED exit 1 Unit tests',
    'step 12-14 Post Checkout',
    'step 15-17 Complete job',
  ])
  expect(log.verdict).toBe('failed')
})

test('several jobs, one after the other', () => {
  const job = (name: string, end: string) => [
    "Current runner version: '2.331.0'",
    `Complete job name: ${name}`,
    ...script('make'),
    end,
    'Cleaning up orphan processes',
  ]
  const log = reading(stamped([...job('build', 'ok'), ...job('test', '##[error]Process completed with exit code 2.')]))
  expect(log.outline('step').map(step => step.replace(/ \d+ms/, ''))).toEqual([
    'step 1-2 Set up job @build',
    'step 3-7 Run make @build',
    'step 8-8 Complete job @build',
    'step 9-10 Set up job @test',
    'step 11-15 FAILED exit 2 Run make @test',
    'step 16-16 Complete job @test',
  ])
  expect(log.verdict).toBe('failed')
})

test("the text of one step, as GitHub's archive has it", () => {
  const log = reading(stamped([...script('npm test').slice(0, 4), 'boom', '##[error]Process completed with exit code 1.']))
  expect(log.outline('step')).toEqual(['step 1-6 FAILED exit 1 5000ms Run npm test'])
})

test('lines without a timestamp, a byte order mark in the middle', () => {
  const log = reading([
    ...stamped(['##[group]Run a', 'with:', '##[endgroup]', 'message']),
    '  goes on',
    `\ufeff${stamped(['end'])[0]}`,
  ])
  expect(log.lines.map(line => line.text)).toEqual(['##[group]Run a', 'with:', '##[endgroup]', 'message', '  goes on', 'end'])
})

describe('Azure Pipelines', () => {
  const step = (name: string, ...output: string[]) => [`##[section]Starting: ${name}`, ...output, `##[section]Finishing: ${name}`]
  const AGENT = [
    "Current agent version: '4.261.0'",
    '##[group]Operating System',
    'Ubuntu',
    '22.04.5',
    'LTS',
    '##[endgroup]',
    '##[group]Runner Image',
    'Image: ubuntu-22.04',
    'Version: 20260105.1.0',
    '##[endgroup]',
  ]

  test('steps, the failed one, the agent', () => {
    const log = reading(
      stamped([
        '##[section]Starting: Job',
        ...step('Initialize job', ...AGENT),
        ...step(
          'npm test',
          'Task         : Command line',
          '##[command]/usr/bin/bash --noprofile',
          '1 failing',
          "##[error]Bash exited with code '1'.",
        ),
        ...step('Post-job: Checkout acme/web@main to s'),
        '##[section]Finishing: Job',
      ]),
    )
    expect(log.outline('step').map(one => one.replace(/ \d+ms/, ''))).toEqual([
      'step 1-1 Job',
      'step 2-13 Initialize job',
      'step 14-19 FAILED exit 1 npm test',
      'step 20-21 Post-job: Checkout acme/web@main to s',
    ])
    expect(log).toMatchObject({
      format: 'github',
      verdict: 'failed',
      runner: { runnerVersion: '4.261.0', image: 'ubuntu-22.04', version: '20260105.1.0', os: 'Ubuntu 22.04.5 LTS' },
    })
  })

  test('a job that passed', () => {
    expect(reading(stamped([...step('npm test', 'ok'), ...step('Finalize Job')])).verdict).toBe('passed')
  })
})

import type { Rule } from '../model/rule.ts'

/** The runner of GitHub Actions: lost machines, limits, cancellations, containers and exit codes. */
export const rules: readonly Rule[] = [
  {
    id: 'github-runner/lost',
    category: 'runner',
    title: 'The runner was lost',
    needles: [
      'lost communication with the server',
      'received a shutdown signal',
      'received request to deprovision',
      'encountered an error while running your job',
      'was not acquired by runner',
      'has encountered an internal error',
      'error type: disconnect',
      'error type: failure',
      'runner stopped unexpectedly',
      'server stopped responding',
    ],
    pattern:
      /lost communication with the server|runner has received a shutdown signal|Received request to deprovision|hosted runner encountered an error while running your job|was not acquired by Runner of type hosted|GitHub Actions has encountered an internal error|An error occurred while provisioning resources|\(Error Type: (?:Disconnect|Failure)\)/,
    transient: 0.85,
    explanation:
      'The machine stopped answering or was taken away. Sometimes the job itself does that by using up memory or disk.',
    remedies: ['Re-run the job.', 'If it always happens at the same step, watch memory, disk and CPU there.'],
    examples: {
      match: [
        {
          text: '##[error]The hosted runner: GitHub Actions 12 lost communication with the server. Anything in your workflow that terminates the runner process, starves it for CPU/Memory, or blocks its network access can cause this error.',
        },
        {
          text: '##[error]The runner has received a shutdown signal. This can happen when the runner service is stopped, or a manually started runner is canceled.',
        },
      ],
      miss: ['Runner name: lost-communication-test'],
    },
  },
  {
    id: 'github-runner/no-runner',
    category: 'config',
    title: 'No runner fits the labels of the job',
    needles: [
      'no runner matching',
      'no enabled runners online',
      'no runners online',
      'is not available',
      'no runners matched',
      'this is a scheduled',
      'is deprecated and',
    ],
    pattern:
      /No runner matching the specified labels was found|there were no enabled runners online to process|no runners (?:are )?online|This is a scheduled \S{3,30} (?:brownout|retirement)/,
    transient: 0.25,
    explanation: 'Nobody serves the labels of `runs-on`: a typing error, a retired image, or self-hosted runners that are off.',
    remedies: ['Compare `runs-on` with the labels that exist; move away from retired images.', 'Start the self-hosted runners.'],
    examples: {
      match: [
        { text: 'No runner matching the specified labels was found: ubuntu-18.04' },
        { text: 'This is a scheduled Ubuntu-20.04 brownout. Ubuntu-20.04 LTS runner will be removed on 2025-04-15.' },
      ],
      miss: ['Requested labels: ubuntu-latest'],
    },
  },
  {
    id: 'github-runner/time-limit',
    category: 'timeout',
    title: 'The job or step exceeded its time limit',
    needles: [
      'exceeded the maximum execution time',
      'has timed out after',
      'was canceled because it exceeded',
      'exceeded the maximum time',
    ],
    pattern:
      /has exceeded the maximum execution time of (?<limit>[\w: ]{1,30})|The action '(?<command>[^'\n]{1,200})' has timed out after \d+ minutes|timed out after \d+ minutes\.$/,
    transient: 0.4,
    explanation: 'GitHub stopped the job or step at `timeout-minutes` (360 by default).',
    remedies: ['See what it printed last: that is what hung.', 'Raise `timeout-minutes` or split the job if it is only slow.'],
    examples: {
      match: [
        {
          text: '##[error]The job running on runner GitHub Actions 3 has exceeded the maximum execution time of 360 minutes.',
          captures: { limit: '360 minutes' },
        },
        { text: "##[error]The action 'Run tests' has timed out after 30 minutes.", captures: { command: 'Run tests' } },
      ],
      miss: ['timeout-minutes: 30'],
    },
  },
  {
    id: 'github-runner/cancelled',
    category: 'cancelled',
    title: 'The job was cancelled',
    needles: ['the operation was canceled', 'the operation was cancelled'],
    pattern: /^(?:##\[error\])?(?:Error: )?The operation was cancell?ed\.?\s*$/,
    role: 'symptom',
    transient: 0.6,
    explanation: 'Somebody, a newer push (concurrency group), a failed sibling of the matrix, or a time limit ended this job.',
    remedies: [
      'Look for the job that failed first, or for a time-out above.',
      'Set `fail-fast: false` if the rest of the matrix shall run on.',
    ],
    examples: { match: [{ text: '##[error]The operation was canceled.' }], miss: ['The operation was completed.'] },
  },
  {
    id: 'github-runner/superseded',
    category: 'cancelled',
    title: 'The run was cancelled by a newer one or by a person',
    needles: ['canceling since a', 'the run was canceled by'],
    pattern:
      /Canceling since a (?:higher priority waiting request|newer)[^\n]{0,80}|The run was canceled by @(?<symbol>[\w[\]-]{1,60})/,
    transient: 0.7,
    explanation: 'Nothing failed: a newer run of the same concurrency group took over, or somebody pressed cancel.',
    remedies: ['Look at the newest run.', 'Set `cancel-in-progress: false` if every run matters.'],
    examples: {
      match: [
        { text: "Canceling since a higher priority waiting request for 'ci-main' exists" },
        { text: 'The run was canceled by @octo.', captures: { symbol: 'octo' } },
      ],
      miss: ['The operation was canceled.'],
    },
  },
  {
    id: 'github-runner/sibling-failed',
    category: 'cancelled',
    title: 'The job was cancelled because another of the matrix failed',
    needles: ['the job was canceled because'],
    pattern: /The job was canceled because "(?<symbol>[^"\n]{1,120})" failed/,
    role: 'symptom',
    transient: 0.3,
    explanation: 'The matrix runs with fail-fast: one failed job ends the others.',
    remedies: ['Look at the job that failed.'],
    examples: {
      match: [{ text: 'The job was canceled because "ubuntu_3_9" failed.', captures: { symbol: 'ubuntu_3_9' } }],
      miss: ['The job was canceled.'],
    },
  },
  {
    id: 'github-runner/billing',
    category: 'rate_limit',
    title: 'The account may not use more minutes',
    needles: ['spending limit', 'recent account payments', 'included services', 'account is locked', 'actions budget'],
    pattern:
      /recent account payments have failed or your spending limit needs to be increased|account is locked due to a billing issue|used 100% of included services/,
    transient: 0.05,
    explanation: 'A payment failed, or the minutes or budget of the account are used up; the job never started.',
    remedies: ['Ask the owner to check “Billing and plans”.'],
    examples: {
      match: [
        {
          text: "The job was not started because recent account payments have failed or your spending limit needs to be increased. Please check the 'Billing & plans' section in your settings",
        },
      ],
      miss: ['spending limit: $100'],
    },
  },
  {
    id: 'github-runner/container',
    category: 'runner',
    title: "The service container '{package}' did not become healthy",
    needles: [
      'failed to initialize container',
      'one or more containers failed to start',
      'unhealthy status is not expected',
      'service container',
      'pod failed to come online',
    ],
    pattern:
      /Failed to initialize container (?<package>\S{1,200})|One or more containers failed to start|Service container \S{1,100} failed|pod failed to come online/,
    extent: { before: 2, after: 2 },
    transient: 0.4,
    explanation: 'A container of the job (`services:`, `container:`) stopped or failed its health check before the first step.',
    remedies: [
      'Read its log in “Initialize containers”.',
      'Check image, environment (passwords) and `--health-cmd`; re-run once.',
    ],
    examples: {
      match: [
        { text: '##[error]Failed to initialize container postgres:16', captures: { package: 'postgres:16' } },
        { text: '##[error]One or more containers failed to start.' },
      ],
      miss: ['postgres service is healthy.'],
    },
  },
  {
    id: 'github-runner/docker-step',
    category: 'runner',
    title: 'Docker failed in the set-up of the job (exit code {code})',
    needles: [
      'docker pull failed',
      'docker build failed',
      'docker create failed',
      'docker login for',
      'docker run failed',
      'docker start fail',
      'docker version failed',
      'exit code 125',
    ],
    pattern:
      /##\[error\]Docker (?:pull|build|create|run|start|login for '[^'\n]{1,80}'|network create|exec|version) (?:failed|fail)(?: with exit code (?<code>\d{1,3}))?/i,
    role: 'summary',
    extent: { before: 2 },
    transient: 0.45,
    explanation: 'The runner prepares containers with docker commands; one of them failed, and its own message stands above.',
    remedies: ['Read the docker message above: a missing tag, a login, a limit, or the network.'],
    examples: {
      match: [{ text: '##[error]Docker pull failed with exit code 1', captures: { code: '1' } }],
      miss: ['##[command]/usr/bin/docker pull postgres:16'],
    },
  },
  {
    id: 'github-runner/exit-code',
    category: 'unknown',
    title: 'A step ended with exit code {code}',
    needles: ['process completed with exit code', 'failed with exit code'],
    pattern:
      /Process completed with exit code (?<code>-?[1-9]\d{0,9})|##\[error\](?:Error: )?The process '(?<command>[^'\n]{1,250})' failed with exit code \d{1,10}/,
    role: 'symptom',
    transient: 0.15,
    explanation: 'The command of the step failed; its own output stands above.',
    remedies: ['Read the last lines before this one.'],
    examples: {
      match: [
        { text: '##[error]Process completed with exit code 1.', captures: { code: '1' } },
        { text: "##[error]The process '/usr/bin/git' failed with exit code 128", captures: { command: '/usr/bin/git' } },
      ],
      miss: ['Process completed with exit code 0.', "##[warning]The process '/usr/bin/git' failed with exit code 1"],
    },
  },
  {
    id: 'github-runner/container-hook',
    category: 'unknown',
    title: 'A step inside the job container failed',
    needles: ['custom container implementation failed', 'step script exited with code'],
    pattern: /Executing the custom container implementation failed|Step script exited with code [1-9]\d{0,2}\b/,
    role: 'symptom',
    transient: 0.15,
    explanation:
      'Runners in Kubernetes run each step through a container hook and say this whenever the step ends with an error.',
    remedies: ['Read the output of the step above.', 'If the step printed nothing, look at the pod of the job.'],
    examples: {
      match: [
        {
          text: '##[error]Executing the custom container implementation failed. Please contact your self hosted runner administrator.',
        },
      ],
      miss: ['Step script exited with code 0'],
    },
  },
  {
    id: 'github-runner/annotation',
    category: 'unknown',
    title: '{message}',
    needles: ['##[error]'],
    pattern:
      /^##\[error\](?!(?:Error: )?(?:Process completed|The operation was cancell?ed|The process '|Executing the custom container implementation failed|[^\n]{0,160}\b(?:exit(?:ed with)? (?:code|status)|exited with) -?\d))\s{0,20}(?<message>[^\s#][^\n]{5,160})/,
    role: 'summary',
    transient: 0.15,
    explanation: 'A step marked this line as an error of the job.',
    remedies: ['Read the line and what the step printed before it.'],
    examples: {
      match: [
        {
          text: '##[error]The changelog has no entry for this change',
          captures: { message: 'The changelog has no entry for this change' },
        },
      ],
      miss: [
        '##[error]Executing the custom container implementation failed. Please contact your self hosted runner administrator.',
        '##[error]Command failed with exit code 1',
        '##[error]Process completed with exit code 1.',
        '##[warning]Node.js 16 actions are deprecated',
      ],
    },
  },
]

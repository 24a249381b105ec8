import type { Rule } from '../model/rule.ts'

/** GitLab Runner and GitLab CI. */
export const rules: readonly Rule[] = [
  {
    id: 'gitlab-runner/system-failure',
    category: 'runner',
    title: 'The runner itself failed: {message}',
    needles: ['job failed (system failure)'],
    pattern: /ERROR: Job failed \(system failure\): (?<message>[^\n]{3,250})/,
    extent: { before: 2 },
    transient: 0.7,
    explanation:
      'The runner could not prepare or keep the environment of the job: Docker, the pod, the machine. The script is not at fault.',
    remedies: ['Re-run.', 'If it names an image or a pull policy, correct that; else look at the runner’s own log.'],
    examples: {
      match: [
        {
          text: 'ERROR: Job failed (system failure): prepare environment: waiting for pod running: timed out waiting for pod to start. Check https://docs.gitlab.com/runner/shells/',
        },
      ],
      miss: ['ERROR: Job failed: exit code 1'],
    },
  },
  {
    id: 'gitlab-runner/timeout',
    category: 'timeout',
    title: 'The job exceeded its time limit',
    needles: [
      'job failed: execution took longer than',
      'script timeout context',
      'the script exceeded the maximum execution time',
    ],
    pattern:
      /ERROR: Job failed: execution took longer than (?<limit>[\w.]{2,20})|The script exceeded the maximum execution time set for the job/,
    transient: 0.4,
    explanation: 'GitLab stopped the job at its time-out (of the job, the project or the runner).',
    remedies: ['See what it printed last.', 'Raise `timeout:` of the job, or split it.'],
    examples: {
      match: [{ text: 'ERROR: Job failed: execution took longer than 1h0m0s seconds', captures: { limit: '1h0m0s' } }],
      miss: ['timeout: 1h'],
    },
  },
  {
    id: 'gitlab-runner/image',
    category: 'dependency',
    title: "The image '{package}' of the job cannot be pulled",
    needles: ['failed to pull image', 'image pull failed', 'pull policy', 'invalid-image-name'],
    pattern: /(?:WARNING|ERROR): (?:Job failed: )?[Ff]ailed to pull image "?(?<package>[^"\s]{1,200})|image pull failed: /,
    extent: { after: 1 },
    transient: 0.2,
    explanation: 'The image or tag does not exist, or the runner may not read it, or the registry refuses for now.',
    remedies: ['Read the reason after the name.', 'For private images, set DOCKER_AUTH_CONFIG or the job token’s allow list.'],
    examples: {
      match: [
        {
          text: 'ERROR: Job failed: failed to pull image "acme/cart:9" with specified policies [always]: Error response from daemon: manifest for acme/cart:9 not found',
        },
        {
          text: 'ERROR: Failed to pull image "acme/cart:9" with policy "always": Error response from daemon',
          captures: { package: 'acme/cart:9' },
        },
      ],
      miss: ['Using docker image sha256:1111 for acme/cart:9 with digest acme/cart@sha256:1111'],
    },
  },
  {
    id: 'gitlab-runner/service',
    category: 'runner',
    title: 'A service of the job did not start in time',
    needles: ["probably didn't start properly", 'health check error', 'service container logs', 'service runner-'],
    pattern: /\*\*\* WARNING: Service \S{1,150} probably didn't start properly/,
    role: 'summary',
    extent: { while: /^(?:Health check|Service container|\d{4}-|\s*$|service)/ },
    transient: 0.3,
    explanation: 'The runner waited for a port of the service and gave up; the job goes on and fails later if it needs it.',
    remedies: [
      'Read the service’s log below this line.',
      'Check its variables (passwords) and ports; raise `wait_for_services_timeout`.',
    ],
    examples: {
      match: [{ text: "*** WARNING: Service runner-1-project-2-concurrent-0-postgres-0 probably didn't start properly." }],
      miss: ['Waiting for services to be up and running (timeout 30 seconds)...'],
    },
  },
  {
    id: 'gitlab-runner/artifacts',
    category: 'config',
    title: 'Artifacts or caches could not be stored',
    needles: [
      'error: uploading artifacts',
      'no files to upload',
      'too large archive',
      'error: downloading artifacts',
      'no matching files',
    ],
    pattern:
      /ERROR: (?:Uploading|Downloading) artifacts (?:as "\w{1,20}" )?(?:from|to) coordinator\.\.\. (?<message>[^\n]{3,120})|ERROR: No files to upload/,
    role: 'summary',
    transient: 0.25,
    explanation: 'The job’s files are missing, too large, or the server refused them.',
    remedies: ['Check the paths under `artifacts:`.', 'For “too large archive”, upload less or raise the limit; for 5xx re-run.'],
    examples: {
      match: [
        {
          text: 'ERROR: Uploading artifacts as "archive" to coordinator... 413 Request Entity Too Large  id=1 responseStatus=413',
          captures: { message: '413 Request Entity Too Large  id=1 responseStatus=413' },
        },
        { text: 'ERROR: No files to upload' },
      ],
      miss: ['Uploading artifacts as "archive" to coordinator... 201 Created'],
    },
  },
  {
    id: 'gitlab-runner/invalid-config',
    category: 'config',
    title: 'The GitLab CI configuration is invalid',
    needles: [
      'yaml invalid',
      'jobs config should contain',
      'config contains unknown keys',
      'job depends on',
      "'needs' job",
      'does not have valid yaml',
      'config key may not be used',
      'job needs ',
      'undefined need',
      ' config should',
    ],
    pattern:
      /(?:yaml invalid|jobs config should contain at least one visible job|config contains unknown keys|config key may not be used with|does not have valid YAML syntax|jobs:[\w.:-]{1,80} config should|undefined need: )/i,
    transient: 0.01,
    explanation: 'GitLab cannot make a pipeline of .gitlab-ci.yml.',
    remedies: ['Check the file in the pipeline editor (CI lint).'],
    examples: {
      match: [{ text: 'jobs:build:script config should be a string or a nested array of strings' }],
      miss: ['CI configuration is valid'],
    },
  },
  {
    id: 'gitlab-runner/job-failed',
    category: 'unknown',
    title: 'The job failed with exit code {code}',
    needles: ['job failed: exit', 'job failed: command terminated', 'job failed:', 'cleaning up project directory'],
    pattern: /ERROR: Job failed: (?:exit (?:code|status) (?<code>\d{1,10})|command terminated with exit code \d{1,3})/,
    role: 'symptom',
    transient: 0.15,
    explanation: 'The script of the job failed; its own output stands above.',
    remedies: ['Read the lines before “Cleaning up project directory”.'],
    examples: {
      match: [
        { text: 'ERROR: Job failed: exit code 1', captures: { code: '1' } },
        { text: 'ERROR: Job failed: exit status 1', captures: { code: '1' } },
      ],
      miss: ['Job succeeded'],
    },
  },
  {
    id: 'gitlab-runner/cancelled',
    category: 'cancelled',
    title: 'The job was cancelled',
    needles: ['job failed: canceled', 'job was cancelled', 'job canceled'],
    pattern: /ERROR: Job failed: (?:canceled|aborted)|WARNING: (?:Job canceled|script canceled externally)/,
    transient: 0.6,
    explanation: 'A person or a newer pipeline cancelled the job.',
    remedies: ['Look at the newest pipeline, or run the job again.'],
    examples: { match: [{ text: 'ERROR: Job failed: canceled' }], miss: ['jobs canceled: 0'] },
  },
]

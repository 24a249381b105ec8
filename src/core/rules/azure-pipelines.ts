import type { Rule } from '../model/rule.ts'

/** Azure Pipelines. */
export const rules: readonly Rule[] = [
  {
    id: 'azure-pipelines/agent',
    category: 'runner',
    title: 'The Azure Pipelines agent was lost',
    needles: [
      'we stopped hearing from agent',
      'the agent did not connect within',
      'lost communication',
      'no agent found in pool',
      'the agent request is not running',
      'agent request was canceled',
      'the remote provider was unable to process',
    ],
    pattern:
      /We stopped hearing from agent|agent did not connect within the allotted time|No agent found in pool|The remote provider was unable to process the request|agent request is not running because all potential agents/,
    transient: 0.8,
    explanation: 'The machine stopped answering, or none was free or fits the demands.',
    remedies: ['Re-run; check the pool and the demands of the job.'],
    examples: {
      match: [
        {
          text: '##[error]We stopped hearing from agent Azure Pipelines 3. Verify the agent machine is running and has a healthy network connection.',
        },
      ],
      miss: ['Agent name: Azure Pipelines 3'],
    },
  },
  {
    id: 'azure-pipelines/config',
    category: 'config',
    title: 'The Azure pipeline is not valid',
    needles: [
      'could not be found. the pipeline is not valid',
      'service connection',
      'a task is missing',
      'no hosted parallelism',
      'the pipeline is not valid',
      'unexpected value',
      'could not find a pool',
      'no image label found',
      'has not been authorized for use',
    ],
    pattern:
      /The pipeline is not valid\.|No hosted parallelism has been purchased|A task is missing\. The pipeline references a task called '(?<symbol>[^'\n]{1,80})'|Could not find a pool with name|No image label found to route agent pool|has not been authorized for use/,
    transient: 0.02,
    explanation:
      'The YAML names a pool, task or service connection that does not exist or is not authorised, or the organisation has no hosted jobs.',
    remedies: ['Authorise the resource, install the task’s extension, or correct the name.'],
    examples: {
      match: [
        { text: "A task is missing. The pipeline references a task called 'Cart'.", captures: { symbol: 'Cart' } },
        { text: '##[error]No hosted parallelism has been purchased or granted.' },
      ],
      miss: ['pipeline is valid'],
    },
  },
  {
    id: 'azure-pipelines/step',
    category: 'unknown',
    title: 'An Azure Pipelines task failed',
    needles: [
      '##[error]bash exited',
      '##[error]powershell exited',
      '##[error]cmd.exe exited',
      '##[error]script failed',
      '##[error]error: the process',
      'exited with code',
    ],
    pattern: /##\[error\](?:Bash|PowerShell|Cmd\.exe) exited with code '?(?<code>-?[1-9]\d{0,9})/,
    role: 'symptom',
    transient: 0.15,
    explanation: 'The echo of a script that failed; its own output stands above.',
    remedies: ['Read the last lines of the task.'],
    examples: {
      match: [{ text: "##[error]Bash exited with code '1'.", captures: { code: '1' } }],
      miss: ['Bash exited with code 0'],
    },
  },
]

import * as z from 'zod'

const inputName = z.string().regex(/^[A-Za-z_][\w-]{0,99}$/, 'is not the name of an input')
const plainText = (longest: number) =>
  z
    .string()
    .min(1, 'is empty')
    .max(longest, `is longer than ${longest} characters`)
    .regex(/^[^\p{Cc}]*$/u, 'has control characters')

const runnerSchema = z
  .strictObject({
    input: inputName.describe('The input that `runs-on` takes its label from.'),
    labels: z
      .array(plainText(100))
      .min(1)
      .max(20)
      .describe('Labels that may be given, the most promising first; no other ever is.'),
  })
  .describe('The workflow can be started on another runner, where the failure is that of the machine.')

const deploysSchema = z
  .strictObject({
    environments: z.array(plainText(255)).min(1).max(50).describe('What it deploys to.'),
    commit: inputName.describe('The input that takes the commit to deploy.'),
    environment: inputName.optional().describe('The input that takes the environment.'),
    proof: z
      .enum(['commit', 'run'])
      .default('commit')
      .describe(
        'commit: the newest deployment has to name the commit. run: it is enough that the run is green and its deployment succeeded; for workflows whose deployments name the commit of the workflow.',
      ),
  })
  .describe('It deploys a commit that it is given, so roll-backs go through it.')

/** One entry of `dispatch:` in sherpa.yml. */
export const dispatchSchema = z
  .strictObject({
    branch: plainText(255).optional().describe('Where it is started; none: on the branch of the failed run.'),
    inputs: z.record(inputName, plainText(1000)).default({}).describe('Inputs that are always given, as they stand.'),
    id: inputName.optional().describe('The input that `run-name` shows: by it, what was started is found again for sure.'),
    noCache: inputName.optional().describe('The input that is given `true` for a build without caches.'),
    runner: runnerSchema.optional(),
    deploys: deploysSchema.optional(),
  })
  .describe('A workflow with `on: workflow_dispatch`, and what its inputs mean.')

/** Names of workflow files, without their folder. */
export const workflowFile = z.string().regex(/^[\w][\w.-]{0,200}\.ya?ml$/, 'is not the name of a workflow file, such as ci.yml')

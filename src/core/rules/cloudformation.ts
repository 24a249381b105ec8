import type { Rule } from '../model/rule.ts'

/** AWS CloudFormation. */
export const rules: readonly Rule[] = [
  {
    id: 'cloudformation/failed',
    category: 'deploy',
    title: 'A CloudFormation stack failed',
    needles: [
      'create_failed',
      'update_failed',
      'rollback_complete',
      'rollback_in_progress',
      'rollback_failed',
      'delete_failed',
      'failed to create changeset',
      'failed to create/update the stack',
      'waiter stackcreatecomplete',
      'waiter stackupdatecomplete',
      'no changes to deploy',
      'deployment failed',
    ],
    pattern:
      /\b(?<message>(?:CREATE|UPDATE|DELETE|IMPORT)_FAILED|(?:UPDATE_)?ROLLBACK_(?:COMPLETE|IN_PROGRESS|FAILED))\b|Failed to create(?:\/update the stack| the changeset|: Changeset)|Waiter Stack(?:Create|Update)Complete failed|❌ +(?<stack>[\w-]{1,120}) failed:/,
    extent: { before: 1, after: 2 },
    transient: 0.12,
    explanation:
      'A resource of the stack could not be created or changed, and the stack rolls back. The first *_FAILED event carries the reason.',
    remedies: [
      'Find the first `CREATE_FAILED` or `UPDATE_FAILED` event and its reason.',
      'A stack in ROLLBACK_COMPLETE must be deleted before it can be created again.',
    ],
    examples: {
      match: [
        {
          text: 'CREATE_FAILED        AWS::S3::Bucket   CartBucket   cart-bucket already exists',
          captures: { message: 'CREATE_FAILED' },
        },
        { text: 'Error: Failed to create/update the stack. Run the following command to fetch the list of events' },
      ],
      miss: ['UPDATE_COMPLETE AWS::CloudFormation::Stack cart'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Packer. */
export const rules: readonly Rule[] = [
  {
    id: 'packer/failed',
    category: 'deploy',
    title: "Packer build '{symbol}' failed",
    needles: ['errored after', "some builds didn't complete successfully"],
    pattern: /Build '(?<symbol>[^'\n]{1,120})' errored after|Some builds didn't complete successfully and had errors/,
    extent: { before: 3, after: 3 },
    transient: 0.25,
    explanation: 'A builder or provisioner of the image failed; its lines stand above.',
    remedies: ['Read the provisioner’s output above, or run with `PACKER_LOG=1 -on-error=ask`.'],
    examples: {
      match: [
        {
          text: "Build 'amazon-ebs.cart' errored after 5 minutes 2 seconds: Script exited with non-zero exit status: 1",
          captures: { symbol: 'amazon-ebs.cart' },
        },
      ],
      miss: ["Build 'amazon-ebs.cart' finished after 5 minutes"],
    },
  },
]

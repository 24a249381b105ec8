import type { Rule } from '../model/rule.ts'

/** Bitbucket Pipelines. */
export const rules: readonly Rule[] = [
  {
    id: 'bitbucket/memory',
    category: 'resource',
    title: 'Bitbucket Pipelines stopped the container at its memory limit',
    needles: ['exceeded memory limit', 'exceeded the memory limit'],
    pattern: /Container '(?<symbol>[\w-]{1,80})' exceeded memory limit/,
    transient: 0.2,
    explanation: 'The build or a service container (Docker has 1 GB by default) used more memory than it may.',
    remedies: ['Give it more: `size: 2x`, or `definitions: services: docker: memory: 2048`.'],
    examples: {
      match: [{ text: "Container 'docker' exceeded memory limit.", captures: { symbol: 'docker' } }],
      miss: ['memory limit: 4096'],
    },
  },
]

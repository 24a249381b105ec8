import type { Rule } from '../model/rule.ts'

/** Argo CD, Skaffold and Kustomize. */
export const rules: readonly Rule[] = [
  {
    id: 'argo/failed',
    category: 'deploy',
    title: 'Argo CD, Skaffold or Kustomize failed',
    needles: [
      'skaffold',
      'kustomiz',
      'level=fatal',
      'argocd',
      'operation has completed with phase',
      'sync operation',
      'accumulating resources',
      'build failed. push/build',
      'deployment failed',
    ],
    pattern:
      /level=fatal msg="(?<message>[^"\n]{3,200})|FATA\[\d+\] (?<argo>rpc error|Operation has completed with phase: \w+|Application[^\n]{0,60}timed out)|accumulating resources: |Error: (?:unable to find one of 'kustomization|no kustomization file)|^(?:build|deploy) \[[\w/.-]{1,100}\] failed: /,
    extent: { before: 2 },
    transient: 0.15,
    explanation:
      'The tool stopped with a fatal error: a sync that did not become healthy, a missing kustomization, or a failed image build.',
    remedies: ['Read the message, and the state of the application (`argocd app get`, `kubectl get events`).'],
    examples: {
      match: [
        {
          text: 'time="2026-01-02T10:00:00Z" level=fatal msg="Operation has completed with phase: Failed"',
          captures: { message: 'Operation has completed with phase: Failed' },
        },
        { text: "Error: accumulating resources: accumulation err='accumulating resources from base': no such file" },
      ],
      miss: ['kustomize version v5'],
    },
  },
]

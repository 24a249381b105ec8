import type { Rule } from '../model/rule.ts'

/** Test clusters: kind, minikube, k3d. */
export const rules: readonly Rule[] = [
  {
    id: 'kind/failed',
    category: 'runner',
    title: 'The test cluster did not start',
    needles: [
      'failed to create kind',
      'failed to create k3d',
      'failed to create minikube',
      'failed to create cluster',
      'exiting due to',
      'failed to init node',
      'failed create cluster',
      'k3d',
      'node(s) already exist',
      'waiting for control plane',
      'failed to start minikube',
    ],
    pattern:
      /ERROR: failed to create cluster|X Exiting due to (?<code>[A-Z_0-9]{3,60})|FATA\[\d+\] (?:Cluster creation FAILED|Failed to create)|failed to init node with kubeadm|node\(s\) already exist for a cluster|[Ff]ailed to create (?:kind|k3d|minikube) cluster/,
    extent: { after: 2 },
    transient: 0.4,
    explanation:
      'kind, minikube or k3d could not bring up the cluster on this machine: too little memory, Docker trouble, or an image that could not be fetched.',
    remedies: [
      'Re-run; export the logs with `kind export logs` or `minikube logs` on failure.',
      'Pin the node image, and give the runner at least two CPUs and 4 GB.',
    ],
    examples: {
      match: [
        { text: 'Error: failed to create kind cluster' },
        { text: 'ERROR: failed to create cluster: failed to init node with kubeadm: command "docker exec" failed' },
        { text: 'X Exiting due to GUEST_PROVISION: error provisioning guest', captures: { code: 'GUEST_PROVISION' } },
      ],
      miss: ['Creating cluster "kind" ...'],
    },
  },
]

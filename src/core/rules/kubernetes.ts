import type { Rule } from '../model/rule.ts'

/** kubectl and what the cluster answers. */
export const rules: readonly Rule[] = [
  {
    id: 'kubernetes/rollout',
    category: 'deploy',
    title: "The rollout of '{symbol}' did not finish",
    needles: ['exceeded its progress deadline', 'timed out waiting for the condition', 'progressdeadlineexceeded'],
    pattern:
      /error: deployment "(?<symbol>[^"\n]{1,120})" exceeded its progress deadline|timed out waiting for the condition|ProgressDeadlineExceeded/,
    extent: { before: 3, after: 1 },
    transient: 0.3,
    explanation:
      'The new pods did not become ready in time: they crash, fail their probes, cannot pull the image, or find no room.',
    remedies: [
      'Run `kubectl describe pod` and `kubectl logs --previous` for the new pods.',
      'Raise the deadline only when the pods are just slow to start.',
    ],
    examples: {
      match: [
        { text: 'error: deployment "cart" exceeded its progress deadline', captures: { symbol: 'cart' } },
        { text: 'error: timed out waiting for the condition on deployments/cart' },
      ],
      miss: ['deployment "cart" successfully rolled out'],
    },
  },
  {
    id: 'kubernetes/image-pull',
    category: 'deploy',
    title: 'A pod cannot pull its image',
    needles: [
      'imagepullbackoff',
      'errimagepull',
      'back-off pulling image',
      'failed to pull image',
      'errimageneverpull',
      'invalidimagename',
    ],
    pattern:
      /\b(?:ImagePullBackOff|ErrImagePull|ErrImageNeverPull|InvalidImageName)\b|Back-off pulling image "(?<package>[^"\n]{1,200})"|Failed to pull image "(?<image>[^"\n]{1,200})"/,
    transient: 0.15,
    explanation: 'The node got no image: the tag does not exist, or the cluster has no rights to the registry.',
    remedies: [
      'Check the tag in the registry and the imagePullSecrets of the pod.',
      'For kind and minikube, load the image into the cluster first.',
    ],
    examples: {
      match: [
        { text: 'cart-7d4b9-xk2p 0/1 ImagePullBackOff 0 3m' },
        { text: 'Warning  Failed  Failed to pull image "acme/cart:9": not found' },
      ],
      miss: ['Successfully pulled image "acme/cart:9"'],
    },
  },
  {
    id: 'kubernetes/crash-loop',
    category: 'deploy',
    title: 'A pod keeps crashing',
    needles: [
      'crashloopbackoff',
      'back-off restarting failed container',
      'createcontainerconfigerror',
      'createcontainererror',
      'runcontainererror',
    ],
    pattern:
      /\b(?:CrashLoopBackOff|CreateContainerConfigError|CreateContainerError|RunContainerError)\b|Back-off restarting failed container/,
    transient: 0.15,
    explanation: 'The container starts and ends again and again, or its configuration (secret, config map) is missing.',
    remedies: ['Read `kubectl logs POD --previous` and `kubectl describe pod POD`.'],
    examples: { match: [{ text: 'cart-7d4b9-xk2p 0/1 CrashLoopBackOff 5 6m' }], miss: ['cart-7d4b9-xk2p 1/1 Running 0 6m'] },
  },
  {
    id: 'kubernetes/oom-killed',
    category: 'resource',
    title: 'A container was killed at its memory limit',
    needles: ['oomkilled'],
    pattern: /\bOOMKilled\b(?!["']?\s?[:=]\s?false)/,
    transient: 0.2,
    explanation: 'The container used more memory than its limit allows.',
    remedies: ['Raise `resources.limits.memory`, or lower what the process uses (heap size, workers).'],
    examples: { match: [{ text: 'Last State: Terminated  Reason: OOMKilled  Exit Code: 137' }], miss: ['"OOMKilled": false,'] },
  },
  {
    id: 'kubernetes/unschedulable',
    category: 'resource',
    title: 'A pod finds no node to run on',
    needles: [
      'unbound immediate',
      'nodes are available',
      'failedscheduling',
      'unschedulable',
      'is unhealthy with phase status pending',
      'exceeded quota',
      'insufficient cpu',
      'insufficient memory',
    ],
    pattern:
      /\b\d{1,5}\/\d{1,5} nodes are available: |\bFailedScheduling\b|is unhealthy with phase status Pending|exceeded quota: (?<symbol>[\w.-]{1,80})|forbidden: exceeded quota|unbound immediate PersistentVolumeClaims/,
    transient: 0.45,
    explanation: 'No node has the room, the labels or the tolerations that the pod asks for, or the namespace is at its quota.',
    remedies: [
      'Re-run when the cluster has room or has scaled up.',
      'Compare the requests, node selector and quota with what the cluster offers.',
    ],
    examples: {
      match: [
        { text: 'pod has unbound immediate PersistentVolumeClaims' },
        { text: 'Warning  FailedScheduling  0/5 nodes are available: 5 Insufficient cpu.' },
        { text: 'Error: pod failed to come online with error: Error: Pod ci-42-workflow is unhealthy with phase status Pending' },
      ],
      miss: ['5 nodes are ready'],
    },
  },
  {
    id: 'kubernetes/forbidden',
    category: 'auth',
    title: 'The cluster refuses the request',
    needles: [
      'error from server (forbidden)',
      'you must be logged in to the server',
      'cannot list resource',
      'cannot create resource',
      'cannot get resource',
      'cannot patch resource',
      'is forbidden: user',
      'error from server (unauthorized)',
      'must specify a token',
      'getting credentials: exec',
    ],
    pattern:
      /Error from server \((?:Forbidden|Unauthorized)\)|You must be logged in to the server|is forbidden: User "(?<symbol>[^"\n]{1,150})" cannot (?:list|create|get|patch|delete|update|watch) resource|getting credentials: exec: /i,
    transient: 0.04,
    explanation: 'The account of the job has no valid token, or no role that allows this on this namespace.',
    remedies: [
      'Check which account is used (`kubectl auth whoami`, `kubectl auth can-i`), and bind the role it needs.',
      'Renew the kubeconfig or token.',
    ],
    examples: {
      match: [
        {
          text: 'Error from server (Forbidden): pods is forbidden: User "ci" cannot list resource "pods" in API group "" in the namespace "cart"',
        },
        { text: 'error: You must be logged in to the server (Unauthorized)' },
      ],
      miss: ['yes, you can list resource pods'],
    },
  },
  {
    id: 'kubernetes/unreachable',
    category: 'network',
    title: 'The cluster cannot be reached',
    needles: [
      'unable to connect to the server',
      'the connection to the server',
      'was refused - did you specify',
      'etcdserver:',
      'the server was unable to return a response',
      'kubernetes cluster unreachable',
      'current-context',
      'no configuration has been provided',
      'context was not found',
      'serviceunavailable',
    ],
    pattern:
      /Unable to connect to the server: |The connection to the server (?<host>\S{1,150}) was refused|Kubernetes cluster unreachable|etcdserver: (?:request timed out|leader changed)|the server was unable to return a response in the time allotted/i,
    transient: 0.5,
    explanation:
      'The API server did not answer: it is down or restarting, only reachable from another network, or the kubeconfig is empty and points to localhost.',
    remedies: [
      'Check that the kubeconfig is set in this step (an empty one means localhost:8080).',
      'Check VPN, firewall and cluster status, then re-run.',
    ],
    examples: {
      match: [
        {
          text: 'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
          captures: { host: 'localhost:8080' },
        },
        { text: 'Unable to connect to the server: dial tcp 10.0.0.7:6443: i/o timeout' },
      ],
      miss: ['Switched to context "cart".'],
    },
  },
  {
    id: 'kubernetes/invalid',
    category: 'config',
    title: 'The cluster refuses a manifest',
    needles: [
      'error validating',
      'is invalid:',
      'no matches for kind',
      'error parsing',
      'unknown field',
      'field is immutable',
      'error from server (notfound)',
      'error from server (alreadyexists)',
      'error from server (badrequest)',
      'admission webhook',
      'no objects passed',
      'the path "',
      'error from server (conflict)',
      'context was not found',
      'current-context',
      "couldn't find key",
      'strict decoding error',
    ],
    pattern:
      /error: error (?:validating|parsing) |The \w{1,40} "[^"\n]{1,150}" is invalid:|no matches for kind "(?<symbol>[^"\n]{1,80})"|field is immutable|Error from server \((?:NotFound|AlreadyExists|BadRequest|Conflict|Invalid)\)|admission webhook "[^"\n]{1,120}" denied the request|error: no objects passed to|error: the path "[^"\n]{1,200}" does not exist|error: (?:context "[^"\n]{1,100}" does not exist|current-context is not set|no context exists)|strict decoding error/,
    extent: { after: 1 },
    transient: 0.04,
    explanation:
      'A manifest is malformed, names a kind or object that the cluster does not have, changes what may not change, or is stopped by a policy.',
    remedies: [
      'Run `kubectl apply --dry-run=server -f …` and `kubectl diff`.',
      'Install missing CRDs first; delete and recreate objects with immutable fields.',
    ],
    examples: {
      match: [
        {
          text: 'error: unable to recognize "cart.yaml": no matches for kind "Ingress" in version "extensions/v1beta1"',
          captures: { symbol: 'Ingress' },
        },
        { text: 'Error from server (NotFound): deployments.apps "cart" not found' },
        { text: 'The Deployment "cart" is invalid: spec.selector: Invalid value' },
      ],
      miss: ['deployment.apps/cart unchanged'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** docker build, buildx and BuildKit, kaniko, buildah. */
export const rules: readonly Rule[] = [
  {
    id: 'docker-build/step-killed',
    category: 'resource',
    title: 'A build step was killed, most likely for lack of memory',
    needles: ['exit code: 137', 'non-zero code: 137', 'cannot allocate memory', 'resourceexhausted'],
    pattern:
      /did not complete successfully: exit code: 137|returned a non-zero code: 137|ResourceExhausted: (?:process|cannot allocate)/,
    extent: { before: 3 },
    transient: 0.3,
    explanation: 'The command of this RUN line got SIGKILL: the builder ran out of memory.',
    remedies: ['Lower the parallelism inside the RUN line, or give the builder more memory.', 'Build one platform at a time.'],
    examples: {
      match: [
        { text: 'ERROR: failed to solve: process "/bin/sh -c npm run build" did not complete successfully: exit code: 137' },
      ],
      miss: ['did not complete successfully: exit code: 1'],
    },
  },
  {
    id: 'docker-build/step-failed',
    category: 'compile',
    title: "A build step failed: '{command}'",
    needles: [
      'did not complete successfully: exit code',
      'returned a non-zero code',
      'failed to execute command: waiting for process',
      'while running runtime',
      'building at step',
    ],
    pattern:
      /(?:process "(?=[^\n]{1,300}did not complete successfully: exit code: (?!137))|The command '(?=[^\n]{1,300}returned a non-zero code: (?!137)))(?<command>[^"'\n]{1,200})|failed to execute command: waiting for process to exit|building at STEP "[^\n]{1,200}": while running runtime: exit status \d+/,
    role: 'summary',
    extent: { before: 1, after: 1 },
    transient: 0.12,
    explanation: 'A RUN line of the Dockerfile ended with an error; what its command printed stands above.',
    remedies: ['Read the lines of this step above; build with `--progress=plain` to see all of them.'],
    examples: {
      match: [
        {
          text: 'ERROR: failed to solve: process "/bin/sh -c make all" did not complete successfully: exit code: 2',
          captures: { command: '/bin/sh -c make all' },
        },
        { text: "The command '/bin/sh -c make all' returned a non-zero code: 2" },
      ],
      miss: ['#9 [5/7] RUN make all'],
    },
  },
  {
    id: 'docker-build/copy-missing',
    category: 'config',
    title: "A file to COPY is not in the build context: '{file}'",
    needles: [
      'failed to compute cache key',
      'failed to calculate checksum',
      'copy failed',
      'add failed',
      'checking on sources under',
      'not found in build context',
      'no source files were specified',
      'excluded by .dockerignore',
      'no such file or directory',
      'failed to walk',
    ],
    pattern:
      /(?:failed to compute cache key|failed to calculate checksum of ref)[^\n]{0,200}?"(?<file>\/?[^"\n]{1,200})": not found|(?:COPY|ADD) failed: (?:file not found|no source files|stat|forbidden path)[^\n]{0,200}|file not found in build context or excluded by \.dockerignore|checking on sources under "[^"\n]{1,200}"/,
    extent: { before: 2, after: 8 },
    transient: 0.02,
    explanation:
      'COPY and ADD see only the build context; the file is not there: made by a step that did not run, below another directory, or excluded by .dockerignore.',
    remedies: [
      'Check the context path of the build and the .dockerignore file.',
      'Make sure that the step that creates the file (build output, artifact download) ran before.',
    ],
    examples: {
      match: [
        {
          text: 'ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref 11::22: "/dist": not found',
          captures: { file: '/dist' },
        },
        { text: 'COPY failed: file not found in build context or excluded by .dockerignore: stat dist: file does not exist' },
      ],
      miss: ['#7 CACHED COPY . .'],
    },
  },
  {
    id: 'docker-build/dockerfile',
    category: 'config',
    title: 'The Dockerfile is missing or wrong',
    needles: [
      'failed to read dockerfile',
      'unable to prepare context',
      'dockerfile parse error',
      'unknown instruction',
      'unable to evaluate symlinks',
      'cannot locate specified dockerfile',
      'path "',
      'dockerfile:',
      'no build stage',
      'target stage',
      'base name (',
      'invalid from',
      'requires at least one argument',
      'the dockerfile',
    ],
    pattern:
      /failed to read dockerfile|unable to prepare context: |[Dd]ockerfile parse error|dockerfile\.? ?(?:line )?\d* ?:? ?[Uu]nknown instruction|(?:target stage|target) "?(?<symbol>[\w.-]{1,80})"? could not be found|Cannot locate specified Dockerfile|base name \([^)\n]{0,100}\) should not be blank|path "[^"\n]{1,200}" not found$|unknown instruction: \w/,
    extent: { before: 1, after: 8 },
    transient: 0.02,
    explanation:
      'The file is not where the build looks, does not parse, names a stage that does not exist, or an ARG in FROM is empty.',
    remedies: ['Check `-f`/`file:` and the context path.', 'Give ARGs before FROM a default.'],
    examples: {
      match: [
        { text: 'ERROR: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory' },
        { text: 'ERROR: failed to solve: target stage "prod" could not be found', captures: { symbol: 'prod' } },
        { text: 'unable to prepare context: path "cart" not found' },
      ],
      miss: ['#1 [internal] load build definition from Dockerfile'],
    },
  },
  {
    id: 'docker-build/builder',
    category: 'runner',
    title: 'The BuildKit builder did not start or was lost',
    needles: [
      'buildkitd',
      'failed to dial',
      'no builder',
      'buildx_buildkit',
      'closing transport due to',
      'error reading from server',
      'graceful_stop',
      'failed to receive status',
      'failed to list workers',
      'additional instances of driver',
      'no active session',
      'frontend grpc server closed',
    ],
    pattern:
      /ERROR: (?:failed to (?:receive status|list workers|build): (?:failed to receive status: )?)?(?:rpc error: code = (?:Unavailable|Unknown|Canceled)|error during connect|listing workers for)|no active session for \w|frontend grpc server closed unexpectedly|buildkitd?[^\n]{0,80}(?:exited|is not running|failed to start)|additional instances of driver "docker" cannot be created/,
    transient: 0.6,
    explanation: 'The builder’s container stopped in the middle, often because the machine ran out of memory or disk.',
    remedies: ['Re-run; watch memory and disk of the builder.', 'Set up buildx anew in the job (`docker/setup-buildx-action`).'],
    examples: {
      match: [{ text: 'ERROR: failed to receive status: rpc error: code = Unavailable desc = error reading from server: EOF' }],
      miss: ['#1 [internal] booting buildkit\n#1 starting container buildx_buildkit_builder0'],
    },
  },
  {
    id: 'docker-build/multi-platform',
    category: 'config',
    title: 'This Docker driver cannot do what the build asks',
    needles: [
      'multi-platform build is not supported',
      'multiple platforms feature',
      'cache export is not supported',
      'docker exporter does not currently support',
      'exporter is not supported',
      'docker driver',
      'not supported for the docker driver',
      'invalid mount type',
      'the --mount option requires buildkit',
      'the --chmod option requires',
      '--platform" is only supported',
    ],
    pattern:
      /[Mm]ulti-platform build is not supported for the docker driver|[Mm]ultiple platforms feature is currently not supported|(?:Cache export|Attestation) is not supported for the docker driver|docker exporter does not currently support exporting manifest lists|the --(?:mount|chmod) option requires BuildKit|is only supported on a Docker daemon with experimental/,
    transient: 0.01,
    explanation: 'The default builder lacks multi-platform output, cache export or BuildKit features.',
    remedies: [
      'Create a container builder: `docker buildx create --use`, or `docker/setup-buildx-action`.',
      'Set DOCKER_BUILDKIT=1 for old daemons.',
    ],
    examples: {
      match: [
        { text: 'ERROR: Multi-platform build is not supported for the docker driver.' },
        { text: 'the --mount option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/' },
      ],
      miss: ['Using docker driver'],
    },
  },
  {
    id: 'docker-build/failed-to-solve',
    category: 'compile',
    title: 'docker build failed: {message}',
    needles: ['failed to solve', 'buildx failed with', 'buildx bake failed with', 'error building image', 'service "'],
    pattern:
      /\b(?:ERROR: failed to solve|buildx (?:bake )?failed with: ERROR: failed to (?:solve|build)|failed to solve(?: with frontend [\w.]{1,40})?|error building image): (?<message>[^\n]{3,200})/,
    role: 'summary',
    extent: { before: 1 },
    transient: 0.15,
    explanation: 'BuildKit’s last word; the reason stands in the message or in the step above.',
    remedies: ['Read the message, then the output of the step it names.'],
    examples: {
      match: [
        {
          text: '##[error]buildx failed with: ERROR: failed to solve: granting entitlement security.insecure is not allowed',
          captures: { message: 'granting entitlement security.insecure is not allowed' },
        },
      ],
      miss: ['#12 resolving provenance for metadata file'],
    },
  },
]

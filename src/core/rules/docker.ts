import type { Rule } from '../model/rule.ts'

/** The Docker daemon, client and containers at run time. */
export const rules: readonly Rule[] = [
  {
    id: 'docker/daemon',
    category: 'runner',
    title: 'The Docker daemon does not answer',
    needles: ['docker daemon', 'docker.sock', 'docker_engine', 'error during connect', 'docker desktop is unable'],
    pattern:
      /Cannot connect to the Docker daemon|Is the docker daemon running\?|error during connect: |failed to (?:start|connect to) (?:the )?docker (?:daemon|API)|docker_engine: The system cannot find the file|docker\.sock: connect: (?:no such file|connection refused)/i,
    transient: 0.35,
    explanation:
      'The client reaches no daemon: it did not start, Docker-in-Docker has no service (or another TLS setting), or the socket is not mounted.',
    remedies: [
      'On GitLab, add the `docker:dind` service and set DOCKER_HOST and DOCKER_TLS_CERTDIR to match it.',
      'On own runners, check `systemctl status docker`; re-run on another machine.',
    ],
    examples: {
      match: [
        { text: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?' },
        { text: 'error during connect: Post "http://docker:2375/v1.40/auth": dial tcp: lookup docker: no such host' },
      ],
      miss: ['Docker daemon version 27.0 is running'],
    },
  },
  {
    id: 'docker/socket-permission',
    category: 'config',
    title: 'The user of this job may not use Docker',
    needles: [
      'permission denied while trying to connect to the docker',
      'docker.sock: connect: permission denied',
      'got permission denied while',
    ],
    pattern: /permission denied while trying to connect to the [Dd]ocker|docker\.sock: connect: permission denied/,
    transient: 0.05,
    explanation: 'The socket of the daemon belongs to root and the group docker, and the job’s user is in neither.',
    remedies: [
      'Add the user of the runner to the group `docker`, and restart the runner.',
      'Inside a container, mount the socket and give the group id of the host.',
    ],
    examples: {
      match: [{ text: 'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock' }],
      miss: ['Connecting to unix:///var/run/docker.sock'],
    },
  },
  {
    id: 'docker/oci-exec',
    category: 'config',
    title: "A container cannot start '{command}'",
    needles: [
      'oci runtime',
      'unable to start container process',
      'container_linux.go',
      'exec user process caused',
      'starting container process caused',
    ],
    pattern:
      /(?:OCI runtime \w{1,10} failed|unable to start container process|starting container process caused|standard_init_linux\.go:\d+: exec user process caused)(?:[^\n]{0,200}?exec: \\?"(?<command>[^"\\\n]{1,120}))?/i,
    extent: { before: 1 },
    transient: 0.06,
    explanation:
      'The image is there but its command cannot be run: the file does not exist in it, is not executable, has Windows line ends, or is for another processor.',
    remedies: [
      'Check ENTRYPOINT and CMD with `docker run --entrypoint sh`.',
      'Convert scripts to LF and set their executable bit; check `--platform`.',
    ],
    examples: {
      match: [
        {
          text: 'docker: Error response from daemon: failed to create task for container: OCI runtime create failed: runc create failed: unable to start container process: exec: "/start.sh": stat /start.sh: no such file or directory: unknown.',
          captures: { command: '/start.sh' },
        },
        { text: 'standard_init_linux.go:228: exec user process caused: exec format error' },
      ],
      miss: ['OCI runtime: runc 1.1'],
    },
  },
  {
    id: 'docker/name-conflict',
    category: 'runner',
    title: "The container name '{symbol}' is in use",
    needles: ['conflict. the container name'],
    pattern: /Conflict\. The container name "\/?(?<symbol>[^"\n]{1,120})" is already in use/,
    transient: 0.3,
    explanation: 'A container of that name is left over on this machine, or two jobs share its daemon.',
    remedies: ['Remove it before the start (`docker rm -f NAME`), use `--rm`, and make names unique with the run id.'],
    examples: {
      match: [
        {
          text: 'docker: Error response from daemon: Conflict. The container name "/cart-db" is already in use by container "1111".',
          captures: { symbol: 'cart-db' },
        },
      ],
      miss: ['Removing container name "/cart-db"'],
    },
  },
  {
    id: 'docker/port',
    category: 'runner',
    title: 'A container port cannot be published',
    needles: [
      'port is already allocated',
      'failed programming external connectivity',
      'ports are not available',
      'address already in use',
    ],
    pattern:
      /Bind for [\d.:[\]]{3,50} failed: port is already allocated|driver failed programming external connectivity|Ports are not available: |failed to bind (?:host )?port|userland proxy: listen/,
    transient: 0.35,
    explanation:
      'Something on the machine listens on the port already: another container, a service of the runner image, or another job.',
    remedies: [
      'Publish on another port, or let Docker choose one.',
      'Stop the service of the image (`sudo systemctl stop postgresql`).',
    ],
    examples: {
      match: [
        {
          text: 'Error response from daemon: driver failed programming external connectivity on endpoint cart-db: Bind for 0.0.0.0:5432 failed: port is already allocated',
        },
      ],
      miss: ['Bind for 0.0.0.0:5432'],
    },
  },
  {
    id: 'docker/network-pool',
    category: 'runner',
    title: 'Docker cannot create a network',
    needles: [
      'could not find an available, non-overlapping',
      'all predefined address pools',
      'pool overlaps',
      'failed to create network',
      'network not found',
      'could not be found',
    ],
    pattern:
      /could not find an available, non-overlapping IPv4|all predefined address pools have been fully subnetted|Pool overlaps with other one|failed to create network [\w.-]{1,100}: Error|network [\w.-]{1,100} (?:not found|declared as external, but could not be found)/,
    transient: 0.3,
    explanation: 'The daemon has no free subnet left (networks of old jobs), or the named network does not exist.',
    remedies: ['Run `docker network prune -f` on this runner.', 'Create the external network before the start.'],
    examples: {
      match: [
        {
          text: 'ERROR: could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network',
        },
        { text: 'network cart_default declared as external, but could not be found' },
      ],
      miss: ['Creating network "cart_default"'],
    },
  },
  {
    id: 'docker/no-such-image',
    category: 'config',
    title: 'Docker knows no such image, container or network here',
    needles: [
      'no such image',
      'no such container',
      'no such volume',
      'no such network',
      'an image does not exist locally',
      'no such object',
      'no such exec',
      'does not exist locally',
    ],
    pattern:
      /\b(?<message>[Nn]o such (?:image|container|volume|network|object|service)): ?\S{0,150}|An image does not exist locally with the tag/,
    role: 'summary',
    transient: 0.06,
    explanation:
      'The step names an image or container that was never made here: the build step did not load it (buildx), or it ran in another job or daemon.',
    remedies: ['With buildx, add `--load`, or push and pull the image.', 'Check that name and tag are the same in both steps.'],
    examples: {
      match: [
        { text: 'Error response from daemon: No such image: acme/cart:test' },
        { text: 'An image does not exist locally with the tag: acme/cart' },
      ],
      miss: ['Removed container cart'],
    },
  },
  {
    id: 'docker/platform',
    category: 'config',
    title: 'An image is not available for this platform',
    needles: [
      'no matching manifest',
      'does not match the detected host platform',
      'does not match the specified platform',
      'no match for platform',
      'operating system is not supported',
      'image operating system',
    ],
    pattern:
      /no matching manifest for (?<symbol>\S{1,60})|does not match the specified platform|no match for platform in (?:manifest|image)|image operating system "\w{1,20}" cannot be used|cannot be used on this platform/,
    transient: 0.02,
    explanation:
      'The image was published for other processors or systems than the one of this runner (amd64 against arm64, Linux against Windows).',
    remedies: [
      'Choose a runner of the right architecture or add `--platform` with QEMU.',
      'Publish the image as multi-arch with buildx.',
    ],
    examples: {
      match: [
        { text: 'no matching manifest for linux/arm64/v8 in the manifest list entries', captures: { symbol: 'linux/arm64/v8' } },
      ],
      miss: [
        "WARNING: The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm64/v8) and no specific platform was requested",
      ],
    },
  },
  {
    id: 'docker/unhealthy',
    category: 'runner',
    title: "The container '{symbol}' never became healthy",
    needles: [
      'is unhealthy',
      'failed to start: dependency',
      'dependency failed to start',
      'for condition',
      'container exited',
      'is not running',
      'health check',
    ],
    pattern:
      /dependency failed to start: container (?<symbol>[\w.-]{1,100}) (?:is unhealthy|exited)|\b[Cc]ontainer (?:for service )?"?(?<other>[\w.-]{1,100})"? is unhealthy|Container [0-9a-f]{12,64} is not running/,
    extent: { before: 2 },
    transient: 0.35,
    explanation: 'A container that others wait for stopped or failed its health check. Why, stands in its own log.',
    remedies: [
      'Print its log when the start fails: `docker compose logs NAME`, `docker inspect --format "{{json .State.Health}}"`.',
      'Give the health check a longer start period.',
    ],
    examples: {
      match: [
        { text: 'dependency failed to start: container cart-db-1 is unhealthy', captures: { symbol: 'cart-db-1' } },
        { text: 'ERROR: for web  Container "1111111111ab" is unhealthy.' },
      ],
      miss: ['Container cart-db-1  Healthy'],
    },
  },
  {
    id: 'docker/daemon-error',
    category: 'config',
    title: 'The Docker daemon refused a request: {message}',
    needles: ['error response from daemon:'],
    pattern: /Error response from daemon: (?<message>[^\n]{3,160})/,
    role: 'summary',
    transient: 0.2,
    explanation: 'The daemon could not do what the client asked; its reason stands in the message.',
    remedies: ['Read the message; for names and mounts, check the paths on the host of the daemon, not of the client.'],
    examples: {
      match: [
        {
          text: 'docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /cart',
          captures: { message: 'invalid mount config for type "bind": bind source path does not exist: /cart' },
        },
      ],
      miss: ['Error response from server'],
    },
  },
  {
    id: 'docker/usage',
    category: 'config',
    title: 'docker was called wrongly',
    needles: [
      'invalid reference format',
      'is not a docker command',
      'requires at least 1 argument',
      'requires exactly',
      "see 'docker",
      'invalid argument',
      'unknown command',
      'unknown shorthand flag',
    ],
    pattern:
      /invalid reference format|docker: '[\w-]{1,40}' is not a docker command|"?docker[\w -]{0,40}"? requires (?:at least|exactly) \d|docker: unknown command|invalid argument "[^"\n]{0,200}" for "/,
    extent: { after: 1 },
    transient: 0.02,
    explanation:
      'The command line does not parse: a variable in the image name is empty, a name has capital letters, or the plug-in (compose, buildx) is not installed.',
    remedies: [
      'Print the command with its variables; repository names are lower case.',
      'Install the plug-in, or use `docker compose` in place of `docker-compose` (or the other way round).',
    ],
    examples: {
      match: [
        { text: 'docker: invalid reference format: repository name must be lowercase.' },
        { text: "docker: 'buildx' is not a docker command." },
        { text: 'invalid argument "acme/Cart:" for "-t, --tag" flag: invalid reference format' },
      ],
      miss: ['Unable to find image locally'],
    },
  },
]

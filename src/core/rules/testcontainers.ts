import type { Rule } from '../model/rule.ts'

/** Testcontainers, in all its languages. */
export const rules: readonly Rule[] = [
  {
    id: 'testcontainers/no-docker',
    category: 'runner',
    title: 'Testcontainers finds no Docker',
    needles: [
      'could not find a valid docker environment',
      'could not find a working container runtime',
      'previous attempts to find a docker environment failed',
      'cannot connect to ryuk',
      'could not connect to ryuk',
    ],
    pattern:
      /Could not find a (?:valid Docker environment|working container runtime)|Previous attempts to find a Docker environment failed|[Cc](?:ould not|annot) connect to Ryuk/,
    extent: { after: 3 },
    transient: 0.15,
    explanation: 'The tests start containers and reach no Docker from where they run.',
    remedies: [
      'Run the job where Docker is available (a service docker:dind with DOCKER_HOST, or a machine executor).',
      'Raise the version of Testcontainers if the daemon is newer than its API.',
    ],
    examples: {
      match: [
        {
          text: 'java.lang.IllegalStateException: Could not find a valid Docker environment. Please see logs and check configuration',
        },
      ],
      miss: ['Found Docker environment with local Unix socket (unix:///var/run/docker.sock)'],
    },
  },
  {
    id: 'testcontainers/launch',
    category: 'runner',
    title: "A container of the tests did not start: '{package}'",
    needles: [
      'container startup failed',
      'containerfetchexception',
      "can't get docker image",
      'timed out waiting for container port',
      'timed out waiting for log output',
      'wait strategy failed',
      'containerlaunchexception',
    ],
    pattern:
      /Container startup failed(?: for image (?<package>\S{1,200}))?|ContainerFetchException|Can't get Docker image|Timed out waiting for (?:container port|log output|URL to be accessible)|[Ww]ait strategy failed/,
    extent: { while: /^\s+at |^Caused by/ },
    transient: 0.5,
    explanation: 'The image could not be pulled, or the container was not ready in the time that its wait strategy allows.',
    remedies: [
      'Read the last “Caused by”; re-run if it is a pull or a time-out.',
      'Pull images before the tests, and log in against limits of the registry.',
    ],
    examples: {
      match: [
        {
          text: 'org.testcontainers.containers.ContainerLaunchException: Container startup failed for image postgres:16',
          captures: { package: 'postgres:16' },
        },
      ],
      miss: ['Container postgres:16 started in PT2.1S'],
    },
  },
]

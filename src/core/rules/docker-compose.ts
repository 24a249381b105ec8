import type { Rule } from '../model/rule.ts'

/** docker compose. */
export const rules: readonly Rule[] = [
  {
    id: 'docker-compose/invalid',
    category: 'config',
    title: 'The compose file is invalid',
    needles: [
      'compose',
      'services.',
      'no such service',
      'undefined service',
      'no configuration file provided',
      'undefined volume',
      'undefined network',
      'additional propert',
      'invalid interpolation',
      'required variable',
    ],
    pattern:
      /no configuration file provided: not found|Can't find a suitable configuration file|The Compose file '[^'\n]{1,200}' is invalid|^(?:validating [^\n]{1,200}: )?services\.[\w.-]{1,100} (?:must be|[Aa]dditional propert)|no such service: (?<symbol>[\w.-]{1,80})|refers to undefined (?:service|volume|network)|depends on undefined service|Invalid interpolation format|required variable (?<name>\w{1,80}) is missing a value|yaml: [^\n]{1,100}did not find expected/,
    extent: { after: 2 },
    transient: 0.02,
    explanation: 'Compose cannot read the file, or it names services, volumes or variables that do not exist.',
    remedies: ['Run `docker compose config` locally with the same files and variables.', 'Check the working directory and `-f`.'],
    examples: {
      match: [
        { text: 'no configuration file provided: not found' },
        { text: 'no such service: cart-db', captures: { symbol: 'cart-db' } },
        { text: 'service "web" depends on undefined service "db": invalid compose project' },
      ],
      miss: ['Docker Compose version v2.30.0'],
    },
  },
  {
    id: 'docker-compose/env-file',
    category: 'config',
    title: "The env file '{file}' of compose does not exist",
    needles: ['env file', "couldn't find env file"],
    pattern: /(?:env file (?<file>\S{1,200}) not found|Couldn't find env file: (?<old>\S{1,200}))/,
    transient: 0.02,
    explanation:
      'A service asks for an env file that is not in the repository, mostly because it holds secrets and is ignored by git.',
    remedies: ['Create it in the job from secrets or an example file, or mark it `required: false`.'],
    examples: {
      match: [
        {
          text: 'env file /builds/acme/.env not found: stat /builds/acme/.env: no such file or directory',
          captures: { file: '/builds/acme/.env' },
        },
      ],
      miss: ['loading env file .env'],
    },
  },
  {
    id: 'docker-compose/exited',
    category: 'test',
    title: 'A compose service ended with exit code {code}',
    needles: ['exited with code'],
    pattern: /(?:^|\| )[\w.-]{1,80} exited with code (?<code>[1-9]\d{0,2})\b/,
    role: 'symptom',
    extent: { before: 2 },
    transient: 0.2,
    explanation: 'The container stopped with an error. With `--exit-code-from` this ends the step.',
    remedies: ['Read the lines of this service above.'],
    examples: {
      match: [{ text: 'cart-test-1 exited with code 1', captures: { code: '1' } }],
      miss: ['cart-test-1 exited with code 0'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

const explanation =
  'No program of this name is on PATH: it is not installed in this image, was installed elsewhere, or PATH lacks its directory.'
const remedies = [
  'Install the tool in the job, or use an image that has it.',
  'If it was installed, add its directory to PATH (on GitHub: `echo DIR >> $GITHUB_PATH`).',
]

/** Programs that could not be found, as each kind of caller says it. */
export const rules: readonly Rule[] = [
  {
    id: 'os-command/not-found',
    category: 'config',
    title: "Command '{command}' not found",
    needles: ['command not found'],
    pattern:
      /(?:^|: |##\[error\])(?!shell_session_update:)(?<command>[\w./~+@-]{1,100}): command not found\b|\bzsh:(?:\d+:)? command not found: (?<zsh>\S{1,100})/i,
    transient: 0.02,
    explanation,
    remedies,
    examples: {
      match: [
        { text: '/home/ci/_temp/b2.sh: line 4: poetry: command not found', captures: { command: 'poetry' } },
        { text: 'bash: cargo-nextest: command not found', captures: { command: 'cargo-nextest' } },
        { text: 'make: docker-compose: Command not found', captures: { command: 'docker-compose' } },
        { text: 'sudo: apt-get: command not found', captures: { command: 'apt-get' } },
        { text: 'zsh: command not found: brew' },
      ],
      miss: ['prints “command not found” when asked for nonsense', 'echo "command not found"'],
    },
  },
  {
    id: 'os-command/sh-not-found',
    category: 'config',
    title: "Command '{command}' not found",
    needles: [': not found'],
    pattern:
      /(?:(?:sh: |: line )(?:\d{1,5}: )?|^[\w./@+-]{1,150}: \d{1,5}: )(?!tput:)(?<command>[\w./~+@-]{1,100}): not found\s*$/,
    transient: 0.02,
    explanation,
    remedies,
    examples: {
      match: [
        { text: 'sh: 1: tsc: not found', captures: { command: 'tsc' } },
        { text: '/bin/sh: jq: not found', captures: { command: 'jq' } },
        { text: '#12 0.412 /bin/sh: 1: python: not found', captures: { command: 'python' } },
        { text: './debian/tests/run: 7: dpkg-architecture: not found' },
      ],
      miss: ['checking for gawk... not found', 'libfoo.so.3 => not found', 'GET /cart: 404: not found'],
    },
  },
  {
    id: 'os-command/env-not-found',
    category: 'config',
    title: "Program '{command}' not found",
    needles: [
      'no such file or directory',
      'executable file not found',
      "can't execute",
      'command not found in',
      'unable to find executable',
      'unable to locate executable',
      'could not find external command',
    ],
    pattern:
      /(?:\benv: (?:can't execute )?['‘"]?|failed to (?:run command|execute|exec) ['‘"]?|^(?:make(?:\[\d+\])?|xargs|time|nice|unshare): |Cannot run program "|Unable to locate executable file: |Could not find external command "|\bexec: "?)(?<command>[\w./+-]{1,100}?)['’"]?(?: \(in directory "[^"\n]{1,200}"\))?(?:: (?:error=2, )?No such file or directory|: executable file not found|: CreateProcess error=2|\. Please verify either|"?$)/i,
    transient: 0.02,
    explanation,
    remedies,
    examples: {
      match: [
        { text: '/usr/bin/env: ‘python3’: No such file or directory', captures: { command: 'python3' } },
        { text: 'env: node: No such file or directory', captures: { command: 'node' } },
        { text: 'make: gcc-12: No such file or directory', captures: { command: 'gcc-12' } },
        {
          text: 'java.io.IOException: Cannot run program "git" (in directory "/app"): error=2, No such file or directory',
          captures: { command: 'git' },
        },
        {
          text: 'OCI runtime exec failed: exec: "bash": executable file not found in $PATH: unknown',
          captures: { command: 'bash' },
        },
        {
          text: '##[error]Unable to locate executable file: yarn. Please verify either the file path exists',
          captures: { command: 'yarn' },
        },
      ],
      miss: [
        "make: *** No rule to make target 'all'.  Stop.",
        'cat: cart.txt: No such file or directory',
        "/usr/bin/env: 'bash\\r': No such file or directory",
      ],
    },
  },
  {
    id: 'os-command/spawn',
    category: 'config',
    title: "Program '{command}' not found",
    needles: ['enoent'],
    pattern: /\bspawn(?:Sync)? (?<command>[^\s']{1,150}) ENOENT\b/,
    transient: 0.03,
    explanation:
      'Node.js tried to start a program and found none of this name on PATH, or the working directory it was given does not exist.',
    remedies,
    examples: {
      match: [{ text: 'Error: spawn xdg-open ENOENT', captures: { command: 'xdg-open' } }],
      miss: ["Error: ENOENT: no such file or directory, open 'cart.json'"],
    },
  },
  {
    id: 'os-command/windows',
    category: 'config',
    title: "Command '{command}' not recognised on Windows",
    needles: ['is not recognized as', "wasn't recognized", 'is not recognized as an internal'],
    pattern:
      /(?:The term )?['"‘“](?<command>[^'"’”\n]{1,120})['"’”] is not recognized as (?:an internal or external command|a name of a cmdlet|the name of a cmdlet)/i,
    extent: { after: 1, while: /^\s*\+|^At |^\s*(?:Line|\d+) \||^operable program|^script file/ },
    transient: 0.02,
    explanation:
      'cmd or PowerShell found no program, script or cmdlet of this name. Besides missing tools, Unix syntax does this (`VAR=1 command`, `./x`, `rm -rf`).',
    remedies: [
      'Install the tool, or add its directory to PATH.',
      'If the line is Unix shell, run it with `shell: bash`, or write it for Windows (cross-env, rimraf).',
    ],
    examples: {
      match: [
        {
          text: "'NODE_ENV' is not recognized as an internal or external command,\noperable program or batch file.",
          captures: { command: 'NODE_ENV' },
        },
        {
          text: "nuget : The term 'nuget' is not recognized as the name of a cmdlet, function, script file, or operable program.",
          captures: { command: 'nuget' },
        },
      ],
      miss: ['Property cart is not recognized as valid'],
    },
  },
  {
    id: 'os-command/must-be-installed',
    category: 'config',
    title: "Program '{command}' must be installed",
    needles: [
      'must be installed',
      'is not installed',
      'is not available',
      'is required but',
      'please install',
      'is required to',
      'not found in path',
      'not found on path',
      'not in your path',
    ],
    pattern:
      /^(?:##\[error\])?(?:[%*]?(?:Error|ERROR|error|FATAL|fatal)[:!]? )(?:Could not find |Unable to find |[Pp]lease install )?['"`]?(?<command>[\w.+-]{2,40})['"`]? (?:must be installed|is not installed(?! ,)|is not available\b|is required but|is required to|(?:was )?not found (?:in|on) (?:your )?\$?PATH|is not in your PATH|needs to be installed)/,
    transient: 0.02,
    explanation,
    remedies,
    examples: {
      match: [
        { text: "%Error: 'flex' must be installed to build", captures: { command: 'flex' } },
        { text: 'error: cmake is not installed', captures: { command: 'cmake' } },
        { text: 'ERROR: docker-compose not found in PATH', captures: { command: 'docker-compose' } },
      ],
      miss: ["Package 'cart' is not installed, so not removed", 'warning: clang-tidy is not installed'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Exit codes behind what stands before one: the digits alone stand in many numbers of a log. */
const exitCodes = (...codes: readonly string[]) => codes.flatMap(code => [` ${code}`, `(${code}`, `=${code}`, `:${code}`])

/** How processes end: signals, crashes, and the exit codes that stand for them. */
export const rules: readonly Rule[] = [
  {
    id: 'os-process/segfault',
    category: 'crash',
    title: 'A program crashed with a segmentation fault',
    needles: ['segmentation fault', 'sigsegv', 'signal 11', 'access violation', '0xc0000005', 'segfault at', 'exc_bad_access'],
    pattern:
      /\b(?:Segmentation fault\b|SIGSEGV\b(?!:|,| \(0x)|signal 11\b|EXC_BAD_ACCESS|segfault at [0-9a-f]{1,20}|0xC0000005|Access violation - code c0000005|Fatal error: An access violation)/i,
    extent: { before: 2, after: 3 },
    transient: 0.2,
    explanation:
      'A program touched memory that is not its own and the system stopped it. This is a bug in native code: the program under test, a tool, or an extension it loads.',
    remedies: [
      'Run the same command under gdb, lldb or AddressSanitizer for a backtrace.',
      'If a tool or native module crashed, try its previous version.',
    ],
    examples: {
      match: [
        { text: './run.sh: line 9:  7392 Segmentation fault      (core dumped) ./cart --self-test' },
        { text: 'Fatal Python error: Segmentation fault' },
      ],
      miss: ['Enabled handlers for: SIGINT, SIGTERM', 'segmentation faults caught: none of them'],
    },
  },
  {
    id: 'os-process/abort',
    category: 'crash',
    title: 'A program aborted',
    needles: [
      'aborted',
      'target signal 6',
      'sigabrt',
      'abort trap',
      'double free',
      'corrupted',
      'terminate called',
      'stack smashing',
      'free(): invalid',
      'malloc():',
      'buffer overflow detected',
      'pure virtual',
    ],
    pattern:
      /\bAborted +\(core dumped\)|uncaught target signal 6\b|: line \d+: +\d+ Aborted\b|\bSIGABRT\b(?!,)|\bAbort trap: 6|double free or corruption|corrupted (?:size vs\. prev_size|double-linked list|unsorted chunks)|terminate called (?:after throwing an instance of '(?<symbol>[^'\n]{1,100})'|without an active exception|recursively)|\*\*\* stack smashing detected|free\(\): (?:invalid|double free)|malloc\(\): (?:corrupted|invalid|unsorted)|\*\*\* buffer overflow detected|pure virtual method called/,
    extent: { before: 2, after: 2 },
    transient: 0.15,
    explanation:
      'A program ended itself with abort(): a failed native assertion, an uncaught C++ exception, or a heap that was found damaged.',
    remedies: [
      'Read the message just above; it names the assertion or the exception.',
      'For heap damage, run under valgrind or AddressSanitizer.',
    ],
    examples: {
      match: [
        { text: 'free(): double free detected in tcache 2' },
        { text: 'Aborted (core dumped)' },
        {
          text: "terminate called after throwing an instance of 'std::runtime_error'",
          captures: { symbol: 'std::runtime_error' },
        },
        { text: 'free(): invalid pointer' },
      ],
      miss: ['Transaction aborted, retrying', 'rake aborted!', 'Handling signals SIGABRT, SIGTERM'],
    },
  },
  {
    id: 'os-process/illegal-instruction',
    category: 'crash',
    title: 'A program used an instruction that this processor lacks',
    needles: ['illegal instruction', 'sigill', '0xc000001d', 'signal 4'],
    pattern: /\b(?:Illegal instruction|SIGILL|0xC000001D|uncaught target signal 4)\b/i,
    extent: { before: 2, after: 1 },
    transient: 0.35,
    explanation:
      'A binary was built for a newer or other processor than the one of this runner (`-march=native`, AVX-512), or ran into a trap instruction.',
    remedies: [
      'Build for a generic target instead of `native`, and clear caches filled on other machines.',
      'Re-run: runners of one label can have different processors.',
    ],
    examples: {
      match: [{ text: 'Illegal instruction (core dumped)' }],
      miss: ['error: illegal instructions in inline assembly are linted'],
    },
  },
  {
    id: 'os-process/other-signal',
    category: 'crash',
    title: 'A program was stopped by a fatal signal',
    needles: [
      'bus error',
      'sigbus',
      'floating point exception',
      'sigfpe',
      'core dumped',
      'trace/bpt trap',
      'sigtrap',
      'stack overflow',
      '0xc00000fd',
      '0xc0000409',
      'overflowed its stack',
      'uncaught target signal',
      'bad system call',
    ],
    pattern:
      /\b(?:Bus error|SIGBUS|Floating point exception|SIGFPE|Trace\/(?:BPT|breakpoint) trap|Bad system call|0xC00000FD|0xC0000409|has overflowed its stack|uncaught target signal (?!4\b|6\b|11\b)\d+)\b|(?<!Segmentation fault {1,40}|Aborted {1,40}|Illegal instruction {1,40}|signal \d{1,2} )\(core dumped\)|Process terminated due to StackOverflow|^Stack overflow\.$/i,
    extent: { before: 2, after: 2 },
    transient: 0.15,
    explanation:
      'The system ended a program for a fault of its own: a bus error, an arithmetic trap, an exhausted stack, or emulation that broke.',
    remedies: [
      'Get a backtrace by running the command under a debugger.',
      'If it runs under QEMU, build on native hardware instead.',
    ],
    examples: {
      match: [
        { text: '/bin/sh: line 1: 311 Bus error               (core dumped) cart' },
        { text: 'qemu: uncaught target signal 8 (Floating point exception) - core dumped' },
        { text: "thread 'main' has overflowed its stack" },
      ],
      miss: ['ok 3 - bus errors are reported', 'Kernel core pattern: core dumps disabled'],
    },
  },
  {
    id: 'os-process/windows-status',
    category: 'crash',
    title: 'A Windows program crashed with status {code}',
    needles: ['-1073741', '322122', '0xc00000', 'stopped working'],
    pattern:
      /\b(?:exit(?:ed)? (?:with )?(?:code|status)|returned exit code|code)[: ]{1,3}\(?(?<code>-1073741\d{3}|322122\d{4}|0xC00000[0-9A-F]{2})\b|\bhas stopped working\b/i,
    transient: 0.2,
    explanation:
      'The exit code is a Windows status: C0000005 is an access violation, C0000135 a missing DLL, C0000409 a damaged stack, C000013A Ctrl-C.',
    remedies: ['Look the status up, and check that the DLLs the program needs are beside it or on PATH.'],
    examples: {
      match: [{ text: 'The command "cart.exe" exited with code -1073741515.', captures: { code: '-1073741515' } }],
      miss: ['exited with code 0', 'exit code: 1'],
    },
  },
  {
    id: 'os-process/exit-killed',
    category: 'resource',
    title: 'A command ended with exit code 137 (killed)',
    needles: [...exitCodes('137'), 'signal 9', 'sigkill'],
    pattern:
      /\b(?:exit(?:ed|ing)?(?: with)?(?: non-zero)?(?: exit)?[ -](?:code|status|value)|ERRCODE|returned|status|exited|exited with|code:?) (?:of )?\(?137\b|\bexit(?:ed|status)?[:=] ?137\b|\bERR! errno 137|killed by signal 9|\bSignal: SIGKILL|signal: 9 \(SIGKILL\)|received signal SIGKILL|Command failed with SIGKILL/i,
    role: 'summary',
    transient: 0.3,
    explanation:
      '137 is 128 + 9: the process got SIGKILL, from the out-of-memory killer, from `docker kill`, or from a runner that stopped the job.',
    remedies: [
      'Check the memory of the step first; lower its parallelism or use a larger runner.',
      'If a time-out or a cancellation stands nearby, that was the killer.',
    ],
    examples: {
      match: [
        { text: '##[error]Process completed with exit code 137.' },
        { text: 'ERROR: Job failed: exit code 137' },
        { text: 'The command "npm test" exited with 137.' },
      ],
      miss: ['Process completed with exit code 1.', 'Ran 137 tests', 'line 137: code'],
    },
  },
  {
    id: 'os-process/exit-crashed',
    category: 'crash',
    title: 'A command ended with exit code {code} (crash)',
    needles: exitCodes('132', '133', '134', '135', '136', '139'),
    pattern:
      /\b(?:exit(?:ed|ing)?(?: with)?(?: non-zero)?(?: exit)?[ -](?:code|status|value)|ERRCODE|exited with|exited|returned) (?:of )?\(?(?<code>13[234569])\b|\bexit(?:ed|status)?[:=] ?(?<status>13[234569])\b/i,
    role: 'summary',
    transient: 0.15,
    explanation:
      'Exit codes above 128 mean a signal: 132 illegal instruction, 134 abort, 135 bus error, 136 arithmetic, 139 segmentation fault.',
    remedies: ['Look above for what the program printed last, and run it under a debugger.'],
    examples: {
      match: [
        { text: '##[error]Process completed with exit code 139.', captures: { code: '139' } },
        { text: 'The command "./cart" exited with 134.', captures: { code: '134' } },
      ],
      miss: ['Process completed with exit code 1.', 'Passed: 134'],
    },
  },
  {
    id: 'os-process/exit-terminated',
    category: 'timeout',
    title: 'A command was terminated (exit code {code})',
    needles: [...exitCodes('143', '124'), 'sigterm', 'signal 15', 'terminated'],
    pattern:
      /\b(?:exit(?:ed|ing)?(?: with)?(?: non-zero)?(?: exit)?[ -](?:code|status|value)|ERRCODE|exited with|exited|returned) (?:of )?\(?(?<code>143|124)\b|killed by signal 15|Command failed with SIGTERM|: line \d+: +\d+ Terminated\b(?! +travis_jigger)|^make: \*\*\* [^\n]{1,100} Terminated$|\bSignal: SIGTERM/i,
    role: 'summary',
    transient: 0.5,
    explanation:
      '143 is SIGTERM and 124 is the `timeout` command: something outside ended the process, most often a time limit or a cancelled job.',
    remedies: [
      'Look for what ended it: a time limit, a cancellation, a runner that shut down.',
      'If it was a limit, find what hung or raise the limit.',
    ],
    examples: {
      match: [
        { text: '##[error]Process completed with exit code 143.', captures: { code: '143' } },
        { text: 'The command "timeout 600 make test" exited with 124.', captures: { code: '124' } },
      ],
      miss: ['Process completed with exit code 1.', 'Graceful shutdown on SIGTERM passed', '124 tests passed'],
    },
  },
  {
    id: 'os-process/exit-not-executable',
    category: 'config',
    title: 'A command could not be found or run',
    needles: exitCodes('126', '127'),
    pattern:
      /\b(?:exit(?:ed|ing)?(?: with)?(?: non-zero)?(?: exit)?[ -](?:code|status|value)|ERRCODE|exited with|exited|returned) (?:of )?\(?(?<code>12[67])\b|\*\*\* \[[^\]\n]{1,200}\] Error 12[67]\b/i,
    role: 'symptom',
    transient: 0.03,
    explanation: '127 means that the shell found no such command, 126 that it found it but may not run it.',
    remedies: ['Read the line above: it names the command.'],
    examples: {
      match: [
        { text: '##[error]Process completed with exit code 127.', captures: { code: '127' } },
        { text: 'make: *** [Makefile:12: lint] Error 127' },
      ],
      miss: ['exit code 1', '127 passed'],
    },
  },
  {
    id: 'os-process/exit-code',
    category: 'unknown',
    title: 'A command failed with exit code {code}',
    needles: ['return code:', 'exit code', 'exit status', 'exited with', 'error code', 'non-zero', 'nonzero', 'returned 1'],
    pattern:
      /(?:(?<!Process completed with |' failed with |Job failed: |terminated with )\bexit(?:ed|ing)? (?:with )?(?:non-?zero )?(?:exit )?(?:code|status|value):? ?|exited with (?:code )?(?:exit status )?|\breturned (?:a )?non-zero (?:exit )?(?:code|status):? ?|finished with non-zero exit value |failed with error code |The command exited with status |(?<=^|\s)Return code: )\(?(?<code>-?[1-9]\d{0,9})\b/i,
    role: 'symptom',
    transient: 0.15,
    explanation: 'The echo of a failure: the command says above what was wrong.',
    remedies: ['Read what the command printed before this line.'],
    examples: {
      match: [
        { text: 'Exited with code exit status 1', captures: { code: '1' } },
        { text: '🚨 Error: The command exited with status 2' },
        { text: '[taskcluster 2026-01-02 10:00:00.000Z] Unsuccessful task run with exit code: 1 completed in 12 seconds' },
        { text: 'Command exited with code 1' },
        { text: 'program finished with exit code 1' },
        { text: 'error: command failed with exit code 2', captures: { code: '2' } },
        { text: 'subprocess exited with status 101', captures: { code: '101' } },
      ],
      miss: [
        '##[error]Process completed with exit code 1.',
        'ERROR: Job failed: exit code 1',
        'Process exited with code 0',
        'Return code: 0',
        'exited with code 0',
        'Done. Your build exited with 0.',
      ],
    },
  },
  {
    id: 'os-process/timeout-command',
    category: 'timeout',
    title: 'A command exceeded its time limit',
    needles: [
      'error: timeout',
      'timeout: sending signal',
      'timed out after',
      'timeout expired',
      'command timed out',
      'script timed out',
      'process timed out',
      'has timed out',
      'timeout exceeded',
      'deadline exceeded',
    ],
    pattern:
      /\btimeout: sending signal \w{1,8} to command|\b(?:command|script|process|job|task|step|build) (?:has )?timed out (?:after|\(|$)|killed (?:after|due to) (?:a )?time-?out|Timeout of \d+ (?:seconds|minutes) (?:reached|exceeded)|(?:step|job|build|task) (?:exceeded|has exceeded) (?:the |its )?(?:maximum |time )?(?:time ?limit|timeout|duration)|^(?:##\[error\])?(?:ERROR|Error): [Tt]ime-?out (?:of|after) \d[\w ]{0,20}/i,
    transient: 0.5,
    explanation: 'A command took longer than the limit set for it, and was stopped.',
    remedies: [
      'See what it printed last: a hang, a prompt that waits for input, a server that never became ready.',
      'If it is only slow, raise the limit or split the work.',
    ],
    examples: {
      match: [
        { text: 'Error: Timeout of 20m0s reached' },
        { text: "timeout: sending signal TERM to command 'make'" },
        { text: 'Command timed out after 1800 seconds' },
      ],
      miss: ['request timed out after 3 tries in mock, as expected: ok', 'Timeout set to 30 minutes'],
    },
  },
]

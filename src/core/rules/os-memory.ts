import type { Rule } from '../model/rule.ts'

/** Memory that ran out: the kernel’s killer, allocators, processes. */
export const rules: readonly Rule[] = [
  {
    id: 'os-memory/oom-killer',
    category: 'resource',
    title: 'The kernel killed a process for lack of memory',
    needles: [
      'out of memory: kill',
      'oom-killer',
      'oom-kill:',
      'cgroup out of memory',
      'oom_reaper',
      'oom reaper',
      'killed by the oom',
    ],
    pattern:
      /\b(?:out of memory: kill(?:ed)? process|invoked oom-killer|oom-kill:|Memory cgroup out of memory|oom_reaper: reaped|killed by the OOM)/i,
    extent: { after: 1 },
    transient: 0.3,
    explanation:
      'The machine or the container ran out of memory and the kernel chose a process to kill. Whatever stopped next to this line was not at fault itself.',
    remedies: [
      'Lower the parallelism of the step (make -j, test workers, Gradle workers) or split it.',
      'Give the job a larger runner or raise the container memory limit.',
    ],
    examples: {
      match: [
        { text: '[ 4121.310] Out of memory: Killed process 8812 (java) total-vm:9000000kB, anon-rss:6000000kB' },
        { text: '[ 4121.302] node invoked oom-killer: gfp_mask=0x1100cca(GFP_HIGHUSER_MOVABLE), order=0, oom_score_adj=500' },
      ],
      miss: ['Setting oom-killer adjustment to 500', 'vm.overcommit: out of memory handling enabled'],
    },
  },
  {
    id: 'os-memory/killed',
    category: 'resource',
    title: 'A process was killed, most likely for lack of memory',
    needles: ['killed'],
    pattern:
      /^\s*(?:#\d+ [\d.]+ )?Killed(?:: 9)?\s*$|: line \d+: +\d+ Killed(?:: 9)? +(?<command>\S[^\n]{0,200})|^(?:g?make)(?:\[\d{1,3}\])?: \*\*\* [^\n]{1,300} Killed$/,
    extent: { before: 1 },
    transient: 0.3,
    explanation:
      'A shell prints “Killed” when its child got SIGKILL. If nobody sent it on purpose, it was the out-of-memory killer.',
    remedies: [
      'Watch the memory of this step, and lower its parallelism or heap sizes until it fits.',
      'Use a runner with more memory or add swap.',
      'If a script of your own runs `kill -9`, look for what it was waiting for.',
    ],
    examples: {
      match: [
        { text: 'make: *** [Makefile:12: test] Killed' },
        { text: 'Killed' },
        { text: '#14 210.7 Killed' },
        { text: './build.sh: line 12:  4711 Killed                  node bundle.js', captures: { command: 'node bundle.js' } },
      ],
      miss: ['killed 4711', 'Mutants killed: 12', 'Killed 3 leftover containers'],
    },
  },
  {
    id: 'os-memory/compiler-killed',
    category: 'resource',
    title: 'A compiler or linker was killed, most likely for lack of memory',
    needles: ['killed', 'sigkill'],
    pattern:
      /fatal error: Killed signal terminated program (?<command>\S+)|internal compiler error: Killed|unable to execute command: Killed|terminated with signal 9 \[Killed\]|\(signal: 9, SIGKILL: kill\)|\bsignal: killed\b/,
    extent: { before: 1, after: 1 },
    transient: 0.25,
    explanation:
      'The kernel stopped the compiler with SIGKILL, which is how lack of memory looks from inside a build. The source code is not to blame.',
    remedies: [
      'Build with fewer parallel jobs, for instance `make -j2` or `cargo build -j 2`.',
      'Turn down link-time optimisation and debug information, or use a runner with more memory.',
    ],
    examples: {
      match: [
        { text: 'c++: fatal error: Killed signal terminated program cc1plus', captures: { command: 'cc1plus' } },
        { text: 'g++: internal compiler error: Killed (program cc1plus)' },
        { text: "  process didn't exit successfully: `rustc --crate-name cart` (signal: 9, SIGKILL: kill)" },
        { text: 'acme.example/cart/gen: /usr/local/go/pkg/tool/linux_amd64/compile: signal: killed' },
      ],
      miss: ['internal compiler error: Segmentation fault', 'received SIGKILL handler test passed'],
    },
  },
  {
    id: 'os-memory/jest-worker-killed',
    category: 'resource',
    title: 'A test worker was killed, most likely for lack of memory',
    needles: ['signal=sigkill', 'was killed with signal sigkill', 'err_worker_out_of_memory', 'reaching memory limit'],
    pattern:
      /terminated by another process: signal=SIGKILL|\bworker\b[^\n]{0,80} was killed with signal SIGKILL|ERR_WORKER_OUT_OF_MEMORY|Worker terminated due to reaching memory limit/i,
    extent: { after: 1 },
    transient: 0.35,
    explanation:
      'The test runner lost a worker process to SIGKILL or to its own memory limit. The tests of that worker did not fail by themselves.',
    remedies: [
      'Run with fewer workers, e.g. `--maxWorkers=2`.',
      'Look for tests that leak memory, or raise the heap limit of the workers.',
    ],
    examples: {
      match: [
        {
          text: 'A jest worker process (pid=2214) was terminated by another process: signal=SIGKILL, exitCode=null. Operating system logs may contain more information.',
        },
        { text: 'Error [ERR_WORKER_OUT_OF_MEMORY]: Worker terminated due to reaching memory limit: JS heap out of memory' },
      ],
      miss: ['A jest worker process (pid=2214) was terminated by another process: signal=SIGTERM, exitCode=null.'],
    },
  },
  {
    id: 'os-memory/cannot-allocate',
    category: 'resource',
    title: 'Memory could not be allocated',
    needles: [
      'cannot allocate memory',
      'bad_alloc',
      'virtual memory exhausted',
      'memory exhausted',
      'out of memory allocating',
      'error: out of memory',
      'bytes failed',
      'paging file is too small',
      'not enough memory resources',
      'out of heap space',
      'lnk1102',
      'enomem',
      'not enough memory:',
    ],
    pattern:
      /\b(?:cannot allocate memory|std::bad_alloc|(?:virtual )?memory exhausted|out of memory allocating \d+ bytes|LLVM ERROR: out of memory|memory allocation of \d+ bytes failed|paging file is too small|Not enough memory resources|compiler is out of heap space|LNK1102|ENOMEM|DefaultCPUAllocator: not enough memory)\b/i,
    extent: { before: 1 },
    transient: 0.3,
    explanation:
      'A program asked for memory and the system refused. The machine, the container or a ulimit is too small for what runs at the same time.',
    remedies: ['Lower the parallelism of the step.', 'Use a larger runner, raise the container limit, or add swap.'],
    examples: {
      match: [
        { text: 'OSError: [Errno 12] Cannot allocate memory' },
        { text: "terminate called after throwing an instance of 'std::bad_alloc'" },
        { text: 'cc1plus: out of memory allocating 65536 bytes after a total of 931553280 bytes' },
        { text: 'memory allocation of 268435456 bytes failed' },
        { text: 'cart.cpp(12): fatal error C1060: compiler is out of heap space' },
      ],
      miss: ['memory exhaustedness check passed', 'test_bad_allocation ... ok', '12 bytes failed to compress, stored'],
    },
  },
  {
    id: 'os-memory/processes',
    category: 'resource',
    title: 'No more processes or threads could be started',
    needles: [
      'resource temporarily unavailable',
      'create native thread',
      'create new native thread',
      "can't start new thread",
      'pthread_create',
      'no more processes',
    ],
    pattern:
      /\bfork: (?:retry: )?Resource temporarily unavailable|unable to create (?:new )?native thread|can't start new thread|pthread_create failed|failed to create (?:new OS )?thread[^\n]{0,80}(?:Resource temporarily unavailable|errno=11)|Cannot fork|fork\/exec [^\n]{1,200}: resource temporarily unavailable/i,
    transient: 0.35,
    explanation: 'The limit on processes or threads of this user or container is reached.',
    remedies: [
      'Start fewer workers, and look for processes left over by earlier steps.',
      'Raise `ulimit -u` or the pids limit of the container.',
    ],
    examples: {
      match: [
        { text: 'bash: fork: retry: Resource temporarily unavailable' },
        {
          text: 'java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory or process/resource limits reached',
        },
        { text: "RuntimeError: can't start new thread" },
      ],
      miss: ['read: Resource temporarily unavailable, trying again', 'checking for pthread_create in -lpthread... yes'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Memory that ran out: the kernel's killer, allocators, and the heaps of language runtimes. */
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
    pattern: /^\s*(?:#\d+ [\d.]+ )?Killed(?:: 9)?\s*$|: line \d+: +\d+ Killed(?:: 9)? +(?<command>\S[^\n]{0,200})/,
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
    id: 'os-memory/node-heap',
    category: 'resource',
    title: 'Node.js ran out of heap',
    needles: ['heap out of memory', 'process out of memory', 'node_oom'],
    pattern: /FATAL ERROR:[^\n]{0,160}(?:JavaScript heap|process) out of memory|\bJavaScript heap out of memory\b/,
    extent: { before: 6, while: /^\s*\d+: 0x|^\s*$|^-+ JS|^<---|Aborted|core dumped/ },
    transient: 0.12,
    explanation:
      'V8 reached its heap limit, which is lower than the memory of the machine. A bundler or type checker that keeps growing usually crosses it for good.',
    remedies: [
      'Set `NODE_OPTIONS=--max-old-space-size=4096` (in MB, below the memory of the runner) for this step.',
      'Find what grew: source maps, a huge bundle, or a test suite that leaks between files.',
    ],
    examples: {
      match: [
        { text: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory' },
        { text: 'FATAL ERROR: Ineffective mark-compacts near heap limit Allocation failed - JavaScript heap out of memory' },
        { text: 'FATAL ERROR: CALL_AND_RETRY_LAST Allocation failed - process out of memory' },
      ],
      miss: [
        'Raising the limit so that the heap is never out of memory',
        'worker restarts when the process is out of memory budget',
      ],
    },
  },
  {
    id: 'os-memory/java-heap',
    category: 'resource',
    title: 'The JVM ran out of memory',
    needles: [
      'outofmemoryerror',
      'gc overhead limit',
      'insufficient memory for the java',
      'could not reserve enough space',
      'metaspace)',
      'failed to map',
    ],
    pattern:
      /OutOfMemoryError: (?<code>(?:java|gc|direct|metaspace|permgen|requested|unable|map|compressed|cannot|failed)[^\n]{0,80})|GC overhead limit exceeded|insufficient memory for the Java Runtime Environment|Could not reserve enough space for (?:\d+KB )?object heap|Native memory allocation \(\w{1,10}\) failed to map/i,
    extent: { while: /^\s+at |^Caused by/ },
    transient: 0.15,
    explanation:
      'A Java process reached its own limit (heap, metaspace, threads) or the machine could not give it the memory it reserved.',
    remedies: [
      'Raise the limit where this JVM starts: `-Xmx` in MAVEN_OPTS, `org.gradle.jvmargs`, SBT_OPTS, or the fork options of the test plugin.',
      'Run fewer forks at once if all of them together exceed the runner.',
    ],
    examples: {
      match: [
        { text: 'java.lang.OutOfMemoryError: Java heap space', captures: { code: 'Java heap space' } },
        { text: 'Caused by: java.lang.OutOfMemoryError: GC overhead limit exceeded' },
        { text: '# There is insufficient memory for the Java Runtime Environment to continue.' },
        { text: 'Error occurred during initialization of VM: Could not reserve enough space for 2097152KB object heap' },
      ],
      miss: ['-XX:+HeapDumpOnOutOfMemoryError', 'OutOfMemoryErrorTest > recovers PASSED'],
    },
  },
  {
    id: 'os-memory/dotnet',
    category: 'resource',
    title: '.NET ran out of memory',
    needles: ['outofmemoryexception', 'insufficient memory to continue'],
    pattern: /\b(?:System\.OutOfMemoryException|Insufficient memory to continue the execution of the program)\b/,
    extent: { while: /^\s+at / },
    transient: 0.25,
    explanation: 'The .NET runtime could not get the memory that it asked for.',
    remedies: [
      'Build or test with less parallelism (`-m:1`, `RunConfiguration.MaxCpuCount`).',
      'Use a runner with more memory, or a 64-bit host process.',
    ],
    examples: {
      match: [
        { text: "Unhandled exception. System.OutOfMemoryException: Exception of type 'System.OutOfMemoryException' was thrown." },
      ],
      miss: ['Passed ThrowsOutOfMemoryExceptionWhenHuge [3 ms]'],
    },
  },
  {
    id: 'os-memory/go-runtime',
    category: 'resource',
    title: 'A Go program ran out of memory',
    needles: ['runtime: out of memory', 'runtime: cannot allocate', 'cannot reserve arena'],
    pattern:
      /\b(?:fatal error: runtime: (?:out of memory|cannot allocate)|runtime: out of memory: cannot allocate|cannot reserve arena virtual address space)/,
    extent: { while: /^\s*$|^runtime|^goroutine|^\t/ },
    transient: 0.3,
    explanation: 'The Go runtime could not get memory from the system; it prints every goroutine and stops.',
    remedies: ['Lower GOMAXPROCS or `-p`, or set GOMEMLIMIT.', 'Use a runner with more memory.'],
    examples: {
      match: [
        { text: 'fatal error: runtime: out of memory' },
        { text: 'runtime: out of memory: cannot allocate 67108864-byte block (3959422976 in use)' },
      ],
      miss: ['--- PASS: TestOutOfMemory (0.00s)'],
    },
  },
  {
    id: 'os-memory/python',
    category: 'resource',
    title: 'Python ran out of memory',
    needles: ['memoryerror', 'unable to allocate'],
    pattern: /^(?:E\s+|\S{0,60}\.)?_?(?:Array)?MemoryError(?:$|: )|\bUnable to allocate [\d.]+ [KMGT]iB for an array/,
    transient: 0.2,
    explanation: 'A Python program asked for more memory than the machine could give.',
    remedies: ['Make the input of this step smaller or process it in parts.', 'Use a runner with more memory.'],
    examples: {
      match: [
        { text: 'MemoryError' },
        { text: 'numpy.core._exceptions.MemoryError: Unable to allocate 3.00 GiB for an array with shape (20000, 20000)' },
      ],
      miss: ['tests/test_memoryerror.py::test_memoryerror PASSED'],
    },
  },
  {
    id: 'os-memory/php',
    category: 'resource',
    title: 'PHP reached its memory limit of {limit} bytes',
    needles: ['allowed memory size of'],
    pattern:
      /Allowed memory size of (?<limit>\d+) bytes exhausted(?: ?\(tried to allocate (?<asked>\d+) bytes\))?(?: in (?<file>\S+) on line (?<line>\d+))?/,
    transient: 0.03,
    explanation: 'PHP stops a script at `memory_limit`, however much memory the machine has.',
    remedies: [
      'Raise the limit for the tool: `php -d memory_limit=-1 …`, `COMPOSER_MEMORY_LIMIT=-1`, or `--memory-limit=1G` for PHPStan.',
    ],
    examples: {
      match: [
        {
          text: 'PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 4096 bytes) in /app/src/Cart.php on line 12',
          captures: { limit: '134217728', file: '/app/src/Cart.php', line: '12' },
        },
      ],
      miss: ['Allowed memory size: 128M'],
    },
  },
  {
    id: 'os-memory/other-runtimes',
    category: 'resource',
    title: 'A program ran out of memory',
    needles: [
      'nomemoryerror',
      'cannot allocate vector',
      'heap exhausted',
      'heap overflow',
      'mmap failed',
      'memory limit exceeded',
      'out of memory (needed',
      'eheap_alloc',
      'out of memory!',
      'insufficient memory',
      'ran out of memory',
    ],
    pattern:
      /\bNoMemoryError\b.{0,20}failed to allocate|cannot allocate vector of size|\bHeap exhausted\b|: heap overflow\b|eheap_alloc: Cannot (?:re)?allocate|\bOut of memory!|Out of memory \(Needed \d+ bytes\)|Memory limit (?:\(total\) )?exceeded|container ran out of memory|job(?: has)? ran out of memory/i,
    transient: 0.25,
    explanation: 'A runtime (Ruby, R, Haskell, Erlang, Perl, a database) gave up because it could get no more memory.',
    remedies: ['Raise the limit of this runtime, lower its parallelism, or use a runner with more memory.'],
    examples: {
      match: [
        { text: 'Error: cannot allocate vector of size 1.5 Gb' },
        { text: "cart.rb:3:in `*': failed to allocate memory (NoMemoryError)\nNoMemoryError: failed to allocate memory" },
        { text: 'ghc: heap overflow (maximum heap size is 2048 MB)\nhello: heap overflow' },
      ],
      miss: ['raises NoMemoryError when asked to', 'ok 12 - no heap overflows'],
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

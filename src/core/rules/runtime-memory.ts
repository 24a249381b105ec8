import type { Rule } from '../model/rule.ts'

/** The heaps of language runtimes. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-memory/node',
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
    id: 'runtime-memory/java',
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
    id: 'runtime-memory/dotnet',
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
    id: 'runtime-memory/go',
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
    id: 'runtime-memory/python',
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
    id: 'runtime-memory/php',
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
    id: 'runtime-memory/others',
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
]

import type { Rule } from '../model/rule.ts'

/** The sanitizers of Clang and GCC: reports on standard error, `SUMMARY:` last. */
export const rules: readonly Rule[] = [
  {
    id: 'sanitizers/address',
    category: 'crash',
    title: 'AddressSanitizer: {code}',
    needles: ['ERROR: AddressSanitizer', 'ERROR: HWAddressSanitizer', 'SUMMARY: AddressSanitizer', 'SUMMARY: HWAddressSanitizer'],
    pattern:
      /(?:ERROR|SUMMARY): (?:HW)?AddressSanitizer: (?!\d+ byte\(s\) leaked)(?:attempting )?(?<code>[\w-]{3,60})(?: (?<file>(?:[A-Za-z]:)?[^\s:()]{1,250}):(?<line>\d{1,7}))?/,
    extent: {
      after: 3,
      while: /^\s*#\d+ |^(?:READ|WRITE|HINT|The signal|0x[0-9a-f]+ is|freed by|previously allocated|allocated by)/,
    },
    transient: 0.08,
    explanation:
      'The program used memory that is not its own: past the end of a buffer, after it was freed, or through a null pointer. The report names the access, and where the memory came from.',
    remedies: [
      'Read the first stack: its topmost frame in your own code is the faulty access.',
      'Compare it with the stack under "freed by" or "allocated by", and mend the life time or the bound.',
      'Run the same test locally with `-fsanitize=address -g` to step through it.',
    ],
    examples: {
      match: [
        {
          text: '==42==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010 at pc 0x55d0 bp 0x7ffd sp 0x7ffc',
          captures: { code: 'heap-use-after-free' },
        },
        { text: 'SUMMARY: AddressSanitizer: stack-buffer-overflow /srv/cart/total.c:12:5 in total', captures: { line: '12' } },
      ],
      miss: ['SUMMARY: AddressSanitizer: 48 byte(s) leaked in 2 allocation(s).', '-- AddressSanitizer: enabled'],
    },
  },
  {
    id: 'sanitizers/leak',
    category: 'crash',
    title: 'LeakSanitizer found memory that is never freed',
    needles: ['ERROR: LeakSanitizer', 'byte(s) leaked in', 'LeakSanitizer has encountered'],
    pattern:
      /ERROR: LeakSanitizer: detected memory leaks|SUMMARY: \w{1,20}Sanitizer: (?<size>\d+) byte\(s\) leaked in|LeakSanitizer has encountered a fatal error/,
    extent: { after: 3, while: /^\s*#\d+ |^(?:Direct|Indirect) leak of/ },
    transient: 0.05,
    explanation:
      'At the end of the program some memory was still allocated and nothing pointed to it any more. The stacks show where it was allocated.',
    remedies: [
      'Free what the topmost frame of your own code under "Direct leak" allocates; the indirect leaks then go, too.',
      'List leaks of other people’s libraries in a file for `LSAN_OPTIONS=suppressions=…`.',
    ],
    examples: {
      match: [
        { text: '==42==ERROR: LeakSanitizer: detected memory leaks' },
        { text: 'SUMMARY: AddressSanitizer: 48 byte(s) leaked in 2 allocation(s).', captures: { size: '48' } },
      ],
      miss: ['ASAN_OPTIONS=detect_leaks=0'],
    },
  },
  {
    id: 'sanitizers/thread',
    category: 'crash',
    title: 'ThreadSanitizer: {code}',
    needles: ['WARNING: ThreadSanitizer', 'ERROR: ThreadSanitizer', 'SUMMARY: ThreadSanitizer', 'FATAL: ThreadSanitizer'],
    pattern:
      /(?:WARNING|ERROR|SUMMARY|FATAL): ThreadSanitizer: (?<code>[a-zA-Z][\w -]{2,60}?)(?= \(pid=| on | in |: | [/.]|$)(?: (?<file>[^\s:()]{1,250}):(?<line>\d{1,7}))?/,
    extent: { after: 6, while: /^\s*#\d+ |^\s+(?:Write|Read|Previous|Atomic|Location|Thread|Mutex|As if)/ },
    transient: 0.3,
    explanation:
      'Two threads used the same memory at the same time, at least one of them writing, with nothing to order them. Whether it shows depends on timing.',
    remedies: [
      'Protect the memory that both stacks of the report touch with one lock, or make it atomic.',
      'Run the test many times under ThreadSanitizer before you call it mended.',
    ],
    examples: {
      match: [
        { text: 'WARNING: ThreadSanitizer: data race (pid=42)', captures: { code: 'data race' } },
        { text: 'SUMMARY: ThreadSanitizer: data race /srv/cart/total.cc:12 in add()', captures: { code: 'data race' } },
      ],
      miss: ['Building with ThreadSanitizer'],
    },
  },
  {
    id: 'sanitizers/memory',
    category: 'crash',
    title: 'MemorySanitizer: {code}',
    needles: ['MemorySanitizer: '],
    pattern: /(?:WARNING|ERROR|SUMMARY): MemorySanitizer: (?<code>[a-z][\w-]{3,60})/,
    extent: { after: 2, while: /^\s*#\d+ |^\s+Uninitialized value/ },
    transient: 0.08,
    explanation: 'A decision was taken on memory that nobody had written before.',
    remedies: [
      'Initialise the value at the place named under "Uninitialized value was created"; build with `-fsanitize-memory-track-origins` to see it.',
      'Build the libraries below with MemorySanitizer as well, or their writes go unseen.',
    ],
    examples: {
      match: [
        { text: '==42==WARNING: MemorySanitizer: use-of-uninitialized-value', captures: { code: 'use-of-uninitialized-value' } },
      ],
      miss: ['MemorySanitizer: disabled on this platform'],
    },
  },
  {
    id: 'sanitizers/undefined-behaviour',
    category: 'crash',
    title: 'UndefinedBehaviorSanitizer: {message}',
    needles: [': runtime error: ', 'UndefinedBehaviorSanitizer: '],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,250}\.(?:c|cc|cpp|cxx|h|hh|hpp|hxx|inl|ipp|m|mm|rs|swift|def|inc)):(?<line>\d{1,7}):(?<column>\d{1,7}): runtime error: (?<message>[^\n]{3,200})|(?:SUMMARY|ERROR): UndefinedBehaviorSanitizer: (?<code>[\w-]{3,60})/,
    extent: { while: /^\s*#\d+ |^\s*\^|^\s+[0-9a-f]{2} / },
    transient: 0.04,
    explanation:
      'The program did something to which C and C++ give no meaning, such as a signed overflow or a misaligned access; the compiler may make anything of it.',
    remedies: [
      'Mend the expression at the line named.',
      'Set `UBSAN_OPTIONS=print_stacktrace=1` when the way to that line is not clear.',
    ],
    examples: {
      match: [
        {
          text: "src/cart.cpp:12:9: runtime error: signed integer overflow: 2147483647 + 1 cannot be represented in type 'int'",
          captures: { file: 'src/cart.cpp', line: '12' },
        },
        { text: 'SUMMARY: UndefinedBehaviorSanitizer: undefined-behavior src/cart.cpp:12:9 in' },
      ],
      miss: ['panic: runtime error: index out of range [3] with length 3', '-fsanitize=undefined'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Mozharness and the test logs of Mozilla. */
export const rules: readonly Rule[] = [
  {
    id: 'mozharness/step',
    category: 'unknown',
    title: 'A harness step failed: {message}',
    needles: ['tbpl', 'automation error', 'remoteerror', 'process crash', 'error - '],
    pattern:
      /(?:# TBPL (?=FAILURE|EXCEPTION|RETRY|WARNING)|\bAutomation Error: (?!mozprocess)|^\s{0,20}(?:ERROR|CRITICAL|FATAL) - +)(?<message>[^\n#]{3,150})/,
    role: 'summary',
    transient: 0.25,
    explanation: 'Mozharness reports that a step of its script failed.',
    remedies: ['Read the lines before it.'],
    examples: {
      match: [{ text: '# TBPL FAILURE #', captures: { message: 'FAILURE ' } }, { text: 'ERROR - Return code: 1' }],
      miss: ['# TBPL SUCCESS #'],
    },
  },
  {
    id: 'mozharness/unexpected',
    category: 'test',
    title: "Unexpected result in '{test}': {message}",
    needles: ['test-unexpected-'],
    pattern:
      /\bTEST-UNEXPECTED-(?<status>FAIL|PASS|ERROR|TIMEOUT|CRASH|NOTRUN|KNOWN-FAIL|RANDOM) ?\|? ?(?<test>[^|\n]{1,200}?) \|(?:\|)? ?(?<message>[^\n]{0,200})/,
    extent: { while: /^\s*(?:INFO -\s+)?(?:Stack trace|@|[\w.:/-]{3,120}@(?:chrome|resource|https?):)/ },
    transient: 0.25,
    explanation: 'A test of one of Mozilla’s harnesses ended in another way than its manifest expects.',
    remedies: ['Run the test alone (`./mach test PATH`).', 'If it comes and goes, look for an intermittent bug of that name.'],
    examples: {
      match: [
        {
          text: ' INFO -  19 INFO TEST-UNEXPECTED-FAIL | browser/base/test/browser_cart.js | Test timed out - expected PASS',
          captures: { test: 'browser/base/test/browser_cart.js', status: 'FAIL' },
        },
        { text: 'REFTEST TEST-UNEXPECTED-FAIL | layout/cart.html == layout/cart-ref.html | image comparison, max difference: 1' },
      ],
      miss: ['TEST-PASS | browser/base/test/browser_cart.js | the cart is shown', 'TEST-KNOWN-FAIL | a | b'],
    },
  },
  {
    id: 'mozharness/process-crash',
    category: 'crash',
    title: "The program crashed in '{test}'",
    needles: ['process-crash |'],
    pattern: /\bPROCESS-CRASH \| (?<test>[^|\n]{1,200}) \| (?<message>[^\n]{0,200})/,
    extent: { while: /^\s{0,20}(?:INFO -\s{1,20})?(?:Crash |Operating system|CPU|\d{1,3}\s{2})/ },
    transient: 0.3,
    explanation: 'The browser under test crashed; the frames of its stack stand below.',
    remedies: ['Read the topmost frames of the crashing thread.'],
    examples: {
      match: [
        {
          text: 'WARNING -  PROCESS-CRASH | browser/base/test/browser_cart.js | application crashed [@ Cart::Total]',
          captures: { test: 'browser/base/test/browser_cart.js' },
        },
      ],
      miss: ['PROCESS-CRASH reports: 0'],
    },
  },
  {
    id: 'mozharness/assertion',
    category: 'crash',
    title: 'A native assertion failed: {message}',
    needles: ['assertion failure:'],
    pattern: /\bAssertion failure: (?<message>[^\n]{2,200}?), at (?<file>[^\s:]{1,200}):(?<line>\d{1,7})/,
    extent: { after: 2 },
    transient: 0.2,
    explanation: 'A debug build stopped at an assertion of its C++ code.',
    remedies: ['Go to the named place, and read the stack below.'],
    examples: {
      match: [
        {
          text: 'INFO -  Assertion failure: mTotal >= 0, at ../../cart/Cart.cpp:357',
          captures: { file: '../../cart/Cart.cpp', line: '357' },
        },
      ],
      miss: ['Assertion failure expected by the test'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Dart and Flutter. */
export const rules: readonly Rule[] = [
  {
    id: 'dart/analyze',
    category: 'lint',
    title: 'dart analyze: {message} ({file}:{line})',
    needles: [' • '],
    pattern:
      /^\s*(?:error|warning|info) (?:•|-) (?<message>[^\n]{1,250}) (?:•|-) (?<file>\S{1,200}\.dart):(?<line>\d+):\d+ (?:•|-) (?<code>\w{2,60})/,
    transient: 0.01,
    explanation: 'The analyser has a finding that counts as fatal here.',
    remedies: ['Correct the line, or run `dart fix --apply`.'],
    examples: {
      match: [
        {
          text: "  error • Undefined name 'total' • lib/cart.dart:12:5 • undefined_identifier",
          captures: { line: '12', code: 'undefined_identifier' },
        },
      ],
      miss: ['No issues found!'],
    },
  },
  {
    id: 'dart/compile',
    category: 'compile',
    title: 'Dart: {message} ({file}:{line})',
    needles: ['.dart:'],
    pattern: /^(?<file>[^\s:]{1,250}\.dart):(?<line>\d+):\d+: Error: (?<message>[^\n]{1,250})/,
    extent: { while: /^\s*\^|^\S[^\n]{0,200}$/ },
    transient: 0.01,
    explanation: 'The Dart compiler rejects this line.',
    remedies: ['Correct the line named; for a package, align its version with the SDK.'],
    examples: {
      match: [
        { text: "lib/cart.dart:12:5: Error: The method 'total' isn't defined for the class 'Cart'.", captures: { line: '12' } },
      ],
      miss: ['lib/cart.dart:12:5: Warning: unused'],
    },
  },
  {
    id: 'dart-test/failed',
    category: 'test',
    title: 'Dart test failed: {test}',
    needles: [' [E]', 'Some tests failed.'],
    pattern: /^\d\d:\d\d \+\d+(?: ~\d+)? -\d+: (?<test>[^\n]{1,250}) \[E\]$/,
    extent: { while: /^\s+\S|^\s*$/ },
    transient: 0.12,
    explanation: 'A test of Dart or Flutter failed; expected and actual stand below.',
    remedies: ['Compare expected and actual below.'],
    examples: {
      match: [{ text: '00:01 +3 -1: cart adds two items [E]', captures: { test: 'cart adds two items' } }],
      miss: ['00:01 +3: cart adds two items'],
    },
  },
  {
    id: 'dart-test/summary',
    category: 'test',
    role: 'summary',
    title: 'Dart tests failed',
    needles: ['Some tests failed.'],
    pattern: /Some tests failed\.$/,
    transient: 0.12,
    explanation: 'The end of a test run.',
    remedies: ['Read the tests marked [E] above.'],
    examples: { match: [{ text: '00:02 +10 -1: Some tests failed.' }], miss: ['00:02 +11: All tests passed!'] },
  },
  {
    id: 'pub/sdk',
    category: 'dependency',
    title: 'pub: the SDK or the lock file does not fit',
    needles: [
      'requires SDK version',
      'requires Flutter SDK version',
      'Unable to satisfy `pubspec.yaml`',
      'The current Dart SDK version is',
      'The current Flutter SDK version is',
    ],
    pattern:
      /requires (?:Flutter )?SDK version [^\n]{1,60}(?:, version solving failed|$)|Unable to satisfy `pubspec\.yaml` using|^The current (?:Dart|Flutter) SDK version is/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'A package needs another Dart or Flutter than the job has, or the lock file is out of date.',
    remedies: ['Use the SDK version asked for, or hold the package back; commit pubspec.lock.'],
    examples: { match: [{ text: 'The current Dart SDK version is 2.19.0.' }], miss: ['Dart SDK version: 3.2.0 (stable)'] },
  },
]

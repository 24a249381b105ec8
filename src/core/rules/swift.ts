import type { Rule } from '../model/rule.ts'

/** The Swift compiler and package manager. */
export const rules: readonly Rule[] = [
  {
    id: 'swift/error',
    category: 'compile',
    title: 'Swift: {message} ({file}:{line})',
    needles: ['.swift:'],
    pattern:
      /(?:^|\s|❌ {1,2})(?<file>[^\s:()]{1,250}\.swift):(?<line>\d+):(?<column>\d+): (?:error: )(?<message>(?![^\n]{0,200} Violation: )[^\n]{1,300})/,
    extent: { while: /^\s+\S|^\d{0,7} {0,9}\||^[\^~]/ },
    transient: 0.01,
    explanation: 'The Swift compiler rejects this line.',
    remedies: ['Correct the place named, or use the Xcode and Swift version the code is written for.'],
    examples: {
      match: [{ text: "/srv/cart/Cart.swift:12:5: error: cannot find 'total' in scope", captures: { line: '12' } }],
      miss: [
        '/srv/cart/CartTests.swift:12: error: -[CartTests testAdds] : XCTAssertEqual failed',
        "/srv/cart/Cart.swift:12:5: warning: variable 'x' was never used",
      ],
    },
  },
  {
    id: 'swiftpm/resolve',
    category: 'dependency',
    title: 'Swift packages or pods do not resolve: {message}',
    needles: [
      'Dependencies could not be resolved',
      'is using Swift tools version',
      'Could not resolve package dependencies',
      'CocoaPods could not find compatible versions',
      'Unable to find a specification for',
      'The sandbox is not in sync',
      "no such module '",
      'No available version for',
      'Invalid `Podfile`',
      'The version of CocoaPods used to generate',
      'None of your spec sources',
    ],
    pattern:
      /(?<message>Dependencies could not be resolved[^\n]{0,150}|package '[^'\n]{1,120}' is using Swift tools version[^\n]{0,120}|Could not resolve package dependencies|CocoaPods could not find compatible versions for pod "[^"\n]{1,80}"|Unable to find a specification for [^\n]{1,100}|The sandbox is not in sync with the Podfile\.lock|error: no such module '[^'\n]{1,80}'|No available version for [^\n]{1,150}|None of your spec sources[^\n]{0,100}|Invalid `Podfile` file[^\n]{0,100})/,
    extent: { after: 2, while: /^\s+\S|^\s*$/ },
    transient: 0.05,
    explanation:
      'The versions asked for contradict each other, do not exist, or need a newer Swift; or `pod install` was not run.',
    remedies: ['Run `swift package resolve` or `pod install --repo-update`, and commit the lock file.'],
    examples: {
      match: [
        { text: '[!] CocoaPods could not find compatible versions for pod "Acme":' },
        { text: "error: no such module 'Acme'" },
      ],
      miss: ['Pod installation complete!'],
    },
  },
]

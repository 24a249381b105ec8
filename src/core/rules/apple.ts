import type { Rule } from '../model/rule.ts'

/** Swift, Xcode, SwiftPM, CocoaPods, Carthage. */
export const rules: readonly Rule[] = [
  {
    id: 'swift/error',
    category: 'compile',
    title: 'Swift: {message} ({file}:{line})',
    needles: ['.swift:'],
    pattern:
      /(?:^|\s|❌ {1,2})(?<file>[^\s:()]{1,250}\.swift):(?<line>\d+):(?<column>\d+): (?:error: )(?<message>(?![^\n]{0,200} Violation: )[^\n]{1,300})/,
    extent: { while: /^\s+\S|^\s*\d* *\||^\s*[\^~]/ },
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
    id: 'xctest/failed',
    category: 'test',
    title: 'XCTest: {test} failed',
    needles: [': error: -[', "' failed (", 'recorded an issue at', '    ✗ ', ': error: '],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?<file>[^\s:]{1,250}\.(?:swift|mm?)):(?<line>\d+): error: (?:-\[)?(?<test>[\w.]{1,100}[. ]\w{1,150})\]? : (?<message>[^\n]{1,250})|^Test Case '(?:-\[)?(?<test2>[^'\]\n]{1,200})\]?' failed \(|✘ Test (?<test3>[^\n]{1,150}?) recorded an issue at|^\s*✗ (?<test4>\w{1,150}), (?<message4>[^\n]{1,200})/,
    transient: 0.15,
    explanation: 'A test of XCTest or Swift Testing failed; place and values stand in the line.',
    remedies: ['Compare the values; run the test alone in Xcode or with `swift test --filter`.'],
    examples: {
      match: [
        {
          text: '/srv/cart/CartTests.swift:12: error: -[CartTests testAdds] : XCTAssertEqual failed: ("1") is not equal to ("2")',
          captures: { test: 'CartTests testAdds', line: '12' },
        },
        { text: "Test Case '-[CartTests testAdds]' failed (0.012 seconds)." },
      ],
      miss: ["Test Case '-[CartTests testAdds]' passed (0.012 seconds)."],
    },
  },
  {
    id: 'xcodebuild/config',
    category: 'config',
    title: 'xcodebuild: {message}',
    needles: [
      'xcodebuild: error:',
      'requires a development team',
      'No profiles for ',
      'No signing certificate',
      'requires a provisioning profile',
      'no such module',
      'xcrun: error:',
      'xcode-select: error',
    ],
    pattern:
      /(?:xcodebuild|xcrun|xcode-select): error: (?<message>[^\n]{1,250})|error: (?<sign>Signing for "[^"\n]{1,80}" requires a development team|No profiles for '[^'\n]{1,100}' were found|No signing certificate "[^"\n]{1,80}" found|"[^"\n]{1,80}" requires a provisioning profile)/,
    extent: { after: 3 },
    transient: 0.05,
    explanation: 'The scheme, destination, SDK or signing set-up that the step names is not on this machine.',
    remedies: [
      'Pick a simulator and Xcode that exist on the image (`xcodebuild -showdestinations`), and share the scheme.',
      'Install the certificate and profile before building, or switch signing off.',
    ],
    examples: {
      match: [{ text: 'xcodebuild: error: Unable to find a destination matching the provided destination specifier:' }],
      miss: ['xcodebuild -scheme Cart test'],
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
  {
    id: 'cocoapods/network',
    category: 'network',
    title: 'CocoaPods could not download',
    needles: ['CDN: trunk', 'Error installing ', 'Failed to download '],
    pattern: /\[!\] (?:CDN: trunk (?:URL couldn't be downloaded|Repo update failed)|Error installing (?<package>\S{1,80}))/,
    extent: { after: 4 },
    transient: 0.6,
    explanation: 'The spec repository or the source of a pod did not answer.',
    remedies: ['Run again; cache Pods and the CDN repo.'],
    examples: {
      match: [
        { text: "[!] CDN: trunk URL couldn't be downloaded: https://cdn.cocoapods.org/all_pods.txt Response: Couldn't connect" },
      ],
      miss: ['Installing Acme (1.0)'],
    },
  },
  {
    id: 'xcodebuild/failed',
    category: 'compile',
    role: 'summary',
    title: 'xcodebuild: {message}',
    needles: [
      '** BUILD FAILED **',
      '** ARCHIVE FAILED **',
      'The following build commands failed',
      'failed with a nonzero exit code',
      '** BUILD INTERRUPTED **',
      'error: fatalError',
    ],
    pattern:
      /\*\* (?<message>(?:BUILD|ARCHIVE|EXPORT) (?:FAILED|INTERRUPTED)) \*\*|The following build commands failed:|Command \w{1,60} failed with a nonzero exit code|^error: fatalError$/,
    extent: { after: 2 },
    transient: 0.03,
    explanation: 'xcodebuild names the commands that failed; the errors stand above.',
    remedies: ['Read the first `error:` above.'],
    examples: { match: [{ text: '** BUILD FAILED **', captures: { message: 'BUILD FAILED' } }], miss: ['** BUILD SUCCEEDED **'] },
  },
  {
    id: 'xcodebuild/test-failed',
    category: 'test',
    role: 'summary',
    title: 'xcodebuild: tests failed',
    needles: ['** TEST FAILED **', 'Failing tests:', ' failures (', ' failure ('],
    pattern:
      /\*\* TEST (?:EXECUTE )?FAILED \*\*|^Failing tests:|Executed \d+ tests?, with (?:[^\n]{0,40} )?[1-9]\d* failures? \(/,
    extent: { while: /^\s+\S/ },
    transient: 0.15,
    explanation: 'The count or list at the end of a test run.',
    remedies: ['Read the failed tests above.'],
    examples: {
      match: [{ text: '** TEST FAILED **' }, { text: 'Executed 10 tests, with 1 failure (0 unexpected) in 0.12 (0.13) seconds' }],
      miss: ['Executed 10 tests, with 0 failures (0 unexpected) in 0.12 (0.13) seconds'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Xcode: schemes, destinations, signing, `xcodebuild` and XCTest. */
export const rules: readonly Rule[] = [
  {
    id: 'xcodebuild/config',
    category: 'config',
    title: 'Xcode finds no such destination, scheme or SDK',
    needles: [
      'unable to find a destination matching',
      'unable to find a device matching',
      'does not contain a scheme',
      'xcodebuild: error',
      'xcrun: error:',
      'xcode-select: error:',
      'requires xcode',
      "tool 'xcodebuild' requires",
      'cannot be located',
      'is not installed. please download and install',
    ],
    pattern:
      /(?:xcodebuild|xcrun): error: (?<message>[^\n]{3,160})|Unable to find a (?:destination|device) matching|tool 'xcodebuild' requires Xcode|SDK "?(?<symbol>[\w.]{3,40})"? cannot be located|is not installed\. Please download and install the platform|xcode-select: error: /,
    extent: { after: 6 },
    transient: 0.04,
    explanation:
      'The scheme, simulator or platform named on the command line does not exist with the Xcode that is selected; runner images change theirs.',
    remedies: [
      'Select the Xcode you want: `sudo xcode-select -s /Applications/Xcode_16.app`.',
      'List what there is: `xcodebuild -list`, `xcrun simctl list devices`, and name a device that exists.',
    ],
    examples: {
      match: [
        { text: 'xcodebuild: error: Unable to find a destination matching the provided destination specifier:' },
        {
          text: "xcode-select: error: tool 'xcodebuild' requires Xcode, but active developer directory is a command line tools instance",
        },
      ],
      miss: ['xcodebuild: note: using scheme Cart'],
    },
  },
  {
    id: 'xcodebuild/code-signing',
    category: 'config',
    title: 'Code signing failed',
    needles: [
      'code signing',
      'codesign',
      'provisioning profile',
      'no signing certificate',
      'signing for',
      'errsecinternalcomponent',
      'no identity found',
      'no profiles for',
      'no profile for',
      'user interaction is not allowed',
      'notariz',
      'requires a development team',
      'command codesign failed',
      'unable to build chain',
    ],
    pattern:
      /Signing for "(?<symbol>[^"\n]{1,80})" requires a development team|No signing certificate "[^"\n]{1,80}" found|No profiles? (?:for|matching) '[^'\n]{1,120}'|requires a provisioning profile|Code ?[Ss]igning Error|errSecInternalComponent|: no identity found|User interaction is not allowed|Command CodeSign failed|doesn't (?:include|match|support) [^\n]{1,80}provisioning profile|Provisioning profile "[^"\n]{1,100}" (?:doesn't|has expired|is)|Invalid code signing entitlements|Could not find (?:a )?matching code signing identity/,
    extent: { before: 1, after: 3 },
    transient: 0.05,
    explanation: 'The certificate or the profile is missing, expired or locked in a keychain that this session may not use.',
    remedies: [
      'Import certificate and profile from secrets, unlock the keychain and run `security set-key-partition-list`.',
      'For builds that are only tests, set `CODE_SIGNING_ALLOWED=NO`.',
    ],
    examples: {
      match: [
        {
          text: 'error: Signing for "Cart" requires a development team. Select a development team in the Signing & Capabilities editor.',
          captures: { symbol: 'Cart' },
        },
        { text: 'Cart.app: errSecInternalComponent' },
        { text: "error: No profiles for 'com.acme.cart' were found" },
      ],
      miss: ['CODE_SIGNING_ALLOWED=NO', 'Code signing is disabled'],
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
]

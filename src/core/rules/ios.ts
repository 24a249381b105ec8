import type { Rule } from '../model/rule.ts'

/** Xcode’s destinations, simulators, code signing. */
export const rules: readonly Rule[] = [
  {
    id: 'ios/simulator',
    category: 'runner',
    title: 'The iOS simulator did not start',
    needles: [
      'unable to boot',
      'failed to boot',
      'unable to find a destination',
      'unable to find a device matching',
      'simulator',
      'coresimulator',
      'early unexpected exit',
      'test runner hung',
      'failed to background test runner',
      'lost connection to testmanagerd',
      'test runner never began executing',
      'testing failed',
      'invalid device',
      'the request was denied by service delegate',
      'timed out while',
    ],
    pattern:
      /Unable to boot (?:device|the Simulator)|Failed to boot simulator|Early unexpected exit, operation never finished bootstrapping|[Tt]est runner (?:hung before establishing connection|never began executing tests)|Failed to background test runner|Lost connection to testmanagerd|Simulator device failed to (?:launch|install)|CoreSimulatorService connection (?:became invalid|interrupted)|The request was denied by service delegate|Timed out while (?:loading|waiting for|enabling) (?:Accessibility|the simulator|automation mode)/,
    extent: { after: 3 },
    transient: 0.65,
    explanation: 'The simulator or the test daemon of macOS did not come up in time, which happens on busy machines.',
    remedies: [
      'Re-run; boot the simulator in a step before the tests (`xcrun simctl bootstatus DEVICE -b`).',
      'Run fewer parallel simulators.',
    ],
    examples: {
      match: [
        {
          text: 'cart-Runner encountered an error (Early unexpected exit, operation never finished bootstrapping - no restart will be attempted.)',
        },
        { text: 'Unable to boot device because it cannot be located on disk.' },
      ],
      miss: ['Simulator booted'],
    },
  },
  {
    id: 'ios/destination',
    category: 'config',
    title: 'Xcode finds no such destination, scheme or SDK',
    needles: [
      'unable to find a destination matching',
      'unable to find a device matching',
      'does not contain a scheme',
      'does not exist',
      'is not a valid',
      'xcodebuild: error',
      'requires xcode',
      "tool 'xcodebuild' requires",
      'cannot be located',
      'is not installed. please download and install',
    ],
    pattern:
      /xcodebuild: error: (?<message>[^\n]{3,160})|Unable to find a (?:destination|device) matching|tool 'xcodebuild' requires Xcode|SDK "?(?<symbol>[\w.]{3,40})"? cannot be located|is not installed\. Please download and install the platform|xcode-select: error: /,
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
    id: 'ios/code-signing',
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
]

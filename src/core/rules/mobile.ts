import type { Rule } from '../model/rule.ts'

/** Android SDK and emulators; Xcode, simulators and code signing. */
export const rules: readonly Rule[] = [
  {
    id: 'mobile/sdk-missing',
    category: 'config',
    title: 'The Android SDK or a part of it is missing',
    needles: [
      'sdk location not found',
      'failed to find target',
      'failed to find build tools',
      'failed to install the following android sdk',
      'android_home',
      'android_sdk_root',
      'ndk',
      'compilesdkversion is not specified',
      'no version of ndk matched',
    ],
    pattern:
      /SDK location not found|[Ff]ailed to find (?:target with hash string|Build Tools revision|Platform SDK)|ANDROID_(?:HOME|SDK_ROOT)[^\n]{0,40}(?:is not set|not found|environment variable)|No version of NDK matched|NDK (?:is not configured|not configured|at \S{1,200} did not have a source\.properties)|compileSdkVersion is not specified/,
    extent: { after: 2 },
    transient: 0.03,
    explanation:
      'Gradle does not know where the SDK is, or the platform, build tools or NDK that the project asks for are not installed.',
    remedies: [
      'Set ANDROID_HOME, or write sdk.dir to local.properties.',
      'Install the part with `sdkmanager "platforms;android-35"`.',
    ],
    examples: {
      match: [
        {
          text: "> SDK location not found. Define a valid SDK location with an ANDROID_HOME environment variable or by setting the sdk.dir path in your project's local properties file",
        },
        { text: "> failed to find target with hash string 'android-35' in: /opt/sdk" },
      ],
      miss: ['ANDROID_HOME=/usr/local/lib/android/sdk'],
    },
  },
  {
    id: 'mobile/licences',
    category: 'config',
    title: 'Licences of the Android SDK are not accepted',
    needles: [
      'licences have not been accepted',
      'licenses have not been accepted',
      'license agreement',
      'you have not accepted the license',
    ],
    pattern:
      /[Ll]icen[cs]es have not been accepted|[Yy]ou have not accepted the license agreements|License for package .{1,80} not accepted/,
    extent: { after: 4 },
    transient: 0.01,
    explanation: 'The SDK installs nothing before its licences are accepted.',
    remedies: ['Run `yes | sdkmanager --licenses` before the build.'],
    examples: {
      match: [{ text: '> Failed to install the following Android SDK packages as some licences have not been accepted.' }],
      miss: ['All SDK package licenses accepted.'],
    },
  },
  {
    id: 'mobile/emulator',
    category: 'runner',
    title: 'The Android emulator did not start',
    needles: [
      'emulator',
      'no connected devices',
      'device offline',
      'adb: device',
      'hax',
      'kvm',
      'error: no devices',
      'timeout waiting for emulator',
      'no online devices found',
      'unable to connect to adb',
    ],
    pattern:
      /[Tt]imeout waiting for emulator to boot|No (?:connected|online) devices(?: found)?!?|adb: (?:device offline|no devices\/emulators found|device '[^'\n]{1,60}' not found)|error: (?:device (?:offline|still \w{1,20}|unauthorized)|no devices\/emulators found)|PANIC: (?:Missing|Cannot find|Broken) |x86(?:_64)? emulation currently requires hardware acceleration|emulator: ERROR: |The process '[^'\n]{1,200}adb' failed with exit code/,
    extent: { before: 1, after: 2 },
    transient: 0.5,
    explanation:
      'The virtual device did not boot or was lost: no hardware acceleration (KVM), too little memory or disk, or a slow start.',
    remedies: ['Enable KVM on the runner (udev rule), and use an x86_64 image.', 'Raise the boot time-out; re-run.'],
    examples: {
      match: [
        { text: '##[error]Timeout waiting for emulator to boot.' },
        { text: 'com.android.builder.testing.api.DeviceException: No connected devices!' },
        { text: 'adb: device offline' },
      ],
      miss: ['Emulator booted.', 'adb: failed to check server version'],
    },
  },
  {
    id: 'mobile/adb-install',
    category: 'runner',
    title: 'An app could not be installed on the device: {code}',
    needles: ['install_failed', 'install_parse_failed', 'failed to install', 'shellcommandunresponsive', 'delete_failed'],
    pattern: /\b(?<code>INSTALL_(?:FAILED|PARSE_FAILED)_\w{3,50})\b|ShellCommandUnresponsiveException/,
    extent: { after: 1 },
    transient: 0.3,
    explanation: 'adb reached the device, which refused or did not finish the installation.',
    remedies: [
      'Look the code up: …INSUFFICIENT_STORAGE and unresponsive devices pass on a re-run, signature and version clashes want an uninstall first.',
    ],
    examples: {
      match: [
        {
          text: 'com.android.ddmlib.InstallException: INSTALL_FAILED_INSUFFICIENT_STORAGE',
          captures: { code: 'INSTALL_FAILED_INSUFFICIENT_STORAGE' },
        },
      ],
      miss: ['Performing Streamed Install\nSuccess'],
    },
  },
  {
    id: 'mobile/simulator',
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
    id: 'mobile/destination',
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
    id: 'mobile/code-signing',
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
    id: 'mobile/store-upload',
    category: 'deploy',
    title: 'The store refused the upload',
    needles: [
      'app store connect',
      'altool',
      'itms-',
      'google api error',
      'version code',
      'apknotificationmessage',
      'asset validation failed',
      'redundant binary upload',
      'error uploading',
      'pilot',
      'upload_to_testflight',
      'bundle version must be higher',
    ],
    pattern:
      /ERROR ITMS-(?<code>\d{3,6})|Google Api Error: (?<message>[^\n]{3,120})|Asset validation failed|Redundant Binary Upload|bundle version must be higher than the previously uploaded|Version code \d{1,10} has already been used|Error uploading ipa file|Unable to upload archive/,
    extent: { after: 3 },
    transient: 0.08,
    explanation:
      'App Store Connect or Google Play does not accept this build: its number was used, or the package breaks a rule.',
    remedies: ['Raise the build number or version code.', 'Read the code of the message (ITMS-…).'],
    examples: {
      match: [
        {
          text: 'ERROR ITMS-90189: "Redundant Binary Upload. You\'ve already uploaded a build with build number 12."',
          captures: { code: '90189' },
        },
        { text: 'Google Api Error: Invalid request - Version code 12 has already been used.' },
      ],
      miss: ['Successfully uploaded the new binary to App Store Connect'],
    },
  },
]

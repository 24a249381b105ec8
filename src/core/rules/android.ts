import type { Rule } from '../model/rule.ts'

/** Android SDK, emulators, adb. */
export const rules: readonly Rule[] = [
  {
    id: 'android/sdk-missing',
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
    id: 'android/licences',
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
    id: 'android/emulator',
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
    id: 'android/adb-install',
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
]

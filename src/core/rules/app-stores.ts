import type { Rule } from '../model/rule.ts'

/** Uploads to the App Store and Google Play. */
export const rules: readonly Rule[] = [
  {
    id: 'app-stores/upload',
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

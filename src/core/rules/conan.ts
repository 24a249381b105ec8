import type { Rule } from '../model/rule.ts'

/** Conan. */
export const rules: readonly Rule[] = [
  {
    id: 'conan/resolve',
    category: 'dependency',
    title: 'Conan: {message}',
    needles: [
      'ERROR: Missing prebuilt package',
      'ERROR: Missing binary',
      'not resolved: Unable to find',
      'ERROR: Version conflict',
      "ERROR: Package '",
      'ERROR: Conflict in',
    ],
    pattern:
      /ERROR: (?<message>Missing (?:prebuilt package|binary)[^\n]{0,150}|Package '[^'\n]{1,120}' not resolved[^\n]{0,150}|Version conflict[^\n]{0,200}|Conflict in [^\n]{1,150})/,
    extent: { after: 4 },
    transient: 0.04,
    explanation: 'No remote has the package for this profile, or two of its requirers want different versions.',
    remedies: ['Add `--build=missing`, correct the profile, or override the version.'],
    examples: { match: [{ text: "ERROR: Missing prebuilt package for 'acme/1.0'" }], miss: ['acme/1.0: Already installed!'] },
  },
]

import type { Rule } from '../model/rule.ts'

/** CocoaPods. */
export const rules: readonly Rule[] = [
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
]

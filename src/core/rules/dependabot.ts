import type { Rule } from '../model/rule.ts'

/** Dependabot. */
export const rules: readonly Rule[] = [
  {
    id: 'github-setup/dependabot',
    category: 'dependency',
    title: 'Dependabot could not make the update: {code}',
    needles: [
      '_not_possible',
      '_not_found',
      '_not_needed',
      '_not_supported',
      'dependency_file_not_resolvable',
      'pull_request_exists',
      'private_source',
      'git_dependencies_not_reachable',
      'security_update',
      'all_versions_ignored',
    ],
    pattern:
      /\b(?<code>(?:transitive_update|security_update)_not_(?:possible|found|needed|supported)|security_update_\w{3,40}|pull_request_exists_\w{3,40}|private_source_\w{3,40}|git_dependencies_not_reachable|all_versions_ignored|tool_version_not_supported|dependency_file_not_resolvable)\b/,
    extent: { after: 6 },
    transient: 0.06,
    explanation:
      'Dependabot could not raise a version: another package holds it, its files are missing or not readable, or the registry needs a login.',
    remedies: [
      'Read the table of errors; for held versions, raise the package that holds it.',
      'Correct the directory in dependabot.yml, and add registries for private packages.',
    ],
    examples: {
      match: [
        {
          text: '| security_update_not_possible | { "dependency-name": "cart" } |',
          captures: { code: 'security_update_not_possible' },
        },
        { text: '| dependency_file_not_resolvable | {' },
      ],
      miss: ['Dependabot finished the update'],
    },
  },
  {
    id: 'github-setup/dependabot-config',
    category: 'config',
    title: "Dependabot finds no files that it can read: '{code}'",
    needles: ['dependency_file_not_', 'path_dependencies_not_reachable', 'missing_environment_variable'],
    pattern:
      /\b(?<code>dependency_file_not_(?:found|parseable|evaluatable|supported)|path_dependencies_not_reachable|missing_environment_variable)\b/,
    extent: { after: 4 },
    transient: 0.02,
    explanation: 'The directory or ecosystem in dependabot.yml does not fit the repository, or a manifest does not parse.',
    remedies: ['Correct `directory` and `package-ecosystem` in .github/dependabot.yml.'],
    examples: {
      match: [
        {
          text: '| dependency_file_not_found | { "file-path": "/Dockerfile" } |',
          captures: { code: 'dependency_file_not_found' },
        },
      ],
      miss: ['dependency_file_not_resolvable'],
    },
  },
  {
    id: 'github-setup/dependabot-failed',
    category: 'dependency',
    title: 'Dependabot could not make the update',
    needles: ['dependabot encountered'],
    pattern: /Dependabot encountered (?:an error|\d+ errors?|'\d+' error)/,
    role: 'summary',
    extent: { after: 6 },
    transient: 0.1,
    explanation: 'The update job ended with errors; the table below or the lines above name them.',
    remedies: ['Read the table of errors.'],
    examples: {
      match: [{ text: '##[error]Dependabot encountered an error performing the update' }],
      miss: ['Dependabot encountered no change'],
    },
  },
]

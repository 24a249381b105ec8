import type { Rule } from '../model/rule.ts'

/** Helm: charts, releases, repositories. */
export const rules: readonly Rule[] = [
  {
    id: 'helm/timeout',
    category: 'deploy',
    title: 'The Helm release did not become ready in time',
    needles: [
      'upgrade failed',
      'installation failed',
      'timed out waiting for the condition',
      'context deadline exceeded',
      'has been rolled back',
      'release failed',
    ],
    pattern:
      /Error: (?:UPGRADE|INSTALLATION|ROLLBACK) FAILED: (?:[^\n]{0,120}timed out waiting|[^\n]{0,120}context deadline exceeded|release [^\n]{1,100} failed, and has been (?:rolled back|uninstalled)|pre-upgrade hooks failed|post-\w{1,10} hooks failed)/,
    extent: { before: 2 },
    transient: 0.3,
    explanation: 'Helm waited for the pods or hooks of the release and they did not become ready.',
    remedies: [
      'Look at the events and logs of the new pods (`kubectl get events`, `kubectl logs`).',
      'Raise `--timeout` if they are only slow.',
    ],
    examples: {
      match: [
        { text: 'Error: UPGRADE FAILED: timed out waiting for the condition' },
        { text: 'Error: INSTALLATION FAILED: context deadline exceeded' },
      ],
      miss: ['Release "cart" has been upgraded. Happy Helming!'],
    },
  },
  {
    id: 'helm/locked',
    category: 'deploy',
    title: 'Another Helm operation is in progress',
    needles: ['another operation (install/upgrade/rollback) is in progress', 'cannot re-use a name', 'has no deployed releases'],
    pattern:
      /another operation \(install\/upgrade\/rollback\) is in progress|cannot re-use a name that is still in use|has no deployed releases/,
    transient: 0.15,
    explanation: 'The release is pending because an earlier Helm run was cut off, or it exists already.',
    remedies: [
      'Run `helm history RELEASE` and roll back or uninstall the pending revision.',
      'Let deployments wait for each other; use `helm upgrade --install --atomic`.',
    ],
    examples: {
      match: [{ text: 'Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress' }],
      miss: ['Release "cart" does not exist. Installing it now.'],
    },
  },
  {
    id: 'helm/template',
    category: 'config',
    title: 'A Helm chart does not render',
    needles: [
      'execution error at',
      'error converting yaml to json',
      "values don't meet the specifications",
      'error: template',
      'parse error at',
      'nil pointer evaluating',
      'chart.yaml file is missing',
      'chart metadata',
      'found in chart.yaml, but missing in charts',
      'unable to build kubernetes objects',
      'error: chart',
      'chart(s) failed',
    ],
    pattern:
      /execution error at \((?<file>[^)\n]{1,200})\)|YAML parse error on (?<yaml>\S{1,200}): |values don't meet the specifications of the schema|parse error at \([^)\n]{1,200}\)|found in Chart\.yaml, but missing in charts\/ directory|Chart\.yaml file is missing|Error: (?:[^\n]{0,60})?unable to build kubernetes objects|\b\d{1,5} chart\(s\) linted, [1-9]\d{0,4} chart\(s\) failed/,
    extent: { before: 1, after: 2 },
    transient: 0.02,
    explanation: 'A template fails with the given values, makes invalid YAML, or a sub-chart was not fetched.',
    remedies: ['Run `helm template --debug` with the same values.', 'Run `helm dependency build` before.'],
    examples: {
      match: [
        {
          text: 'Error: execution error at (cart/templates/deploy.yaml:12:4): image.tag is required',
          captures: { file: 'cart/templates/deploy.yaml:12:4' },
        },
        { text: 'Error: found in Chart.yaml, but missing in charts/ directory: redis' },
        { text: 'Error: 3 chart(s) linted, 1 chart(s) failed' },
      ],
      miss: ['3 chart(s) linted, 0 chart(s) failed'],
    },
  },
  {
    id: 'helm/repository',
    category: 'dependency',
    title: 'Helm could not fetch a chart',
    needles: [
      'failed to download "',
      'looks like "',
      'not a valid chart repository',
      'no chart name found',
      'no cached repo found',
      'error: repo',
      'failed to fetch https',
      'could not download chart',
      'no repository definition',
      'chart version not found',
      'improper constraint',
    ],
    pattern:
      /Error: (?:[^\n]{0,80}?: )?(?:failed to download "|looks like "[^"\n]{1,200}" is not a valid chart repository|no chart (?:name|version) found for|no cached repo found|repo [\w.-]{1,80} not found|failed to fetch https?:|could not download chart|no repository definition for|chart "[^"\n]{1,120}" (?:version "[^"\n]{1,40}" |matching [^\n]{1,40} )?not found)/,
    extent: { after: 1 },
    transient: 0.3,
    explanation: 'The chart or version does not exist in that repository, the repository was not added, or it did not answer.',
    remedies: [
      'Run `helm repo add` and `helm repo update` before; check the version.',
      'Bitnami and others moved charts to OCI registries: update the address.',
    ],
    examples: {
      match: [
        { text: 'Error: looks like "https://charts.acme.example" is not a valid chart repository or cannot be reached' },
        { text: 'Error: repo acme not found' },
      ],
      miss: ['"acme" has been added to your repositories'],
    },
  },
  {
    id: 'helm/failed',
    category: 'deploy',
    title: 'Helm failed: {message}',
    needles: ['upgrade failed', 'installation failed', 'rollback failed'],
    pattern: /Error: (?:UPGRADE|INSTALLATION|ROLLBACK) FAILED: (?<message>[^\n]{3,200})/,
    role: 'summary',
    transient: 0.12,
    explanation: 'The cluster refused the release, or a part of it failed; the message says which.',
    remedies: ['Read the message; render with `helm template` and apply with `--dry-run=server` to see it again.'],
    examples: {
      match: [
        {
          text: 'Error: UPGRADE FAILED: failed to create resource: Service "cart" is invalid',
          captures: { message: 'failed to create resource: Service "cart" is invalid' },
        },
      ],
      miss: ['STATUS: deployed'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Drone and Woodpecker. */
export const rules: readonly Rule[] = [
  {
    id: 'drone/refused',
    category: 'runner',
    title: 'Drone or Woodpecker could not run a step',
    needles: ['drone:', 'default: ', 'linter: ', 'untrusted repositories cannot', 'workflow error', 'oci runtime exec'],
    pattern:
      /linter: (?:untrusted repositories cannot|duplicate step names|invalid or missing)|yaml: unmarshal errors|default: Error response from daemon: [^\n]{3,150}/,
    transient: 0.1,
    explanation:
      'The pipeline was refused before its first step: the repository is not trusted for volumes or privileges, or the YAML is wrong.',
    remedies: ['Ask an administrator to mark the repository trusted, or drop volumes and privileged.'],
    examples: { match: [{ text: 'linter: untrusted repositories cannot mount host volumes' }], miss: ['linter: ok'] },
  },
]

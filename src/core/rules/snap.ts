import type { Rule } from '../model/rule.ts'

/** snap. */
export const rules: readonly Rule[] = [
  {
    id: 'snap/failed',
    category: 'network',
    title: 'snap could not install',
    needles: ['error: cannot', 'error: snap', 'cannot perform the following tasks', 'unable to contact snap store'],
    pattern:
      /^error: (?:cannot (?:perform the following tasks|install|communicate with server|query the store)|snap "[^"\n]{1,80}" (?:not found|is not)|unable to contact snap store)/,
    extent: { after: 3 },
    transient: 0.55,
    explanation:
      'The snap store did not answer, snapd does not run here (containers), or the snap is not there under this name or channel.',
    remedies: ['Re-run once.', 'In containers use another kind of package; snapd needs systemd.'],
    examples: {
      match: [{ text: 'error: cannot perform the following tasks:' }, { text: 'error: snap "cart" not found' }],
      miss: ['error: cannot find symbol'],
    },
  },
]

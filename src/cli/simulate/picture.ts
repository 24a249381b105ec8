import { countWords } from '../../core/history/words.ts'
import type { Paint } from '../../core/report/paint.ts'
import type { SimulatedAction, Simulation } from '../../core/simulate/simulation.ts'
import { plain, type Style } from '../terminal/style.ts'
import { type Column, table } from '../terminal/table.ts'

/** In each table; JSON lists all. */
const MOST_ROWS = 20

/** What a policy would have done, for a person: the sums, what changes against today, and what would have been done. */
export function picture(simulation: Simulation & { readonly policy: string }, style: Style): string {
  const { actions } = simulation
  const parts = [
    sums(simulation, style),
    listed(
      'Decisions that change',
      actions.filter(({ changed }) => changed),
      style,
    ),
    listed(
      'Would have been done',
      actions.filter(({ effect }) => effect !== null),
      style,
    ),
  ]
  return plain(parts.filter(Boolean).join('\n'), style)
}

function sums(simulation: Simulation & { readonly policy: string }, { paint }: Style): string {
  const { policy, runs, failing, healed, masked, inVain, unknown } = simulation
  const { minutesSpent, minutesWasted, minutesSaved, decisionsChanged } = simulation
  const rows: readonly (readonly [string, string])[] = [
    ['policy', policy],
    ['runs', `${runs}, ${failing} failed`],
    ['healed', countWords(healed, 'run')],
    ['masked', masked === 0 ? 'none' : paint.bad(`${countWords(masked, 'run')} whose own change was at fault`)],
    ['in vain', countWords(inVain, 're-run')],
    ['unknown', `${countWords(unknown, 'action')} whose effect the history does not tell`],
    [
      'minutes',
      `${countWords(Math.round(minutesSpent), 'minute')} of machines spent, ${countWords(Math.round(minutesWasted), 'minute')} of them in vain`,
    ],
    ['sooner', `${countWords(Math.round(minutesSaved), 'minute')} that healed runs stood red until somebody ran them again`],
    ['changed', `${countWords(decisionsChanged, 'decision')} against today's policy`],
  ]
  return `${rows.map(([name, value]) => `${paint.quiet(name.padEnd(8))} ${value}`).join('\n')}\n`
}

function listed(title: string, actions: readonly SimulatedAction[], style: Style): string {
  if (actions.length === 0) return ''
  const more = actions.length - MOST_ROWS
  return [
    `${style.paint.title(title)}\n`,
    table(actions.slice(-MOST_ROWS).reverse(), COLUMNS, style),
    more > 0 ? `${style.paint.quiet(`… and ${more} earlier: --json lists all`)}\n` : '',
  ].join('')
}

const COLUMNS: readonly Column<SimulatedAction>[] = [
  { title: 'when', text: ({ at }) => at.slice(0, 16).replace('T', ' ') },
  { title: 'run', text: ({ run, attempt }) => (attempt > 1 ? `${run} (${attempt})` : `${run}`), align: 'right' },
  { title: 'remedy', text: ({ remedy }) => remedy, goes: 1 },
  { title: 'today', text: ({ today }) => today, look: () => 'quiet' },
  { title: 'then', text: ({ verdict }) => verdict },
  { title: 'effect', text: ({ effect }) => effect ?? '', look: ({ effect }) => LOOKS[effect ?? 'unknown'] },
  { title: 'why', text: ({ reasons }) => reasons[0]?.text ?? '', grows: true },
]

const LOOKS: Readonly<Record<NonNullable<SimulatedAction['effect']>, keyof Paint>> = {
  healed: 'good',
  masked: 'bad',
  'in-vain': 'doubtful',
  unknown: 'quiet',
}

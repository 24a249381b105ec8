import type { DependencyChange } from '../model/dependency.ts'
import type { Suspect } from './signal.ts'

/** A changed dependency as a suspect. */
export const dependencySuspect = ({ name, from, to }: DependencyChange): Suspect => ({
  kind: 'dependency',
  subject: name,
  title:
    from === null
      ? `${name} ${to} was added`
      : to === null
        ? `${name} ${from} was dropped`
        : `${name} went from ${from} to ${to}`,
})

/** A changed file as a suspect. */
export const fileSuspect = (path: string): Suspect => ({ kind: 'change', subject: path, title: `${path} was changed` })

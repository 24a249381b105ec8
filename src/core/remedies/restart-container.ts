import { ailment, isLooping } from '../containers/condition.ts'
import {
  approach,
  CONTAINER_PACE,
  CONTAINER_PARAMS,
  effectOn,
  look,
  madeAnew,
  thingOf,
  verifyContainer,
} from '../containers/container-effect.ts'
import { mayBeTreated, notLabelled } from '../containers/permission.ts'
import type { ContainerCase } from '../model/container.ts'
import type { Remedy } from '../plan/remedy.ts'
import type { Decision } from '../policy/strictest.ts'

/** Stops a container and starts it again: it heals what hangs. Bound to one start of it, so that a lost answer never leads to a second restart. */
export const remedy: Remedy = {
  id: 'restart-container',
  title: ({ container }) => `restart the container ${container}`,
  params: CONTAINER_PARAMS,
  risk: 'medium',
  reversible: false,
  propose: ({ containers = [], nowMs }) =>
    containers.flatMap(one => {
      const { engine, container, asked } = one
      const because = ailment(container)
      if (asked === 'roll-back-container' || (asked === null && because === null)) return []
      return [
        {
          params: { engine, container: container.name, instance: container.id, started: container.startedAt ?? 'never' },
          judged: judge(one),
          because: because ?? `${container.name} is ${container.status}, ${container.health ?? 'without a health check'}`,
          costMinutes: 0,
          notBeforeMs: nowMs,
          job: null,
        },
      ]
    }),
  thing: thingOf,
  async find(subject, world) {
    const seen = await look(subject, world)
    if (seen.trouble) return seen
    const { id, image, startedAt } = seen.value
    if (id !== subject.params['instance']) return { trouble: madeAnew(subject.params) }
    return { value: (startedAt ?? 'never') === subject.params['started'] ? null : effectOn(image) }
  },
  async act(subject, world) {
    const approached = await approach(subject, world, 'restart')
    if (approached.trouble) return { ...approached, mayHaveHappened: false }
    const { containers, container } = approached.value
    const done = await containers.restart(container.id)
    return done.trouble ? done : { value: effectOn(container.image) }
  },
  verify: verifyContainer,
  pace: CONTAINER_PACE,
}

function judge({ container, asked }: ContainerCase): Decision {
  if (!mayBeTreated(container, 'restart'))
    return { verdict: 'deny', reasons: [{ code: 'not-labelled', text: `${notLabelled(container, 'restart').message}.` }] }
  if (isLooping(container))
    return {
      verdict: 'deny',
      reasons: [
        { code: 'restart-loop', text: `The engine starts ${container.name} over and over: one more start mends nothing.` },
      ],
    }
  if (asked) return { verdict: 'allow', reasons: [{ code: 'asked-for', text: 'Somebody asked for it by name.' }] }
  return { verdict: 'allow', reasons: [{ code: 'worth-it', text: `A restart may mend that ${ailment(container)}.` }] }
}

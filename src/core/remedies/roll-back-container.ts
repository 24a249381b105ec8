import { ailment } from '../containers/condition.ts'
import {
  approach,
  CONTAINER_PACE,
  CONTAINER_PARAMS,
  effectOn,
  IMAGE_ID,
  look,
  madeAnew,
  thingOf,
  verifyContainer,
} from '../containers/container-effect.ts'
import { mayBeTreated, notLabelled } from '../containers/permission.ts'
import type { ContainerCase, Image } from '../model/container.ts'
import type { Remedy } from '../plan/remedy.ts'
import type { Decision } from '../policy/strictest.ts'

/** Puts a container back to an image on which it ran well, with the configuration that it has; undoing puts the newer image back. */
export const remedy: Remedy = {
  id: 'roll-back-container',
  title: ({ container, to }) => `roll the container ${container} back to ${String(to).slice(0, 19)}`,
  params: {
    ...CONTAINER_PARAMS,
    from: { kind: 'text', longest: 71, pattern: IMAGE_ID },
    to: { kind: 'text', longest: 71, pattern: IMAGE_ID },
  },
  risk: 'medium',
  reversible: true,
  propose: ({ containers = [], nowMs }) =>
    containers.flatMap(one => {
      const { engine, container, previous, asked } = one
      const sick = ailment(container)
      if (asked === 'restart-container' || (asked === null && (sick === null || previous === null))) return []
      return [
        {
          params: {
            engine,
            container: container.name,
            instance: container.id,
            started: container.startedAt ?? 'never',
            from: container.image,
            to: previous?.image.id ?? container.image,
          },
          judged: judge(one),
          because: [sick, previous && `${nameOf(previous.image)}: ${previous.because}`].filter(Boolean).join('; '),
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
    const { from, to, instance } = subject.params
    if (seen.value.image === to && !seen.value.isSetAside) return { value: effectOn(String(to), String(from)) }
    return seen.value.id === instance ? { value: null } : { trouble: madeAnew(subject.params) }
  },
  async act(subject, world) {
    const approached = await approach(subject, world, 'roll-back')
    if (approached.trouble) return { ...approached, mayHaveHappened: false }
    const { containers, container } = approached.value
    const to = String(subject.params['to'])
    const done = await containers.recreate(container.id, to)
    return done.trouble ? done : { value: effectOn(to, container.image) }
  },
  verify: verifyContainer,
  pace: CONTAINER_PACE,
  async undo(subject, { id, before }, world) {
    const seen = await look(subject, world)
    if (seen.trouble) return { ...seen, mayHaveHappened: false }
    const container = seen.value
    if (container.image === before) return { value: null }
    if (container.image !== id || before === undefined || !world.containers)
      return { trouble: madeAnew(subject.params), mayHaveHappened: false }
    if (!mayBeTreated(container, 'roll-back')) return { trouble: notLabelled(container, 'roll-back'), mayHaveHappened: false }
    return world.containers.recreate(container.id, before)
  },
}

function judge({ container, previous, present, asked }: ContainerCase): Decision {
  if (!mayBeTreated(container, 'roll-back'))
    return { verdict: 'deny', reasons: [{ code: 'not-labelled', text: `${notLabelled(container, 'roll-back').message}.` }] }
  if (!previous)
    return {
      verdict: 'deny',
      reasons: [{ code: 'no-known-good', text: `No earlier image of ${container.name} is known to be good${choice(present)}.` }],
    }
  if (previous.image.id === container.image)
    return { verdict: 'deny', reasons: [{ code: 'already-done', text: `${container.name} runs from that image already.` }] }
  if (asked) return { verdict: 'allow', reasons: [{ code: 'asked-for', text: 'Somebody asked for it by name.' }] }
  return { verdict: 'allow', reasons: [{ code: 'worth-it', text: `${nameOf(previous.image)} ran well before.` }] }
}

const choice = (present: readonly string[]) => (present.length > 0 ? `; name one with --to: ${present.join(', ')}` : '')

const nameOf = ({ tags, id }: Image) => tags[0] ?? id.slice(0, 19)

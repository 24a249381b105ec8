import type { Container } from '../model/container.ts'
import type { Trouble } from '../model/trouble.ts'

/** The label by which somebody lets a container be healed: `restart`, `roll-back`, both with a comma between them, or `true`. */
const LABEL = 'sherpa.heal'

export type Treatment = 'restart' | 'roll-back'

/** Whether its label lets it be treated so. Without the label: never. */
export function mayBeTreated({ labels }: Pick<Container, 'labels'>, treatment: Treatment): boolean {
  const words = (labels[LABEL] ?? '').split(',').map(word => word.trim().toLowerCase())
  return words.includes('true') || words.includes(treatment)
}

/** Why it is not touched. */
export const notLabelled = ({ name }: Pick<Container, 'name'>, treatment: Treatment): Trouble => ({
  code: 'container-not-labelled',
  kind: 'usage',
  message: `${name} is not touched: it lacks the label ${LABEL}=${treatment}`,
  hint: `make it anew with the label ${LABEL}=${treatment}`,
})

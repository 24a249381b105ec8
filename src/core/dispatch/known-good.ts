import type { Params } from '../model/plan.ts'
import type { Trouble } from '../model/trouble.ts'
import type { Answer } from '../ports/answer.ts'
import type { Deployment } from '../ports/deployments.ts'

/** What may be deployed again: the newest older deployment that succeeded and is no roll-back itself. @param deployments newest first */
export function knownGood(deployments: readonly Deployment[], { environment, commit }: Params): Answer<Deployment> {
  const [current, ...older] = deployments
  if (current === undefined || current.commit !== commit)
    return refusal(
      'deployment-moved',
      `${environment} does not have ${commit} any more: ${current?.commit ?? 'nothing'} is there`,
    )
  if (current.note !== '') return refusal('deployment-loop', `what is in ${environment} is a roll-back itself`)
  const good = older.find(({ succeeded, note, commit }) => succeeded && note === '' && commit !== current.commit)
  return good
    ? { value: good }
    : refusal('deployment-none-good', `no older deployment to ${environment} is known to have succeeded`)
}

const refusal = (code: string, message: string): { readonly trouble: Trouble } => ({
  trouble: { code, kind: 'world', message, hint: 'roll back by hand' },
})

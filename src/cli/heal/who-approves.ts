import { userInfo } from 'node:os'
import { type Approver, approverOf, localApprover } from '../../core/heal/approver.ts'
import type { Environment } from '../environment.ts'

/** Who sits here, and whether they may approve what is done; on GitHub whoever the token belongs to. @param repo `owner/name`; undefined where no CI is asked */
export async function whoApproves(
  repo: string | undefined,
  approvers: readonly string[],
  { variables, directory }: Pick<Environment, 'variables' | 'directory'>,
): Promise<Approver> {
  if (repo === undefined) return localApprover(account(), approvers)
  const { connectStanding } = await import('../../integrations/connect-github.ts')
  return approverOf(await connectStanding({ repo, directory, variables }), approvers)
}

/** As the system knows it: variables say what one likes. */
function account(): string | null {
  try {
    return userInfo().username || null
  } catch {
    return null
  }
}

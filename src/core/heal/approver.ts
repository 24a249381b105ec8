import type { Reason } from '../model/plan.ts'
import type { People, Permission } from '../ports/people.ts'
import { accountName, isAmong } from './approval.ts'

/** Who would say yes: by which name, or why not. */
export type Approver = { readonly by: string; readonly refused?: never } | { readonly by?: never; readonly refused: Reason }

const MAY_WRITE: readonly Permission[] = ['admin', 'write']

/**
 * Who may approve what is done in a repository: the person that the credentials belong to, where they are among the approvers and may write there
 * themselves. Where that cannot be told, nobody may.
 */
export async function approverOf(people: People, approvers: readonly string[]): Promise<Approver> {
  const asked = await people.whoAmI()
  if (asked.trouble) return refused(`Nobody can be told to approve it: ${asked.trouble.message}.`)
  const login = asked.value
  if (!isAmong(approvers, login)) return refused(`${login} is none of those who may approve it.`)
  const { value, trouble } = await people.permission(login)
  if (trouble) return refused(`What ${login} may do here cannot be told: ${trouble.message}.`)
  return MAY_WRITE.includes(value) ? { by: login } : refused(`${login} may not write to the repository.`)
}

/** The same where no host of a repository can be asked: the account of this machine counts. @param account null where it has no name */
export function localApprover(account: string | null, approvers: readonly string[]): Approver {
  if (account === null) return refused('The account of this machine has no name.')
  return isAmong(approvers, account) ? { by: accountName(account) } : refused(`${account} is none of those who may approve it.`)
}

const refused = (text: string): Approver => ({ refused: { code: 'not-an-approver', text } })

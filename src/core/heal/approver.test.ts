import { expect, test } from 'vitest'
import type { Answer } from '../ports/answer.ts'
import type { Permission } from '../ports/people.ts'
import { approverOf, localApprover } from './approver.ts'

const trouble = { code: 'ci-forbidden', kind: 'credentials', message: 'GitHub answered 403 to GET /user' } as const
const people = (login: Answer<string>, permission: Answer<Permission>) => ({
  whoAmI: async () => login,
  permission: async () => permission,
})
const approver = async (permission: Permission, approvers: readonly string[] = []) =>
  approverOf(people({ value: 'Ann' }, { value: permission }), approvers)

test('whoever may write may approve, among the approvers', async () => {
  expect(await approver('write')).toEqual({ by: 'Ann' })
  expect(await approver('admin', ['bob', 'ann'])).toEqual({ by: 'Ann' })
  expect((await approver('write', ['bob'])).refused?.text).toBe('Ann is none of those who may approve it.')
})

test.each<Permission>(['read', 'none'])('who may only %s may not, named or not', async permission => {
  expect((await approver(permission, ['ann'])).refused).toEqual({
    code: 'not-an-approver',
    text: 'Ann may not write to the repository.',
  })
})

test('where it cannot be told, nobody may', async () => {
  expect((await approverOf(people({ trouble }, { value: 'admin' }), [])).refused?.code).toBe('not-an-approver')
  expect((await approverOf(people({ value: 'ann' }, { trouble }), ['ann'])).refused?.text).toBe(
    'What ann may do here cannot be told: GitHub answered 403 to GET /user.',
  )
})

test('where no host can be asked, the account of the machine counts, marked as one', () => {
  expect(localApprover('ann', [])).toEqual({ by: 'local:ann' })
  expect(localApprover('ann', ['Ann'])).toEqual({ by: 'local:ann' })
  expect(localApprover('ann', ['bob']).refused?.code).toBe('not-an-approver')
  expect(localApprover(null, []).refused?.code).toBe('not-an-approver')
})

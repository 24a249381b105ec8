import { expect, test } from 'vitest'
import { createClient } from './client.ts'

test('the token goes to the API only, wherever an answer says that the next page is', async () => {
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = async input => {
    asked.push(String(input instanceof Request ? input.url : input))
    return Response.json([{}], { headers: { link: '<https://other.test/page2>; rel="next"' } })
  }
  const client = await createClient({ apiUrl: 'https://github.test/api/v3', token: 'our-own-value', fetch, waitUnitMs: 1 })
  await expect(client.paginate('GET /things')).rejects.toThrow('other.test')
  expect(asked).toEqual(['https://github.test/api/v3/things'])
})

test('what writes is sent once, and what reads is still asked again', async () => {
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = async (_, init) => {
    asked.push(init?.method ?? 'GET')
    return Response.json({ message: 'Server Error' }, { status: 500 })
  }
  const client = await createClient({ apiUrl: 'https://github.test/api/v3', fetch, waitUnitMs: 1 })
  for (const method of ['GET', 'POST', 'PATCH', 'GET'])
    await expect(client.request(`${method} /things`)).rejects.toThrow('Server Error')
  expect(asked.join(' ')).toBe('GET GET GET GET POST PATCH GET GET GET GET')
})

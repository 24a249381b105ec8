import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { connectMeasurements } from './query.ts'

/** What is made of one answer. */
async function asked(body: unknown, status = 200) {
  const server = createServer((_, response) => {
    response.statusCode = status
    response.end(JSON.stringify(body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    return await connectMeasurements({ url: `http://127.0.0.1:${port}`, timeoutMs: 5000 }).now('up')
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
const vector = (value: unknown) => ({
  status: 'success',
  data: { resultType: 'vector', result: [{ metric: {}, value: [0, value] }] },
})

test.each([
  ['0.5', 0.5],
  ['+Inf', Number.POSITIVE_INFINITY],
  ['NaN', Number.NaN],
  ['', Number.NaN],
  ['toString', Number.NaN],
  ['__proto__', Number.NaN],
])('the value %j', async (text, value) => {
  expect(await asked(vector(text))).toEqual({ value: [value] })
})

test('an error is none, whatever its body says', async () => {
  expect((await asked(vector('0'), 500)).trouble).toMatchObject({ code: 'prometheus-refused' })
})

test('credentials that cannot be decoded are a mistake in the URL', () => {
  expect(() => connectMeasurements({ url: 'http://a:%@127.0.0.1', timeoutMs: 1 })).toThrow('is not the URL of a Prometheus')
})

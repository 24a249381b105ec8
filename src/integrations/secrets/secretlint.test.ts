import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawn } from '../../core/redact/canaries.fixture.ts'
import { redact } from '../../core/redact/redact.ts'
import { redactAll } from '../../core/redact/value.ts'
import { createSecretlintFinder } from './secretlint.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const HEX = '0123456789abcdef'
// Of these two, secretlint looks at what is inside.
const pem = String(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs1', format: 'pem' })).trim()
const serviceAccount = btoa(JSON.stringify({ signInAddress: 'x.1password.com', secretKey: drawn(101, 27) }))

/** One text or more that each rule of the preset reports. */
const EXAMPLES: readonly (readonly [rule: string, text: string])[] = [
  ['aws', `AWS_SECRET_ACCESS_KEY = ${drawn(40, 1)}`],
  ['aws', `secret_access_key: "${drawn(40, 2)}x`.slice(0, -1)],
  ['npm', `npm_${drawn(36, 3)}`],
  ['npm', `https://${drawn(40, 4, HEX)}:x-oauth-basic@github.com/acme/web.git`],
  ['slack', `xoxb-${drawn(12, 5)}-${drawn(24, 6)}`],
  ['slack', `xapp-1-${drawn(12, 5)}-${drawn(24, 6)}`],
  ['slack', `HTTPS://hooks.slack.com/services/T${drawn(8, 7)}/B${drawn(8, 8)}/${drawn(24, 9)}`],
  ['basicauth', 'ftp://bob:Tr0ub4dor@files.example.net/x'],
  ['openai', `sk-${drawn(20, 10)}T3BlbkFJ${drawn(20, 11)}`],
  ['anthropic', `sk-ant-api03-${drawn(93, 12)}AA`],
  ['groq', `gsk_${drawn(52, 13)}`],
  ['huggingface', `hf_${drawn(34, 14, LETTERS)}`],
  ['linear', `lin_api_${drawn(40, 15)}`],
  ['notion', `ntn_${drawn(11, 16, '0123456789')}${drawn(35, 17)}`],
  ['privatekey', pem],
  ['sendgrid', `SG.${drawn(22, 18)}.${drawn(43, 19)}`],
  ['shopify', `shpat_${drawn(32, 20, HEX)}`],
  ['stripe', `sk_live_${drawn(24, 21)}`],
  ['github', `ghp_${drawn(36, 22)}`],
  ['github', `github_pat_${drawn(82, 23)}`],
  ['gitlab', `glpat-${drawn(20, 24)}`],
  ['grafana', `glsa_${drawn(32, 25)}_${drawn(8, 26, HEX)}`],
  ['1password', `ops_${serviceAccount}`],
  ['database', 'mongodb+srv://bob:Tr0ub4dor@db.example.net/app'],
  ['database', 'jdbc:mysql://bob:Tr0ub4dor@db.example.net/app'],
  ['database', 'postgresql://bob:Tr0ub4dor@db.example.net/app'],
  ['vault', `hvs.${drawn(95, 28)}`],
  ['vault', `hvb.${drawn(150, 29)}`],
  ['vercel', `vcp_${drawn(24, 30)}`],
  ['databricks', `dapi${drawn(32, 31, HEX)}`],
  ['docker', `dckr_pat_${drawn(27, 32)}`],
  ['figma', `figd_${drawn(43, 33)}`],
  ['cloudflare', `cfut_${drawn(40, 34)}${drawn(8, 35, HEX)}`],
  ['tailscale', `tskey-auth-${drawn(12, 36)}-${drawn(32, 37)}`],
]

const finder = createSecretlintFinder()

describe.each(EXAMPLES)('%s: %s', (_, text) => {
  test('secretlint finds it, so the check before must let it through', async () => {
    expect(await finder.find(text)).not.toEqual([])
    expect(finder.mayFind(text)).toBe(true)
  })

  test('nothing of it is left for secretlint after both', async () => {
    const out = await redactAll({ text }, redact, finder)
    expect(out.text).toContain('[redacted:')
    expect(await finder.find(out.text)).toEqual([])
  })
})

test('whatever secretlint finds in altered examples, the check before lets through', async () => {
  const altered = fc
    .tuple(fc.constantFrom(...EXAMPLES.map(([, text]) => text)), fc.nat(), fc.nat({ max: 6 }), fc.string({ maxLength: 3 }))
    .map(([text, at, length, other]) => `${text.slice(0, at % text.length)}${other}${text.slice((at % text.length) + length)}`)
  await fc.assert(
    fc.asyncProperty(altered, fc.string(), async (text, around) => {
      const found = await finder.find(`${around}\n${text}`)
      expect(found.length === 0 || finder.mayFind(`${around}\n${text}`)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test.each([
  'HEAD is now at 3f786850e387550fdab836ed7e6dc881de23001b',
  'npm error code ERESOLVE',
  'risk-free task-runner hf_hub npm_config_cache SG.txt',
  'https://user:[redacted:url-password]@example.com',
  'mongodb://bob:[redacted:url-password]@db.example.net/app',
  '_authToken=[redacted:token]',
])('the library is not loaded for: %s', text => expect(finder.mayFind(text)).toBe(false))

test('a comment in the log does not switch the rules off', async () => {
  const secret = `npm_${drawn(36, 3)}`
  const found = await finder.find(`# secretlint-disable\n${secret} // secretlint-disable-line`)
  expect(found).toEqual([{ start: 21, end: 21 + secret.length }])
})

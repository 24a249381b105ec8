/** Made-up secrets of each kind, for tests: put together at run time, so that no scanner takes this file for a leak. */

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const HEX = '0123456789abcdef'

/** Secrets that carry their own mark, by the kind they must be called. */
export const TOKENS: readonly (readonly [kind: string, token: string])[] = [
  ['github-token', `ghp_${drawn(36, 1)}`],
  ['github-token', `gho_${drawn(36, 2)}`],
  ['github-token', `ghs_${drawn(36, 3)}`],
  ['github-token', `github_pat_${drawn(22, 4)}_${drawn(59, 5)}`],
  ['gitlab-token', `glpat-${drawn(20, 6)}`],
  ['aws-key', `AKIA${drawn(16, 7, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`],
  ['aws-key', `ASIA${drawn(16, 8, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`],
  ['google-key', `AIza${drawn(35, 9)}`],
  ['google-key', `ya29.${drawn(60, 10)}`],
  ['slack-token', `xoxb-${drawn(12, 11, '0123456789')}-${drawn(12, 12, '0123456789')}-${drawn(24, 13)}`],
  ['stripe-key', `sk_live_${drawn(24, 14)}`],
  ['stripe-key', `rk_test_${drawn(24, 15)}`],
  ['npm-token', `npm_${drawn(36, 16)}`],
  ['pypi-token', `pypi-AgEIcHlwaS5vcmc${drawn(70, 17)}`],
  ['openai-key', `sk-${drawn(20, 18)}T3BlbkFJ${drawn(20, 19)}`],
  ['openai-key', `sk-proj-${drawn(48, 20)}`],
  ['anthropic-key', `sk-ant-api03-${drawn(93, 21)}AA`],
  ['sendgrid-key', `SG.${drawn(22, 22)}.${drawn(43, 23)}`],
  ['twilio-key', `SK${drawn(32, 24, HEX)}`],
  ['docker-token', `dckr_pat_${drawn(27, 25)}`],
  ['service-token', `hf_${drawn(34, 26)}`],
  ['service-token', `hvs.${drawn(95, 27)}`],
  ['service-token', `dapi${drawn(32, 28, HEX)}`],
  ['service-token', `tskey-auth-${drawn(12, 29)}-${drawn(32, 30)}`],
  ['service-token', `glsa_${drawn(32, 31)}_${drawn(8, 32, HEX)}`],
  ['private-key', `AGE-SECRET-KEY-1${drawn(58, 33, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L')}`],
  ['jwt', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${drawn(43, 34)}`],
]

/** Secrets known by where they stand: text around, with the secret in between. */
export const PLACED: readonly (readonly [kind: string, before: string, secret: string, after: string])[] = [
  ['password', 'password=', 'hunter2', ''],
  ['password', 'DB_PASSWORD=', 'correct horse'.replace(' ', '-'), ' next'],
  ['password', 'password: ', 'hunter2', ''],
  ['password', '  password: "', 'two words', '"'],
  ['password', '{"user":"bob","password":"', 'Tr0ub4dor&3', '","port":1}'],
  ['password', '{\\"password\\":\\"', 'Tr0ub4dor&3', '\\"}'],
  ['password', "{'passwd': '", 's3same', "'}"],
  ['password', 'tool --password ', 'hunter2', ' --verbose'],
  ['password', 'tool --db-password=', 'hunter2', ' --verbose'],
  ['password', 'tool --password ', 'swordfish', ' --verbose'],
  ['token', 'NPM_TOKEN=', 'abcdefghijkl', ''],
  ['token', '{"access_token":"', 'simpletokenvalue', '"}'],
  ['secret', '- name: DB_PASSWORD\n  value: ', 'hunter2', ''],
  ['authorization', '"Authorization":["Bearer ', 'abc.def.ghi', '"]'],
  ['url-password', 'https://x-access-token:', 'abc123', '@github.com/acme/web'],
  ['password', '<password>', 'hunter2', '</password>'],
  ['password', 'Server=db;User Id=sa;Password=', 'Str0ng!Pass', ';Encrypt=true'],
  ['password', 'machine example.com login bob password ', 'swordfish', ''],
  ['password', 'curl -u bob:', 'hunter2', ' https://example.com'],
  ['secret', 'AWS_SECRET_ACCESS_KEY=', `${drawn(20, 40)}/${drawn(19, 41)}`, ''],
  ['secret', 'client_secret: ', drawn(32, 42), ''],
  ['token', 'token: ', drawn(24, 43), ''],
  ['token', '//registry.npmjs.org/:_authToken=', drawn(36, 44, HEX), ''],
  ['secret', 'x-api-key: ', drawn(32, 45, HEX), ''],
  ['authorization', 'Authorization: Bearer ', drawn(40, 46), ''],
  ['authorization', '"authorization": "Basic ', btoa('bob:hunter2'), '"'],
  ['authorization', 'AUTHORIZATION: basic ', btoa('x-access-token:abc'), ''],
  ['cookie', 'Set-Cookie: ', `session=${drawn(24, 47)}`, ''],
  ['url-password', 'https://bob:', 'hunter2', '@example.com/x'],
  ['url-password', 'postgres://app:', 'p@ss', '@db.example.com:5432/app'],
  ['url-token', 'https://', drawn(40, 48, HEX), '@github.com/acme/web'],
  ['url-token', 'https://example.com/x?a=1&access_token=', drawn(20, 49), '&b=2'],
  [
    'azure-key',
    'DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=',
    `${drawn(86, 50)}==`,
    ';EndpointSuffix=core.windows.net',
  ],
  ['url-token', 'https://acme.blob.core.windows.net/c/b?sv=2022&sig=', `${drawn(40, 51)}%3D`, '&se=2030'],
  ['webhook', 'https://hooks.slack.com/services/', `T${drawn(8, 52)}/B${drawn(8, 53)}/${drawn(24, 54)}`, ''],
  ['webhook', 'https://discord.com/api/webhooks/', `${drawn(18, 55, '0123456789')}/${drawn(68, 56)}`, ''],
  ['token', '{"auths":{"ghcr.io":{"auth":"', btoa('bob:hunter2hunter2'), '"}}}'],
]

/** Drawn from the alphabet, always the same for the same seed; with a digit, a capital and a small letter where it has them. */
export function drawn(length: number, seed: number, alphabet = ALNUM): string {
  let state = seed * 2654435761
  let out = ''
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0
    const from = alphabet === ALNUM && index < 3 ? (['ABCDEF', 'ghijkl', '234567'][index] ?? alphabet) : alphabet
    out += from.charAt((state >>> 8) % from.length)
  }
  return out
}

/** A private key of made-up bytes, with the given line end. */
export function privateKey(type: string, lineEnd: string): string {
  const body = [1, 2, 3, 4, 5].map(seed => drawn(64, 60 + seed)).join(lineEnd)
  return [`-----BEGIN ${type}-----`, body, `${drawn(22, 70)}==`, `-----END ${type}-----`].join(lineEnd)
}

/** Whether enough of a secret is left in a text once everything that could stand between its characters is gone. */
export function survives(secret: string, text: string): boolean {
  const bare = (from: string) => from.replace(/\[redacted:[a-z-]+\]|\x1b\[[\d;]*m|[\s\u200b-\u200f"'`\\]/g, '')
  const seen = bare(text)
  const hidden = bare(secret)
  const window = Math.min(10, hidden.length)
  for (let index = 0; index + window <= hidden.length; index++)
    if (seen.includes(hidden.slice(index, index + window))) return true
  return false
}

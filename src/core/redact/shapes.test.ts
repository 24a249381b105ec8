import { describe, expect, test } from 'vitest'
import { drawn } from './canaries.fixture.ts'
import { findShapes, isFilledIn } from './shapes.ts'

const found = (text: string) => [...new Set(findShapes(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`))]

const long = drawn(40, 1)

test.each<readonly [kind: string, before: string, secret: string, after: string]>([
  ['url-password', 'https://bob:', 'hunter2', '@example.com'],
  ['url-password', 'redis://:', 'hunter2', '@cache:6379'],
  ['url-password', 'amqp://a:', 'p:q', '@h'],
  ['url-token', 'https://', `${drawn(16, 2)}`, '@github.com'],
  ['webhook', 'https://hooks.slack.com/services/', 'T0ABCDEF/B0ABCDEF/xyz123', ''],
  ['webhook', 'https://hooks.slack-gov.com/workflows/', 'T0ABCDEF', ''],
  ['webhook', 'https://hooks.slack.com/triggers/', 'T0ABCDEF', ' done'],
  ['webhook', 'https://discord.com/api/webhooks/', `123456789/${long}`, ''],
  ['webhook', 'https://discordapp.com/api/webhooks/', `1/${long}`, '"'],
  ['webhook', 'https://acme.webhook.office.com/webhookb2/', 'abcd-1234', ' ok'],
  ['webhook', 'https://outlook.office.com/webhook/', 'abcd-1234', '"'],
  ['webhook', 'https://chat.googleapis.com/v1/spaces/', 'AAAA/messages?key=x', '"'],
  ['webhook', 'https://api.telegram.org/bot', '123456:ABC-def', '/sendMessage'],
  ['authorization', 'Authorization: Bearer ', 'abcdef', ''],
  ['authorization', 'authorization=', 'abcdef', ' x'],
  ['authorization', 'Authorization => token ', 'abcdef', ''],
  ['authorization', "{'Authorization': 'Basic ", 'abcdef', "'}"],
  ['authorization', '["authorization", "digest ', 'abcdef', '"]'],
  ['authorization', 'Authorization:negotiate ', 'abcdef', ''],
  ['authorization', 'Authorization: ApiKey ', 'abcdef', ''],
  ['authorization', 'Authorization: bot ', 'abcdef', ''],
  ['authorization', 'Authorization: AWS4-HMAC-SHA256 ', 'Credential=x/y', ','],
  ['authorization', 'authorization: Bearer%20', 'abcdef', ''],
  ['authorization', '{\\"authorization\\":\\"token ', 'abcdef', '\\"}'],
  ['authorization', 'with bearer ', 'abcdefghij123456', ' it'],
  ['authorization', 'with Bearer ', 'abcdefghijKlmnop', ''],
  ['authorization', 'proxy basic ', btoa('bob:pw'), ''],
  ['cookie', 'Cookie: ', 'session=abc; theme=dark', ''],
  ['cookie', 'set-cookie:', 'a=b', ''],
  ['password', 'machine example.com login bob password ', 'swordfish', ''],
  ['password', 'default login bob password ', 'swordfish', ''],
  ['password', 'machine h login bob account acme password ', 'swordfish', ' x'],
  ['password', 'machine h\n  login bob\n  password ', 'swordfish', '\n'],
  ['password', 'login bob password ', 'swordfish', ''],
  ['password', 'curl -u bob:', 'hunter2', ' x'],
  ['password', 'curl --user=bob:', 'hunter2', ' x'],
  ['password', 'curl --user "bob:', 'hunter2', '" x'],
  ['password', 'wget --proxy-user bob:', 'hunter2', ''],
  ['password', 'http -u bob:', '1234567', ''],
  ['password', 'mysql -h db -p', 'hunter2', ' app'],
  ['password', 'mysqldump --all -p"', 'hunter2', '"'],
  ['password', 'mariadb -uroot -p', 'hunter2', ''],
  ['password', 'sshpass -p ', 'hunter2', ' ssh h'],
  ['password', 'sshpass -p', 'hunter2', ' ssh h'],
  ['password', 'docker login -u bob -p ', 'hunter2', ' ghcr.io'],
  ['password', 'redis-cli -h c -a ', 'hunter2', ' ping'],
  ['azure-key', 'AccountKey=', `${drawn(16, 4)}`, ';'],
  ['azure-key', 'SharedAccessKey=', `${drawn(20, 4)}==`, ';'],
  ['azure-key', 'primarykey=', `${drawn(20, 4)}`, ';'],
  ['azure-key', 'SecondaryKey=', `${drawn(20, 4)}`, ';'],
  ['azure-key', 'se=2030&x sig=', `${drawn(20, 5)}%3D`, '&sp=r'],
  ['secret', 'name: DB_PASSWD\n  value: ', 'hun', ''],
  ['secret', '{"name": "API_KEY", "value": "', 'hunter2', '"}'],
  ['secret', '{\\"name\\":\\"MY_SECRET_1\\", \\"value\\":\\"', 'hunter2', '\\"}'],
  ['secret', '- name: token\n  value: "', 'hunter2', '"'],
])('%s after %j: %j, before %j', (kind, before, secret, after) => {
  expect(found(before + secret + after)).toContain(`${kind} ${secret}`)
})

describe('a token in the query of a URL', () => {
  test.each([
    'access_token',
    'refresh_token',
    'id_token',
    'private_token',
    'job_token',
    'auth_token',
    'oauth_token',
    'token',
    'sig',
    'signature',
    'X-Amz-Signature',
    'X-Amz-Security-Token',
    'X-Goog-Signature',
    'AWSAccessKeyId',
    'key',
    'api_key',
    'apikey',
    'auth',
    'authkey',
    'password',
    'passwd',
    'pwd',
    'secret',
    'client_secret',
    'sv_sig',
  ])('%s', name => {
    expect(found(`GET /x?${name}=abc123&b=2`)).toEqual(['url-token abc123'])
    expect(found(`GET /x?a=1&amp;${name}=abc123#top`)).toEqual(['url-token abc123'])
  })

  test.each([
    'GET /x?page=abc123',
    'GET /x?key=short',
    'GET /x?token=main.css',
    'GET /x?monkey=abc123',
    'GET /x?key=${KEY_OF_X}',
  ])('not in %s', text => {
    expect(found(text)).toEqual([])
  })
})

test.each([
  'https://example.com:8080/x',
  'https://bob:$PASSWORD@example.com',
  'https://bob:***@example.com',
  'https://abcdefghijklmnopqrst@example.com',
  'https://ab12@example.com',
  'authorization: bearer',
  'Authorization: required for this',
  'Authorization: header is missing',
  'Authorization: failed',
  'authorization::Handler',
  'Authorization: abcde',
  'bearer abcdefghijklmnopqrstuvwxyz',
  'bearer short1',
  'basic authentication',
  'basic c29tZXRoaW5nIGVsc2U=',
  'cookie: none',
  'login to the password page',
  'curl -u bob:8080 https://example.com',
  'curl -u bob:$PASSWORD https://example.com',
  'tool -u bob:hunter2',
  'mysql -h db -P 3306',
  'docker login --password-stdin',
  'sshpass -e ssh h',
  'AccountKey=tooshort',
  'sig=tooshort',
  'name: DB_HOST\n  value: localhost',
  'name: DB_PASSWORD\n  value: null',
  'hooks.slack.com/services/short',
])('nothing in %j', text => {
  expect(found(text)).toEqual([])
})

describe('what stands in the place of a secret without being one', () => {
  test.each([
    '*',
    '***',
    'xxx',
    'XXXXXX',
    '...',
    '---',
    '___',
    '###',
    '$',
    '$TOKEN',
    '${TOKEN}',
    '$(cat file)',
    '\\$TOKEN',
    '%TOKEN%',
    '{{ token }}',
    '<token>',
    '[redacted]',
    '[MASKED]',
    '[hidden]',
    '[Filtered]',
    '[secret]',
    '[secure]',
    'null',
    'None',
    'nil',
    'undefined',
    'true',
    'False',
    'yes',
    'no',
    'on',
    'off',
    'unset',
    'empty',
    'missing',
    'required',
    'masked',
    'hidden',
    'redacted',
    'secure',
    'n/a',
    'string',
    'str',
    'bytes',
    'int',
    'integer',
    'number',
    'boolean',
    'bool',
    'object',
    'any',
    'void',
    'optional',
    'password',
    'passwd',
    'secret',
    'token',
  ])('%s', value => {
    expect(isFilledIn(value)).toBe(false)
  })

  test.each([
    'hunter2',
    'x',
    'xx',
    'x3xx',
    '***a',
    'a***',
    '..a',
    'a$TOKEN',
    'nullable',
    'not-null',
    '%TOKEN',
    'on1',
    '$ 5',
    'a<b',
    'my[secret',
  ])('%s is one', value => {
    expect(isFilledIn(value)).toBe(true)
  })
})

test.each<readonly [kind: string, before: string, secret: string, after: string]>([
  ['password', 'machine  h.example\n  login   bob  account  acme   password   ', 'swordfish', ''],
  ['password', 'x\n  login  bob   password  ', 'swordfish', ''],
  ['authorization', 'Authorization: Bearer   ', 'abcdef', ''],
  ['authorization', 'Authorization: ', 'my-token-1', ''],
  ['authorization', 'with bearer   ', 'abcdefghij123456', ''],
  ['authorization', 'with basic   ', btoa('bob:pw'), ''],
  ['password', '-u bob:', 'hunter2', ' is for curl'],
  ['password', 'curl -u   bob:', 'hunter2', ''],
  ['password', 'curl -ubob:', 'hunter2', ''],
  ['password', 'mariadbdump -p', 'hunter2', ''],
  ['password', 'sshpass   -p  ', 'hunter2', ''],
  ['password', 'docker login -p   ', 'hunter2', ''],
  ['password', 'redis-cli -a   ', 'hunter2', ''],
  ['url-token', 'GET /x?token=', 'a/main.css', ''],
  ['url-token', 'GET /x?token=', 'main.css/a', ''],
  ['secret', 'name: my_apikey\n  value: ', 'hunter2', ''],
])('however it is set apart: %s after %j: %j, before %j', (kind, before, secret, after) => {
  expect(found(before + secret + after)).toContain(`${kind} ${secret}`)
})

test.each(['a%TOKEN%', '%TOKEN%x', 'a{{b', 'a$'])('%s is filled in', value => {
  expect(isFilledIn(value)).toBe(true)
})

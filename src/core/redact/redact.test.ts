import { describe, expect, test } from 'vitest'
import { drawn, PLACED, privateKey, survives, TOKENS } from './canaries.fixture.ts'
import { createRedactor, redact } from './redact.ts'

describe.each(TOKENS)('a token with a mark: %s', (kind, token) => {
  test('as it is', () => {
    expect(redact(token)).toBe(`[redacted:${kind}]`)
    expect(redact(`fatal: could not use ${token}, giving up`)).toBe(`fatal: could not use [redacted:${kind}], giving up`)
  })

  test.each([
    ['quoted', `x = "${token}";`],
    ['in JSON', JSON.stringify({ a: [token] })],
    ['in JSON in JSON', JSON.stringify(JSON.stringify({ a: token }))],
    ['with colours inside', `${token.slice(0, 9)}\x1b[1;31m${token.slice(9)}\x1b[0m`],
    ['with zero-width characters inside', [...token].join('\u200b')],
    ['in base64', `blob ${btoa(token)} end`],
    ['in base64 with other text', `blob ${btoa(`xx${token}yy`)} end`],
    ['in base64 twice', btoa(btoa(token))],
    ['in hexadecimal', [...token].map(character => character.charCodeAt(0).toString(16)).join('')],
    ['percent-encoded', [...token].map(character => `%${character.charCodeAt(0).toString(16)}`).join('')],
    [
      'with some characters percent-encoded',
      `https://example.com/?q=${token.slice(0, 2)}%${token.charCodeAt(2).toString(16)}${token.slice(3)}`,
    ],
    ['inside an OSC sequence', `\x1b]8;;${token}\x07link\x1b]8;;\x07`],
  ])('%s', (_, text) => {
    expect(survives(token, redact(text))).toBe(false)
    expect(survives(btoa(token).slice(0, -4), redact(text))).toBe(false)
  })

  test('broken over two lines', () => {
    for (const at of [1, token.length >> 1, token.length - 1]) {
      for (const lineEnd of ['\n', '\r\n', '\n    ', ' \\\n', '\n2026-01-02T03:04:05.1234567Z ']) {
        const text = `key\n${token.slice(0, at)}${lineEnd}${token.slice(at)}\nDone in 3 s`
        const out = redact(text)
        expect({ at, lineEnd, lost: survives(token, out) }).toEqual({ at, lineEnd, lost: false })
        expect(out.split('\n').length).toBe(text.split('\n').length)
        expect(out.endsWith('\nDone in 3 s')).toBe(true)
      }
    }
  })
})

describe.each(PLACED)('a secret known by its place: %s after %s', (kind, before, secret, after) => {
  test('alone and within a log', () => {
    expect(redact(before + secret + after)).toBe(`${before}[redacted:${kind}]${after}`)
    const out = redact(`Run deploy\n${before}${secret}${after}\nexit 1`)
    expect(out).not.toContain(secret)
    expect(out.split('\n')).toHaveLength(2 + before.split('\n').length)
  })
})

describe('private keys', () => {
  test.each(['RSA PRIVATE KEY', 'PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'])(
    '%s over lines',
    type => {
      const key = privateKey(type, '\n')
      const out = redact(`before\n${key}\nafter`)
      expect(survives(key, out)).toBe(false)
      expect(out.split('\n')).toHaveLength(key.split('\n').length + 2)
      expect(out.startsWith('before\n') && out.endsWith('\nafter')).toBe(true)
    },
  )

  test.each([
    [
      'with escaped line ends',
      (key: string) => `{"type":"service_account","private_key":"${key.replaceAll('\n', '\\n')}\\n","client_id":"1"}`,
    ],
    ['indented in YAML', (key: string) => `key: |\n${key.replace(/^/gm, '    ')}\nother: 1`],
    ['with CRLF', (key: string) => key.replaceAll('\n', '\r\n')],
    ['without its end', (key: string) => key.slice(0, -60)],
    ['in base64', (key: string) => btoa(key)],
  ])('%s', (_, write) => {
    const key = privateKey('PRIVATE KEY', '\n')
    expect(survives(key.split('\n')[2] ?? '', redact(write(key)))).toBe(false)
    expect(survives(btoa(key).slice(0, 200), redact(write(key)))).toBe(false)
  })

  test('a certificate is public', () => {
    const certificate = privateKey('CERTIFICATE', '\n')
    expect(redact(certificate)).toBe(certificate)
  })
})

describe('what is no secret', () => {
  test.each([
    'HEAD is now at 3f786850e387550fdab836ed7e6dc881de23001b Merge',
    'Digest: sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'ghcr.io/acme/web@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    `"integrity": "sha512-${drawn(86, 80)}=="`,
    `github.com/acme/web v1.2.3 h1:${drawn(43, 81)}=`,
    'request 123e4567-e89b-12d3-a456-426614174000 failed',
    `//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJ${drawn(200, 82)}`,
    '/home/runner/work/_temp/0a1b2c3d-0000-4111-8222-333344445555/node_modules/.pnpm/@babel+core@7.23.0/lib/index.js',
    'org.apache.commons.lang3.time.Java15BugFastDateParserTest',
    'org.nem.core.crypto.secp256k1.SecP256K1KeyAnalyzerTest.canHandleInvalidKeyPairWith33Bytes',
    '_ZN4core3fmt9Formatter12pad_integral17h1a2b3c4d5e6f7a8bE',
    'SyntaxError: Unexpected token: }',
    'Unexpected token: punc (;)',
    'error: invalid password: must be at least 8 characters',
    'remote: Password authentication was removed',
    'token_type: bearer',
    'secretName: my-app',
    'const token = process.env.GITHUB_TOKEN',
    'the --password option is required; --token is not',
    'Missing required secret: NPM_TOKEN',
    "KeyError: 'password'",
    'Including io.jsonwebtoken:jjwt-api:jar:0.11.2 in the shaded jar',
    'com.google.auth:google-auth-library-credentials:1.18.0',
    'botocore.credentials:credentials.py:1975 Looking for credentials via: env',
    'test auth::authorization::access_authorized_master_key ... ok',
    'System.Web, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089',
    '+ secretstorage==3.3.3',
    'CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE: /home/runner/work/web/gha-creds-0a1b2c.json',
    '"releases token": https://github.com/acme/web/pull/10',
    'max_tokens=4096 "tokens": 1200',
    'Auth0: v1.2.3-beta12 author: jane-doe99',
    'assert token == expected',
    'password = getpass()',
    'TOKEN=$GITHUB_TOKEN',
    'token: ${{ secrets.GITHUB_TOKEN }}',
    'token: ***',
    'AUTHORIZATION: basic ***',
    'password: null',
    'docker login --password-stdin',
    'Basic authentication failed; Bearer authentication required',
    'https://example.com:8080/path',
    'git@github.com:acme/web.git',
    'Setting up libsecret-1-0:amd64 (0.16-0ubuntu1) ...',
    'AuthService::Token::Refresh#call',
    btoa('the quick brown fox jumps over the lazy dog again and again'),
    'npm_config_registry=https://registry.npmjs.org/ npm_lifecycle_event=test',
    'Downloading jackson-module-kotlin-2.15.0-20230401.123456-12.jar',
    'cpe:2.3:a:apache:log4j:2.14.1',
    'AABBCCDDEEFF00112233445566778899AABBCCDD',
    'tests/unit/test_authentication.py::TestTokenRefresh::test_expired_token_is_rejected PASSED',
    '--- PASS: TestParseAuthorizationHeader (0.00s)',
  ])('%s', text => expect(redact(text)).toBe(text))
})

test('a random token without a mark', () => {
  for (let seed = 100; seed < 140; seed++) expect(redact(`got ${drawn(40, seed)} back`)).toBe('got [redacted:random] back')
})

describe('a secret by value', () => {
  const value = 'pä$$ w/ör+d="x"&1'
  const redactor = createRedactor({ values: [value] })
  const utf8 = String.fromCharCode(...new TextEncoder().encode(value))

  test.each([
    ['raw', value],
    ['URL-encoded', encodeURIComponent(value)],
    ['as a form field', encodeURIComponent(value).replaceAll('%20', '+')],
    ['as JSON', JSON.stringify(value)],
    ['as JSON in JSON', JSON.stringify(JSON.stringify({ value }))],
    ['as HTML', value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
    ['in hexadecimal', [...utf8].map(byte => byte.charCodeAt(0).toString(16)).join('')],
    ['broken over lines', `${value.slice(0, 7)}\n  ${value.slice(7)}`],
    ['with colours', `${value.slice(0, 5)}\x1b[32m${value.slice(5)}`],
    ['spelt out', [...value].join(' ')],
    ['spelt out without width', [...value].join('\u200b')],
  ])('%s', (_, text) => {
    const out = redactor(`before ${text} after`)
    expect(out.startsWith('before ') && out.endsWith(' after')).toBe(true)
    expect(
      out
        .replace(/^before | after$/g, '')
        .replace(/\[redacted:value\]/g, '')
        .replace(/[\s"\\{}:]|value|\x1b\[32m/g, ''),
    ).toBe('')
  })

  test('in base64, wherever it begins and in both alphabets', () => {
    for (const before of ['', 'a', 'ab', 'user:']) {
      for (const after of ['', 'z', 'zz']) {
        const encoded = btoa(before + utf8 + after)
        for (const text of [encoded, encoded.replaceAll('+', '-').replaceAll('/', '_')]) {
          expect(survives(btoa(utf8).slice(4, -4), redactor(text))).toBe(false)
          expect(redactor(text)).toContain('[redacted:')
        }
      }
    }
  })

  test('a key file is hidden line by line', () => {
    const lines = createRedactor({ values: ['first line of it\nsecond line of it\nend'] })
    expect(lines('x second line of it y')).toBe('x [redacted:value] y')
  })

  test('one that is too short hides nothing', () =>
    expect(createRedactor({ values: ['true', ''] })('it is true')).toBe('it is true'))
})

test('the folder of a shell is no password', () => {
  const folders = ['PWD=/home/runner/work', 'OLDPWD=/builds/acme', 'export PWD="C:\\\\work"', 'pwd: ~/work']
  expect(folders.map(text => redact(text))).toEqual(folders)
  expect(redact('DB_PWD=/s3same --pwd=/s3same')).toBe('DB_PWD=[redacted:password] --pwd=[redacted:password]')
})

describe('a token in the escapes of', () => {
  const token = TOKENS[0]?.[1] ?? ''
  const codes = [...token].map(character => character.charCodeAt(0))
  const hex = codes.map(code => code.toString(16).padStart(2, '0'))
  test.each([
    ['JSON', hex.map(code => `\\u00${code}`).join('')],
    ['JSON in JSON', hex.map(code => `\\\\u00${code}`).join('')],
    ['a string of C', hex.map(code => `\\x${code}`).join('')],
    ['one character of it', `${token.slice(0, 10)}\\u00${hex[10]}${token.slice(11)}`],
    ['HTML', codes.map(code => `&#${code};`).join('')],
    ['HTML in hexadecimal', hex.map(code => `&#x${code};`).join('')],
    ['a dump with colons', hex.join(':')],
    ['a dump with spaces', hex.join(' ')],
    ['an array of bytes', hex.map(code => `0x${code}`).join(', ')],
  ])('%s', (_, written) => {
    expect(redact(`got "${written}" here`)).toBe('got "[redacted:github-token]" here')
  })

  test('what tells nothing stays', () => {
    const harmless = String.raw`\u0041\u0042 caf\xc3\xa9 &#8217; &#39;x&#39; 52:54:00:12:34:56 ${hex.map(() => '41').join(' ')}`
    expect(redact(harmless)).toBe(harmless)
  })
})

test('a further finder is heard', () => {
  const find = (text: string) =>
    [...text.matchAll(/bob/g)].map(match => ({ start: match.index, end: match.index + 3, kind: 'secret' as const }))
  expect(createRedactor({ find })('hello bob')).toBe('hello [redacted:secret]')
})

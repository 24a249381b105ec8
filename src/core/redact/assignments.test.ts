import { describe, expect, test } from 'vitest'
import { findAssignments } from './assignments.ts'

const found = (text: string) => findAssignments(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`)

test.each<readonly [text: string, ...found: string[]]>([
  // Names.
  ['password=hunter2', 'password hunter2'],
  ['passwd=hunter2', 'password hunter2'],
  ['passphrase=hunter2', 'password hunter2'],
  ['passcode=hunter22', 'password hunter22'],
  ['DB_PASS=hunter22', 'password hunter22'],
  ['pass=hunter22', 'password hunter22'],
  ['pwd=hunter2', 'password hunter2'],
  ['secret=hunter2', 'secret hunter2'],
  ['token=abcdefg1', 'token abcdefg1'],
  ['api_key=abcdefg1', 'secret abcdefg1'],
  ['apikey=abcdefg1', 'secret abcdefg1'],
  ['api-key=abcdefg1', 'secret abcdefg1'],
  ['access_key=hunter2', 'secret hunter2'],
  ['privateKey=hunter2', 'secret hunter2'],
  ['encryption_key=abcdefg1', 'secret abcdefg1'],
  ['signing_key=abcdefg1', 'secret abcdefg1'],
  ['master-key=abcdefg1', 'secret abcdefg1'],
  ['account_key=abcdefg1', 'secret abcdefg1'],
  ['auth_key=abcdefg1', 'token abcdefg1'],
  ['deploy_key=abcdefg1', 'secret abcdefg1'],
  ['license_key=abcdefg1', 'secret abcdefg1'],
  ['app_key=abcdefg1', 'secret abcdefg1'],
  ['credential=abcdefg1', 'secret abcdefg1'],
  ['credentials=abcdefg1', 'secret abcdefg1'],
  ['_auth=abcdefg1', 'token abcdefg1'],
  ['connection_string=abcdefg1', 'secret abcdefg1'],
  ['conn_str=abcdefg1', 'secret abcdefg1'],
  ['my.password.prod=hunter2', 'password hunter2'],
  ['PASSWORD_2=hunter2', 'password hunter2'],
  // Operators, quotes and brackets.
  ['password => hunter2', 'password hunter2'],
  ['password := hunter2', 'password hunter2'],
  ['password = hunter2', 'password hunter2'],
  ["config['password'] = 'two words'", 'password two words'],
  ['password: `two words`', 'password two words'],
  ['{\\"password\\": \\"a \\\\\\" b\\"}', 'password a \\\\\\" b'],
  ['password="a\\"b" c', 'password a\\"b'],
  ['password="never closed\nnext', 'password never'],
  // Ends of values.
  ['password=hunter2;user=bob', 'password hunter2'],
  ['password=hunter2&user=bob', 'password hunter2'],
  ['password=hunter2,user:bob', 'password hunter2'],
  ['password=hunter2;', 'password hunter2'],
  ['password=hunt;er2', 'password hunt;er2'],
  ['(password=hunter2)', 'password hunter2'],
  ['(password=hunter2).', 'password hunter2'],
  ['password=hunter2.', 'password hunter2'],
  ['password=hunter2\\nuser', 'password hunter2'],
  ['password=hunter2<br>', 'password hunter2'],
  // Several of them.
  ['password=hunter2 token=abcdefg1', 'password hunter2', 'token abcdefg1'],
  ['password=secret=x1', 'password secret=x1'],
  // Lines of their own.
  ['password: hunter', 'password hunter'],
  ['  - db.password: hunter # old', 'password hunter'],
  ['a\npassword: hunter\nb', 'password hunter'],
  ['the password: hunter2 is bad', 'password hunter2'],
  ['API_TOKEN=abcdef', 'token abcdef'],
  ['{"token":"abcdefghijkl"}', 'token abcdefghijkl'],
  ['token=AbcdefghijklmnopQ', 'token AbcdefghijklmnopQ'],
  ['token=abc$efgh', 'token abc$efgh'],
  ['SOME_PWD=/s3same', 'password /s3same'],
  // Flags.
  ['tool --password hunter2', 'password hunter2'],
  ['tool --db-password "two words"', 'password two words'],
  ['tool -password hunter2', 'password hunter2'],
  ['tool --token abcdefg1', 'token abcdefg1'],
  ["'--secret' hunter2"],
  ['--secret hunter2', 'secret hunter2'],
  // Tags.
  ['<password>hunter2</password>', 'password hunter2'],
  ['<db.password> hunter2</db.password>', 'password hunter2'],
  ['<apiKey>hunter2</apiKey>', 'secret hunter2'],
])('%j', (text, ...expected) => {
  expect(found(text)).toEqual(expected)
})

describe('nothing in', () => {
  test.each([
    // About a secret, or about something else.
    'token_type=abcdefg1',
    'tokenName=abcdefg1',
    'password_field=hunter2',
    'passwordPath=hunter2',
    'secret_file=hunter2',
    'token_url=abcdefg1',
    'token_id=abcdefg1',
    'token_count=12345678',
    'tokens_limit=12345678',
    'password_length=12345678',
    'token_expires=12345678',
    'token_ttl=12345678',
    'secret_version=12345678',
    'password_required=hunter2',
    'tokenizer=abcdefg1',
    'tokenized=abcdefg1',
    'secretRef=abcdefg1',
    'token_status=abcdefg1',
    'libsecret-1-0=hunter2',
    'author=abcdefg1',
    'authority=abcdefg1',
    'authenticated=abcdefg1',
    'auth0=abcdefg1',
    'bypass=hunter22',
    'compass: hunter22',
    // Comparisons and paths.
    'password == hunter2',
    'Password::hunter2',
    'token=/usr/lib/abc1',
    'token=./lib/abcdef1',
    'token=https://example.com/1',
    'PublicKeyToken=b77a5c561934e089',
    'com.google.auth:google-auth:1.18.0',
    'https://x-token:abcdefg1',
    // Not filled in, or code.
    'password=***',
    'password=ab',
    'password=$DB_PASSWORD',
    'password=${{ secrets.X }}',
    'password={{ password }}',
    'password=process.env.X',
    'password=getPassword()',
    'password=config[0]',
    'password=[hidden]',
    'password=(none)',
    'password=&ref1',
    'password=*ref1',
    'password=String',
    'password=SecureString',
    // Not made by a machine.
    'token=abcdefgh',
    'token=short1',
    'token: unexpected',
    'the password: wrong',
    'the password: hunter at the end',
    // Spoken of.
    'the flag --password is required',
    'use --password or --token.',
    '--password --verbose',
    '--secret id=npm,src=.npmrc',
    '--password-stdin hunter2',
    '--token abcdefgh',
    // Where a shell is.
    'PWD=/home/bob',
    'OLDPWD=~/x',
    'PWD=C:\\work',
    // No tag around it.
    '<password>hunter2 </password>',
    '<password>ab</password>',
    '<token></token>',
    'nothing to see here',
  ])('%j', text => {
    expect(found(text)).toEqual([])
  })
})

test('the folder of a shell is one only of its own name', () => {
  expect(found('DB_PWD=/home/bob')).toEqual(['password /home/bob'])
  expect(found('PWD_2=/home/bob')).toEqual(['password /home/bob'])
  expect(found('PWD=hunter2')).toEqual(['password hunter2'])
})

test('a bare value of a kilobyte is found whole', () => {
  const value = 'a1'.repeat(512)
  expect(found(`password=${value} next`)).toEqual([`password ${value}`])
})

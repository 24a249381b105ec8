import { describe, expect, test } from 'vitest'
import { drawn } from './canaries.fixture.ts'
import { findRandom } from './entropy.ts'

const found = (text: string) => findRandom(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`)
const random = drawn(40, 101)

test('a random token is found where it stands, without what is before it', () => {
  expect(found(`got ${random} back`)).toEqual([`random ${random}`])
  expect(found(`got /_-${random} back`)).toEqual([`random ${random}`])
  expect(found(random)).toEqual([`random ${random}`])
  expect(found(`${random} ${drawn(30, 102)}`)).toEqual([`random ${random}`, `random ${drawn(30, 102)}`])
})

test('24 characters are enough, 23 are not', () => {
  const seeds = [201, 202, 203, 204, 205, 206]
  expect(seeds.filter(seed => found(`x ${drawn(24, seed)} y`).length === 1).length).toBeGreaterThan(3)
  expect(seeds.flatMap(seed => found(`x ${drawn(23, seed)} y`))).toEqual([])
})

test('up to 512 characters', () => {
  expect(found(`x ${drawn(512, 5)} y`)).toHaveLength(1)
  expect(found(`x ${drawn(513, 5)} y`)).toEqual([])
})

test('in a path or a dashed name each piece is judged alone', () => {
  expect(found(`cache/restore/${random}/file`)).toEqual([`random ${random}`])
  expect(found(`my-service-name-${random}`)).toEqual([`random ${random}`])
})

test('a long value in base64 is one, with its slashes', () => {
  const value = `${drawn(18, 1)}/${drawn(18, 2)}/${drawn(18, 3)}`
  expect(found(`x ${value} y`)).toEqual([`random ${value}`])
})

describe('public by what stands before it', () => {
  test.each([
    'sha1-',
    'sha224:',
    'sha256:',
    'sha384=',
    'sha512-',
    'h1:',
    'md5=',
    'data:image/png;base64,',
    '"integrity": "',
    'checksum=',
    'digest: ',
    "nonce='",
    'fingerprint is ',
    'SHA256:',
  ])('%s', before => {
    expect(found(`x ${before}${random} y`)).toEqual([])
  })

  test('but not far away', () => {
    expect(found(`fingerprint of that old server: ${random}`)).toEqual([`random ${random}`])
    expect(found(`digest\n\n\n\n\n\n${random}`)).toEqual([`random ${random}`])
  })
})

describe('public by its form', () => {
  test.each(['sha256_', 'sha512-', 'h1-', 'AAAAB3', 'eyJ2ZXJzaW9uIjoz', 'MIIE'])('%s', begin => {
    expect(found(`x ${begin}${random} y`)).toEqual([])
  })

  test('a certificate, a public key and a signature, from BEGIN to END', () => {
    const block = (name: string) => `-----BEGIN ${name}-----\n${random}\n-----END ${name}-----`
    expect(found(block('CERTIFICATE'))).toEqual([])
    expect(found(block('PUBLIC KEY'))).toEqual([])
    expect(found(block('PGP SIGNATURE'))).toEqual([])
    expect(found(block('RSA PRIVATE KEY'))).toEqual([`random ${random}`])
    expect(found(`${block('CERTIFICATE')}\n${drawn(40, 7)}`)).toEqual([`random ${drawn(40, 7)}`])
    expect(found(`${drawn(40, 7)}\n${block('CERTIFICATE')}`)).toEqual([`random ${drawn(40, 7)}`])
    // Without its end, a block is its first line.
    expect(found(`-----BEGIN CERTIFICATE-----\n${random}`)).toEqual([`random ${random}`])
  })
})

test.each([
  ['text in base64', btoa('the quick brown fox jumps over the lazy dog')],
  ['a hash', '3f786850e387550fdab836ed7e6dc881de23001b'],
  ['small letters and digits', 'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6'],
  ['capitals and digits', 'A1B2C3D4E5F6G7H8I9J0K1L2M3N4O5P6'],
  ['letters alone', 'aBcDeFgHiJkLmNoPqRsTuVwXyZaBcDeF'],
  ['one digit', 'aBcDeFgHiJkLmNoPqRsTuVwXyZ1aBcDeF'],
  ['few characters', 'aB1aB1aB1aB1aB1aB1aB1aB1aB1aB1'],
  ['camel case', 'getUserAccountByName2AndPassword4FromDatabase'],
  ['words', 'Java15BugFastDateParserTestWithManyWords12'],
  ['few capitals', 'a1b2c3d4e5f6g7h8i9j0k1L2m3n4o5p6q7r8'],
])('%s is not random: %s', (_, text) => {
  expect(found(`x ${text} y`)).toEqual([])
})

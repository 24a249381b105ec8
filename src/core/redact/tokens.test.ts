import { describe, expect, test } from 'vitest'
import { drawn } from './canaries.fixture.ts'
import { findTokens, HAS_PREFIX } from './tokens.ts'
import { joinedView, plainView } from './view.ts'

const HEX = '0123456789abcdef'
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

const found = (text: string) => findTokens(plainView(text)).map(({ start, end, kind }) => [kind, text.slice(start, end)])

/** What comes after the beginning, at least so long, of such characters. */
type Row = readonly [kind: string, begins: readonly string[], least: number, alphabet?: string]

const ROWS: readonly Row[] = [
  ['github-token', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], 30],
  ['github-token', ['github_pat_'], 40],
  ['gitlab-token', ['glpat-', 'gldt-', 'glrt-', 'glptt-', 'glft-', 'glimt-', 'glagent-', 'gloas-', 'glcbt-', 'glsoat-'], 20],
  ['gitlab-token', ['GR1348941'], 20],
  ['aws-key', ['AKIA', 'ASIA', 'ABIA', 'ACCA', 'A3TX'], 16, UPPER],
  ['aws-key', ['FwoGZXIvYXdz', 'IQoJb3JpZ2lu'], 60],
  ['google-key', ['AIza'], 35],
  ['google-key', ['GOCSPX-', 'ya29.'], 20],
  ['google-key', ['1//0'], 40],
  ['slack-token', ['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxe.', 'xapp-'], 10],
  ['stripe-key', ['sk_live_', 'rk_live_', 'sk_test_', 'rk_prod_'], 10],
  ['stripe-key', ['whsec_'], 24],
  ['npm-token', ['npm_'], 36],
  ['pypi-token', ['pypi-Ag'], 30],
  ['anthropic-key', ['sk-ant-'], 16],
  ['openai-key', ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-None-', 'sk-or-v1-', 'sk-service-'], 20],
  ['openai-key', ['sk-'], 20],
  ['twilio-key', ['SK'], 32, HEX],
  ['docker-token', ['dckr_pat_', 'dckr_oat_'], 20],
  ['azure-key', ['abc8Q~'], 31],
  ['service-token', ['hf_', 'api_org_', 'r8_'], 30],
  ['service-token', ['gsk_', 'ntn_', 'secret_', 'cfk_', 'cfut_', 'cfat_'], 40],
  ['service-token', ['pplx-', 'xai-', 'fo1_', 'tvly-', 'lin_api_', 'lin_oauth_'], 32],
  ['service-token', ['figd_', 'figoh_', 'hvs.', 'hvb.', 'hvr.', 'sbp_', 'sb_secret_'], 20],
  ['service-token', ['nfp_', 'nfc_', 'vcp_', 'vck_', 'vca_', 'PMAK-', 'NRAK-', 'HRKU-'], 24],
  ['service-token', ['dop_v1_', 'doo_v1_', 'dor_v1_', 'dot_v1_', 'pul-', 'rubygems_', 'CLOJARS_'], 40, HEX],
  ['service-token', ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.'], 30],
  ['service-token', ['dapi', 'key-'], 32, HEX],
  ['service-token', ['abcdefgh123456.atlasv1.', 'xkeysib-', 'xsmtpsib-', 'dt0c01.', 'ops_eyJ', 'AKCp', 'cmVmdGtuOj'], 40],
  ['service-token', ['shpat_', 'shpca_', 'shppa_', 'shpss_', 'shptka_', 'glsa_', 'glc_'], 32],
  ['service-token', ['sq0atp-', 'sq0csp-'], 22],
  ['service-token', ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_', 'sntrys_', 'sntryu_'], 30],
  ['service-token', ['oy2'], 43, 'abcdefghijklmnopqrstuvwxyz0123456789'],
  ['service-token', ['ATATT3', 'ATCTT3', 'ATBB'], 24],
  ['service-token', ['tskey-', 'LTAI'], 16],
  ['service-token', ['CCIPAT_', 'CCIPRJ_', 'bkua_', 'bkct_', 'bkaj_'], 30],
  ['service-token', ['12345678:AA', '1234567890:AA'], 32],
  ['service-token', ['EAAA'], 56],
  ['private-key', ['AGE-SECRET-KEY-1'], 40, UPPER],
]

for (const [kind, begins, least, alphabet] of ROWS)
  test.each(begins)(`${kind}: %s and ${least} characters`, begin => {
    const token = `${begin}${drawn(least, 7, alphabet)}`
    expect(found(`the key "${token}" is bad`)).toContainEqual([kind, token])
    expect(HAS_PREFIX.test(token)).toBe(true)
    expect(found(`the key "${token.slice(0, -1)}" is bad`)).toEqual([])
    expect(found(`the key ${token}!`)).toContainEqual([kind, token])
  })

test('a jwt has three parts, of which the last may be empty', () => {
  const [head, body] = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0']
  expect(found(`${head}.${body}.${drawn(43, 1)}`)).toEqual([['jwt', `${head}.${body}.${drawn(43, 1)}`]])
  expect(found(`${head}.${body}.`)).toEqual([['jwt', `${head}.${body}.`]])
  expect(found(`${head}.${body}`)).toEqual([])
  expect(found(`${head}${body}${drawn(43, 1)}`)).toEqual([])
})

test('a key of SendGrid has two parts after its mark', () => {
  const token = `SG.${drawn(22, 1)}.${drawn(43, 2)}`
  expect(found(`use ${token} now`)).toEqual([['sendgrid-key', token]])
  expect(found(`SG.${drawn(66, 1)}`)).toEqual([])
})

test('what needs a digit has one', () => {
  expect(
    found('xoxb-abcdefghijklmnop tskey-abcdefghijklmnopqrst sk-abcdefghijklmnopqrstuvwxyz ATBBabcdefghijklmnopqrstuvwxyz'),
  ).toEqual([])
})

test('an old token of Azure DevOps ends in its mark', () => {
  const token = `${drawn(76, 3)}AZDO${drawn(4, 4)}`
  expect(found(`pat ${token} end`)).toEqual([['azure-key', token]])
})

describe('a short mark', () => {
  const token = `hf_${drawn(34, 26)}`

  test.each(['', ' ', '"', '_', '-', '/', '='])('begins after %j', before => {
    expect(found(`${before}${token}`)).toEqual([['service-token', token]])
  })

  test.each(['a', 'Z', '0'])('is no mark after %j', before => {
    expect(found(`${before}${token}`)).toEqual([])
  })

  test('begins on a line of its own, whatever the line before ends in', () => {
    const view = joinedView(plainView(`word\n${token}`))
    expect(view && findTokens(view)).toEqual([{ start: 4, end: 4 + token.length, kind: 'service-token' }])
  })

  test('a long one stands within words, too', () => {
    expect(found(`xghp_${drawn(36, 1)}`)).toEqual([['github-token', `ghp_${drawn(36, 1)}`]])
  })
})

test('tokens side by side are told apart, one within another is one', () => {
  const [a, b] = [`ghp_${drawn(36, 1)}`, `ghp_${drawn(36, 2)}`]
  expect(found(`${a} ${b}`)).toEqual([
    ['github-token', a],
    ['github-token', b],
  ])
  expect(found(`${a}${b}`)).toEqual([['github-token', `${a}${b}`]])
})

describe('over the end of a line', () => {
  const joined = (text: string) => {
    const view = joinedView(plainView(text))
    return view ? findTokens(view).map(({ start, end }) => view.text.slice(start, end)) : null
  }
  const token = `ghp_${drawn(36, 1)}`

  test('a token that is not whole goes on', () => {
    expect(joined(`${token.slice(0, 20)}\n${token.slice(20)}`)).toEqual([token])
  })

  test('a whole one goes on only in more of the same', () => {
    expect(joined(`${token}\nDone`)).toEqual([token])
    expect(joined(`${token}\nfinished`)).toEqual([token])
    expect(joined(`${token}\n2026-01-02`)).toEqual([token])
    expect(joined(`${token}\n123456789`)).toEqual([token])
    expect(joined(`${token}\nab12`)).toEqual([token])
    expect(joined(`${token}\nab12cd34`)).toEqual([`${token}ab12cd34`])
    expect(joined(`${token}\nab12cd34"`)).toEqual([`${token}ab12cd34`])
    expect(joined(`${token}\nab12cd34 is more`)).toEqual([token])
    expect(joined(`${token}\nab12cd34\nef56gh78\nDone`)).toEqual([`${token}ab12cd34ef56gh78`])
  })
})

/**
 * Tokens that their issuers made recognisable: a prefix, then characters of one class.
 * Searched in a view without line ends, so that a token broken over lines is one token.
 */
import type { Kind } from './span.ts'
import type { View } from './view.ts'

interface TokenForm {
  readonly kind: Kind
  /** One of these stands in every text that holds such a token. */
  readonly needles: readonly string[]
  readonly prefix: RegExp
  /** It begins where no letter or digit stands before it. */
  readonly apart?: true
  /** What the characters after the prefix may be. */
  readonly body: RegExp
  /** Least number of characters after the prefix. */
  readonly least: number
  /** A shape that the whole token must have, where prefix and length do not tell enough. */
  readonly shape?: RegExp
}

const ALNUM = /[A-Za-z0-9]/
const WORD = /\w/
const DASHED = /[\w-]/
const DOTTED = /[\w.-]/
const HEX = /[0-9a-f]/i
const UPPER = /[A-Z0-9]/
const BASE64 = /[\w+/=-]/

const FORMS: readonly TokenForm[] = [
  form('github-token', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], /gh[pousr]_/g, WORD, 30),
  form('github-token', ['github_pat_'], /github_pat_/g, WORD, 40),
  form('gitlab-token', ['gl'], /gl(?:pat|dt|rt|rtr|ptt|ft|imt|agent|oas|cbt|soat|ffct)-/g, DOTTED, 20),
  form('gitlab-token', ['GR1348941'], /GR1348941/g, DASHED, 20),
  form('aws-key', ['AKIA', 'ASIA', 'ABIA', 'ACCA', 'A3T'], /A(?:KIA|SIA|BIA|CCA|3T[A-Z0-9])/g, UPPER, 16),
  form('aws-key', ['FwoGZXIvYXdz', 'IQoJb3JpZ2lu'], /FwoGZXIvYXdz|IQoJb3JpZ2lu/g, BASE64, 60),
  form('google-key', ['AIza'], /AIza/g, DASHED, 35),
  form('google-key', ['GOCSPX-'], /GOCSPX-/g, DASHED, 20),
  form('google-key', ['ya29.'], /ya29\./g, DOTTED, 20),
  apart('google-key', ['1//0'], /1\/\/0/g, DASHED, 40),
  form('slack-token', ['xox', 'xapp-'], /xox[abceoprs][-.]|xapp-/g, DOTTED, 10, /\d/),
  form('stripe-key', ['k_live_', 'k_test_', 'k_prod_'], /[rs]k_(?:live|test|prod)_/g, ALNUM, 10),
  form('stripe-key', ['whsec_'], /whsec_/g, BASE64, 24),
  form('npm-token', ['npm_'], /npm_/g, ALNUM, 36),
  form('pypi-token', ['pypi-Ag'], /pypi-Ag/g, DASHED, 30),
  form('anthropic-key', ['sk-ant-'], /sk-ant-/g, DASHED, 16),
  form('openai-key', ['sk-'], /sk-(?:proj|svcacct|admin|None|or-v1|service)-/g, DASHED, 20),
  apart('openai-key', ['sk-'], /sk-/g, ALNUM, 20, /\d/),
  form('sendgrid-key', ['SG.'], /SG\./g, DOTTED, 40, /^SG\.[\w-]{10,}\.[\w-]{20,}/),
  apart('twilio-key', ['SK'], /SK/g, HEX, 32),
  form('docker-token', ['dckr_'], /dckr_[po]at_/g, DASHED, 20),
  apart('azure-key', ['Q~'], /[\w~.-]{3}\dQ~/g, /[\w~.-]/, 31),
  form('azure-key', ['AZDO', 'ADO'], /[A-Za-z0-9]{76}AZDO/g, ALNUM, 4),
  form('jwt', ['eyJ'], /eyJ/g, /[\w.=-]/, 24, /^eyJ[\w-]{6,}=*\.[\w-]{8,}=*\.[\w-]*/),
  apart('service-token', ['hf_', 'api_org_'], /(?:hf_|api_org_)/g, ALNUM, 30),
  form('service-token', ['gsk_'], /gsk_/g, ALNUM, 40),
  apart('service-token', ['r8_'], /r8_/g, ALNUM, 30),
  apart('service-token', ['pplx-', 'xai-', 'fo1_', 'tvly-'], /(?:pplx-|xai-|fo1_|tvly-)/g, DASHED, 32, /\d/),
  form('service-token', ['lin_'], /lin_(?:api|oauth)_/g, ALNUM, 32),
  apart('service-token', ['ntn_', 'secret_'], /(?:ntn_|secret_)/g, ALNUM, 40),
  form('service-token', ['figd_', 'figoh_'], /fig(?:d|oh)_/g, DASHED, 20),
  apart('service-token', ['nfp_', 'nfc_', 'vcp_', 'vck_', 'vca_'], /(?:nf[pc]|vc[pkaisr])_/g, ALNUM, 24),
  form('service-token', ['_v1_'], /do[oprt]_v1_/g, HEX, 40),
  apart('service-token', ['dp.'], /dp\.(?:pt|st|ct|sa|scim|audit)\./g, DOTTED, 30),
  apart('service-token', ['dapi'], /dapi/g, HEX, 32),
  apart('service-token', ['hvs.', 'hvb.', 'hvr.'], /hv[sbr]\./g, DASHED, 20),
  form('service-token', ['.atlasv1.'], /[A-Za-z0-9]{14}\.atlasv1\./g, DASHED, 40),
  apart('service-token', ['pul-'], /pul-/g, HEX, 40),
  form('service-token', ['shp'], /shp(?:at|ca|pa|ss|tka)_/g, ALNUM, 32),
  form('service-token', ['sq0'], /sq0[a-z]{3}-/g, DASHED, 22),
  form('service-token', ['pscale_'], /pscale_(?:tkn|pw|oauth)_/g, DOTTED, 30),
  form('service-token', ['PMAK-', 'NRAK-', 'HRKU-'], /(?:PMAK|NRAK|HRKU)-/g, DASHED, 24),
  apart('service-token', ['glsa_', 'glc_'], /(?:glsa_|glc_)/g, /[\w+/=]/, 32),
  form('service-token', ['sntry'], /sntry[su]_/g, /[\w+/=]/, 30),
  form('service-token', ['dt0'], /dt0[a-z]\d\d\./g, DOTTED, 40),
  apart('service-token', ['key-'], /key-/g, HEX, 32),
  form('service-token', ['xkeysib-', 'xsmtpsib-'], /x(?:key|smtp)sib-/g, DASHED, 40),
  form('service-token', ['rubygems_', 'CLOJARS_'], /rubygems_|CLOJARS_/g, HEX, 40),
  apart('service-token', ['oy2'], /oy2/g, /[a-z0-9]/, 43),
  form('service-token', ['AKCp', 'cmVmdGtuOj'], /AKCp|cmVmdGtuOj/g, /[\w=]/, 40),
  form('service-token', ['ATATT3', 'ATCTT3', 'ATBB'], /AT(?:ATT3|CTT3|BB)/g, /[\w=-]/, 24, /\d/),
  form('service-token', ['ops_eyJ'], /ops_eyJ/g, BASE64, 40),
  apart('service-token', ['cfk_', 'cfut_', 'cfat_'], /cf(?:k|ut|at)_/g, ALNUM, 40),
  form('private-key', ['AGE-SECRET-KEY-1'], /AGE-SECRET-KEY-1/g, UPPER, 40),
  form('service-token', ['tskey-'], /tskey-/g, DASHED, 16, /\d/),
  form('service-token', ['CCI'], /CCIP(?:AT|RJ)_/g, DASHED, 30),
  form('service-token', ['bkua_', 'bkct_', 'bkaj_'], /bk(?:ua|ct|aj)_/g, WORD, 30),
  apart('service-token', ['sbp_', 'sb_secret_'], /(?:sbp_|sb_secret_)/g, DASHED, 20, /\d/),
  apart('service-token', ['LTAI'], /LTAI/g, ALNUM, 16),
  apart('service-token', [':AA'], /\d{8,10}:AA/g, DASHED, 32),
  apart('service-token', ['EAAA'], /EAAA/g, DASHED, 56),
]

/** True of every text that holds a token of a known form. */
export const HAS_PREFIX = new RegExp([...new Set(FORMS.map(({ prefix }) => prefix.source))].join('|'))

/** A secret with a known prefix, in offsets of the view. */
export interface FoundToken {
  readonly start: number
  readonly end: number
  readonly kind: Kind
}

/** Every token of a known form. Time linear in the text. */
export function findTokens(view: View): FoundToken[] {
  const found: FoundToken[] = []
  for (const candidate of FORMS) {
    if (!candidate.needles.some(needle => view.text.includes(needle))) continue
    let reached = 0
    for (const match of view.text.matchAll(candidate.prefix)) {
      if (match.index < reached || (candidate.apart && isInsideWord(view, match.index))) continue
      const end = tokenEnd(view, candidate, match.index + match[0].length)
      if (end === null) continue
      reached = end
      if (candidate.shape && !candidate.shape.test(view.text.slice(match.index, end))) continue
      found.push({ start: match.index, end, kind: candidate.kind })
    }
  }
  return found
}

function isInsideWord(view: View, index: number): boolean {
  return index > 0 && !view.joins.has(index) && ALNUM.test(view.text.charAt(index - 1))
}

/** Where the token whose body begins at `start` ends; null where it is too short. */
function tokenEnd(view: View, { body, least }: TokenForm, start: number): number | null {
  let end = start
  while (end < view.text.length && body.test(view.text.charAt(end))) {
    if (end - start >= least && view.joins.has(end) && !continues(view, end)) break
    end++
  }
  return end - start >= least ? end : null
}

/** A complete token at a line's end goes on in the next line only if that line begins like more of the same. */
function continues(view: View, join: number): boolean {
  const next = /^[\w+/=.-]{6,}(?=["'`,;]|\\n|$)/.exec(view.text.slice(join, nextJoin(view, join)))?.[0]
  return next !== undefined && looksMixed(next)
}

function nextJoin(view: View, join: number): number {
  for (let index = join + 1; index < Math.min(join + 512, view.text.length); index++) if (view.joins.has(index)) return index
  return Math.min(join + 512, view.text.length)
}

function looksMixed(text: string): boolean {
  return /\d/.test(text) && /[A-Za-z]/.test(text) && !/^\d{4}-\d\d/.test(text)
}

/** A form whose prefix is too short to be told inside a word. */
function apart(...parts: Parameters<typeof form>): TokenForm {
  return { ...form(...parts), apart: true }
}

function form(kind: Kind, needles: readonly string[], prefix: RegExp, body: RegExp, least: number, shape?: RegExp): TokenForm {
  return { kind, needles, prefix, body, least, ...(shape && { shape }) }
}

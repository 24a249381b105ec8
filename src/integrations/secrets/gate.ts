/**
 * What secretlint's recommended rules cannot do without, so that the library (40 ms) is loaded only where it may find something.
 * One pattern a rule, each at least as wide as the rule's own; held to that by tests.
 */
const NECESSARY = [
  /(?:SECRET|secret|Secret)_?(?:ACCESS|access|Access)_?(?:KEY|key|Key)["']?\s*(?::|=>|=)\s*["']?[A-Za-z0-9/+=]{40}/,
  /private_key_id/,
  /PRIVATE KEY/,
  /:x-oauth-basic@github/,
  /npm_\w{36}/,
  /xox[bpaor]-|xapp-/,
  /hooks\.slack\.com\/services\//i,
  /(?:https?|ftps?):\/\/[-\w]{1,256}:[-\w]{1,256}@/,
  /(?:mongodb(?:\+srv)?|mysqlx?|postgres(?:ql)?):\/\/[^:/\s]{1,100}:(?!\$\{_+\}@)[^@/\s]{1,200}@/i,
  /T3BlbkFJ/,
  /sk-ant-api0\d-/,
  /gsk_[a-zA-Z0-9]{52}/,
  /hf_[a-zA-Z]{34}/,
  /lin_api_\w{32}/,
  /ntn_[0-9]{11}/,
  /SG\.\w{1,128}\.\w/,
  /shp(?:pa|ca|at|ss)_[a-zA-Z0-9]{32}/,
  /[sr]k_(?:live|test)_[a-zA-Z0-9]{24}/,
  /gh[pousr]_\w{36}|github_pat_\w{82}|ghs_[0-9]{1,20}_/,
  /glpat-[\w-]{20}/,
  /glc_[A-Za-z0-9+/]{32}|glsa_[A-Za-z0-9]{32}/,
  /ops_ey[A-Za-z0-9+/=]{100}/,
  /hv[sbr]\.[\w-]{90}/,
  /vc[piark]_[A-Za-z0-9]{20}/,
  /dapi[A-Fa-f0-9]{32}/,
  /dckr_pat_[\w-]{27}/,
  /figd_[\w-]{40}/,
  /cf(?:k|ut|at)_[A-Za-z0-9]{40}/,
  /tskey-[a-z]{2,20}-\w{8}/,
]

/** Whether secretlint could find anything in the text. */
export function mayFind(text: string): boolean {
  return NECESSARY.some(pattern => pattern.test(text))
}

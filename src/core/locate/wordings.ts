/** Words that stand where something went wrong, and signs. */
export const KEYWORD =
  /error|fail(?!ed: 0|ures?: 0)|fatal|exception|panic|cannot|can't|unable|undefined|not found|no such|denied|refused|timed? ?out|assert|abort|invalid|missing|unexpected|expected|mismatch|conflict|traceback|\bE {2,}|✖|✗|×|●/i
/** A frame of a stack trace, in several languages. */
const FRAME = /^\s*(?:at \S|File "|from \S+:\d+:in|#\d+ |\.{3} \d+ more|\S+\.(?:rb|py|go|js|ts|java|ex|php):\d+)/

/** What kinds of words failing programs use, whatever the tool. */
export const WORDINGS = [
  ['severity', /^\W*(?:##\[error\]|(?:\S+[: ]+){0,3}(?:fatal(?: error)?|error|failure|failed|fail|panic|critical|severe)\b)/i],
  ['exception', /\b[A-Z]\w*(?:Error|Exception|Failure|Panic)\b|\bpanicked at\b|Traceback/],
  ['sign', /^\s*(?:[✖✗✘×●✕❌⨯!]|\[-\]|!!|not ok\b|\[FAIL|FAIL\b)/u],
  ['expectation', /\b(?:expected|actual|received|got|assert\w*|should|but was|to equal|mismatch)\b/i],
  ['place', /(?:^|[\s("'[])[\w./\\@-]+\.\w{1,5}(?::\d+|\(\d+|", line \d+|\[\d+)/],
  ['warning', /\bwarn(?:ing)?\b|deprecat/i],
  [
    'absence',
    /\b(?:not found|no such|cannot|can't|could not|unable to|missing|undefined|unresolved|unknown|does not exist|denied|refused|not allowed|unused|not being used)\b/i,
  ],
  ['diff', /^\s*(?:[-+]{3} |@@ |[-+] {0,2}\S)/],
  ['numbered', /^\s*\d+\) /],
  ['capitals', /\b(?:ERROR|FAIL(?:ED|URE)?|FATAL|ERR!|BROKEN)\b/],
  ['success', /\b(?:ok|pass(?:ed|ing)?|success(?:ful(?:ly)?)?|done|up to date|0 (?:errors?|failures?|failed))\b|✓|✔/i],
  ['trace', FRAME],
] as const satisfies readonly (readonly [string, RegExp])[]

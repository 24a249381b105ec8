import { hash53 } from '../log/mask.ts'

/**
 * The same failure has the same id, whatever the run: what a message says, without what changes from run to run. Numbers that tell
 * failures apart (exit codes, HTTP statuses, codes of compilers) stay.
 * @param kind what recognised it: a rule's id, a framework, …
 */
export function fingerprint(kind: string, message: string): string {
  const id = hash53(`${kind}\n${constantPart(message)}`)
  return `${VERSION}:${id.toString(16).padStart(14, '0')}`
}

/** Changes with what is masked: ids of different versions are never compared. */
const VERSION = 'v1'
const LONGEST = 500

/** The message with everything replaced that differs between two runs of the same job. Exported for its test. */
export const constantPart = (message: string): string =>
  MASKS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), message.slice(0, LONGEST))
    .replace(/\s+/g, ' ')
    .trim()

const MASKS: readonly (readonly [RegExp, string])[] = [
  [/^##\[\w+\]/, ''],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>'],
  [/\b\d{1,2}:\d\d:\d\d(?:[.,]\d+)?\b/g, '<time>'],
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, '<id>'],
  [
    /(?:\/private)?(?:\/var\/folders|\/tmp|\/var\/tmp|[a-z]:\\users\\[^\\]+\\appdata\\local\\temp)(?:[\\/][^\s'":;,)\]]*)?/gi,
    '<temp>',
  ],
  [
    /(?:\/home\/runner\/work|\/Users\/runner\/work|\/__w|[a-z]:\\a|\/builds|\/home\/travis\/build|\/home\/vsts\/work)[\\/][^\\/\s'":]+[\\/][^\\/\s'":,)]+/gi,
    '<work>',
  ],
  [/(?<=\/workspace\/[\w.-]{1,100})@\d+/g, ''],
  [/\b0x[0-9a-f]+\b/gi, '<id>'],
  [/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}\b/gi, '<id>'],
  [
    /\b((?:exit(?:ed)?(?: with)?(?: code| status)?|status(?: code)?|http(?:\/[\d.]+)?|code|errno|signal)\s?[:=]?\s?'?)(\d{1,3})\b/gi,
    '$1<$2>',
  ],
  [/\b\d+(?:\.\d+)*\s?(?:ns|µs|us|ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b/gi, '<n>'],
  [/(?<![<A-Z]|[A-Z]{2}-?|[A-Z]\d{1,5})\d+(?![\d>])(?:[.,:]\d+)*/g, '<n>'],
]

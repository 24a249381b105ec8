/**
 * Whether asking for this again brings back what was good: it names one version, or none that the other allows. What cannot be told, does not.
 * @param from, to as the manifest wrote it before and after
 */
export function isFirm(ecosystem: string, from: string, to: string): boolean {
  if (ecosystem === 'docker' || ecosystem === 'github-actions' || ecosystem === 'go') return true
  const least = partsOf(to)
  const own = partsOf(from)
  if (!own || !least) return false
  if (ecosystem === 'pypi') return /^==\s*\d[\w.+!-]*$/.test(from) || isBelow(from, least)
  if (ecosystem === 'cargo')
    return /^=\s*\d[\w.+-]*$/.test(from) || (/^\^?\d/.test(from) && breaks(own, least)) || isBelow(from, least)
  if (/^=?v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(from)) return true
  if (/^\^\d[\w.+-]*$/.test(from)) return breaks(own, least)
  if (/^~\d[\w.+-]*$/.test(from)) return own[0] !== least[0] || own[1] !== least[1]
  return isBelow(from, least)
}

type Parts = readonly [number, number, number]

/** The first version that a text names. */
function partsOf(text: string): Parts | null {
  const found = /(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?/.exec(text)
  return found ? [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)] : null
}

/** A caret allows what has the same parts up to the first that is not zero. https://github.com/npm/node-semver#caret-ranges-123-025-004 */
function breaks(own: Parts, other: Parts): boolean {
  const first = own.findIndex(part => part !== 0)
  const last = first === -1 ? 2 : first
  return own.slice(0, last + 1).some((part, i) => part !== other[i])
}

/** The range ends before this version. */
function isBelow(range: string, least: Parts): boolean {
  const bound = /<(?!=)\s*(\d[\d.]*)/.exec(range)?.[1]
  const end = bound === undefined ? null : partsOf(bound)
  return end !== null && !range.includes('||') && compare(least, end) >= 0
}

const compare = (a: Parts, b: Parts): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

/** Names as GitHub's log archives spell them: characters dropped, cut, made different by a number. */

/** As far as known: 90 UTF-16 units, as the gh client assumes too. */
const LONGEST = 90
/** What a file name on Windows may not hold, and control characters. */
const DROPPED = /["<>|:*?\\/\u0000-\u001F]/g

/** One job's or step's name without what an archive path cannot hold: "a / b: c" becomes "a  b c". */
export function archiveName(name: string): string {
  return name.replace(DROPPED, '').slice(0, LONGEST)
}

/** Gives out names, the second of the same as "name (1)". */
export function createNamer(): (name: string) => string {
  const used = new Map<string, number>()
  return name => {
    const plain = archiveName(name)
    const times = used.get(plain) ?? 0
    used.set(plain, times + 1)
    return times === 0 ? plain : `${plain} (${times})`
  }
}

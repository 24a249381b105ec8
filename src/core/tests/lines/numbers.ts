/** A captured number, 0 where the group did not take part. */
export const number = (captured: string | undefined): number => (captured ? Number(captured) : 0)

/** Adds up `<number> <word>` pairs (`3 failed, 2 passed`) by word; commas or bars between them do not matter. */
export function numbersByWord(text: string): Readonly<Record<string, number>> {
  const byWord: Record<string, number> = {}
  for (const [, count = '0', word = ''] of text.slice(0, 400).matchAll(/(\d{1,9}) ([A-Za-z]+)/g))
    byWord[word.toLowerCase()] = (byWord[word.toLowerCase()] ?? 0) + Number(count)
  return byWord
}

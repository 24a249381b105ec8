/** The moment all builders start from, so that fakes never depend on today. */
export const DAWN = '2026-03-02T10:00:00Z'

/** `iso` moved by `seconds`, without milliseconds unless there are some. */
export function shift(iso: string, seconds: number): string {
  return new Date(Date.parse(iso) + seconds * 1000).toISOString().replace('.000Z', 'Z')
}

import { lengthText } from './estimate.ts'

/** Why nothing happens, and until when. */
export function waitText(
  { seconds, limit }: { readonly seconds: number; readonly limit: 'primary' | 'secondary' },
  now: Date,
): string {
  const until = new Date(now.getTime() + seconds * 1000).toISOString().slice(11, 19)
  const why = limit === 'primary' ? "GitHub's rate limit is used up" : 'GitHub slows this token down'
  return `${why}: waiting ${lengthText(seconds * 1000)}, until ${until} UTC`
}

import { lengthText } from './estimate.ts'

/** A wait for a rate limit. */
export interface Wait {
  readonly seconds: number
  readonly limit: keyof typeof REASONS
}

const REASONS = {
  primary: "GitHub's rate limit is used up",
  reserve: "GitHub's rate limit is used up but for a reserve that is left to others",
  secondary: 'GitHub slows this token down',
}

/** Why nothing happens, and until when. */
export function waitText({ seconds, limit }: Wait, now: Date): string {
  const until = new Date(now.getTime() + seconds * 1000).toISOString().slice(11, 19)
  return `${REASONS[limit]}: waiting ${lengthText(seconds * 1000)}, until ${until} UTC`
}

/** Ten years in milliseconds: nothing that CI does takes longer, so whoever says so is wrong. */
export const LONGEST_MS = 10 * 365 * 86_400_000

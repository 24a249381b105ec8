/** Where GitHub's written contract is not what GitHub does. Each entry says why; keep the list short. */

/** Parameters whose declared schema is not checked. */
export const UNCHECKED_PARAMETERS: Record<string, string> = {
  created: 'declared as a date-time, but takes the search syntax (">=2026-03-01", "A..B")',
  workflow_id: 'declared as exactly one of integer and string; "88" in a URL is both',
}

/** GitHub documents "max 100" in prose only and silently cuts larger values: a client that asks for more is wrong. */
export const MAX_PER_PAGE = 100

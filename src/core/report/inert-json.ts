// Legal in JSON as they are, but a terminal, a runner or a log viewer may act on them.
// biome-ignore-start lint/suspicious/noMisleadingCharacterClass: code points one by one are meant
const RISKY =
  /[\u034f\x7f-\x9f\xad\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\udb40/g
// biome-ignore-end lint/suspicious/noMisleadingCharacterClass: as above

/** JSON that says the same in characters that nothing acts on: no invisible ones, and no `##[`. */
export function escapeRisky(json: string): string {
  return json
    .replace(RISKY, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/##(?=\[|vso\[|teamcity\[)/gi, '#\\u0023')
}

/**
 * Text from a log, made safe to print: it shows what it says and does nothing. One function for each place it may go to.
 * Hiding secrets is another matter (see redact/).
 */

// OSC and its kin up to their end, CSI, other escapes.
const SEQUENCES =
  /\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|\x9d[^\x07\x9c\n]*[\x07\x9c]?|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?/g
// Controls (but tab and LF), what has no width, what turns the reading direction, line separators, language tags.
// biome-ignore-start lint/suspicious/noMisleadingCharacterClass: code points one by one are meant
const UNSEEN =
  /[\u034f\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|[\u{e0000}-\u{e0fff}\u{1d173}-\u{1d17a}]/gu
// biome-ignore-end lint/suspicious/noMisleadingCharacterClass: as above
const HARMLESS = /^[\t\n\x20-\x7e]*$/

/** Without escape sequences, controls, direction marks and characters without width; well-formed Unicode. Lines and tabs are kept. */
export function inert(text: string): string {
  if (HARMLESS.test(text)) return text
  return text.replace(/\r+\n/g, '\n').replace(SEQUENCES, '').replace(UNSEEN, '').toWellFormed()
}

/** One line of it: line ends and tabs become spaces. */
export function inertLine(text: string): string {
  return inert(text).replace(/[\n\t]+/g, match => (match.includes('\n') ? ' ' : '  '.repeat(match.length)))
}

/**
 * For anything whose output a CI runner may read: no workflow command of GitHub (`::…` at a line's start, `##[…` anywhere),
 * Azure Pipelines (`##vso[`) or TeamCity (`##teamcity[`) comes out, whether sherpa knows of the runner or not.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function withoutCommands(text: string): string {
  return text.replace(/##(?=\[|vso\[|teamcity\[)/gi, '# #').replace(/^([^\S\n]*):(?=:)/gm, '$1: ')
}

/** For HTML, in text and in quoted attributes. */
export function inertHtml(text: string): string {
  return inert(text).replace(/[&<>"'`]/g, character => `&#${character.charCodeAt(0)};`)
}

/**
 * For Markdown, as one line: no markup, HTML, link, image, mention, issue reference, emoji code or mail address comes out.
 * An empty comment parts what GitHub would link: it looks at text after Markdown, where escapes are gone. https://github.github.com/gfm/
 */
export function inertMarkdown(text: string): string {
  return inertLine(text)
    .trim()
    .replace(/[&<>]/g, character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, start => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/[@#](?=\w)|:(?=\/\/|[\w+-]{1,64}:)|\b(?:mailto|xmpp|www|GH)(?=[:.-])/gi, '$&<!-- -->')
}

/** Prose with `code` in it as Markdown: the code becomes `<code>`, all of it inert. */
export function inertProse(text: string): string {
  return betweenBackticks(text, inertMarkdown)
}

/** Prose with `code` in it as HTML. */
export function inertHtmlProse(text: string): string {
  return betweenBackticks(text, part => inertHtml(inertLine(part)))
}

function betweenBackticks(text: string, safe: (part: string) => string): string {
  return text
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 0 ? spaced(part, safe) : `<code>${safe(part.slice(1, -1))}</code>`))
    .join('')
}

/** Trimming would glue prose to the code beside it. */
function spaced(part: string, safe: (part: string) => string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part) ?? []
  return `${before && ' '}${safe(inner)}${after && ' '}`
}

/** A fenced block of Markdown whose fence is longer than any run of backticks inside, so that nothing ends it early. */
export function fenced(text: string): string {
  const safe = inert(text)
  const longest = Math.max(2, ...[...safe.matchAll(/`+/g)].map(match => match[0].length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${safe}\n${fence}`
}

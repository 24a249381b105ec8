/** The forms in which a known secret value may turn up in a log. */

/** Shorter values are left alone: hiding every `true` or `1234` would hide the log. */
const SHORTEST_VALUE = 6

/** Each spelling of a value worth looking for. */
export function formsOf(value: string): string[] {
  if (value.length < SHORTEST_VALUE) return []
  const bytes = latin1(value)
  const forms = new Set([
    value,
    ...lines(value),
    ...escapes(value),
    ...percents(value, bytes),
    ...hexes(bytes),
    ...base64s(bytes),
  ])
  return [...forms].filter(form => form.length >= SHORTEST_VALUE)
}

/** A value of several lines (a key file) is masked line by line too, as GitHub does. */
function lines(value: string): string[] {
  return value.includes('\n') ? value.split(/\r?\n/).filter(line => line.trim().length >= 12) : []
}

function escapes(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1)
  const html = value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
  const ascii = json.replace(/[^\x20-\x7e]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return [json, JSON.stringify(json).slice(1, -1), json.replace(/\//g, '\\/'), ascii, html, value.replace(/'/g, `'\\''`)]
}

function percents(value: string, bytes: string): string[] {
  const component = [...bytes].map(byte => (/[\w.!~*'()-]/.test(byte) ? byte : percent(byte))).join('')
  const strict = [...bytes].map(byte => (/[\w.~-]/.test(byte) ? byte : percent(byte))).join('')
  const uri = [...bytes].map(byte => (/[\w.!~*'();/?:@&=+$,#-]/.test(byte) ? byte : percent(byte))).join('')
  const all = [...bytes].map(percent).join('')
  const upper = [component, strict, strict.replace(/%20/g, '+'), uri, all, strict.replace(/%/g, '%25')]
  return value === component && value === strict ? [all, lower(all)] : [...upper, ...upper.map(lower)]
}

function percent(byte: string): string {
  return `%${byte.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`
}

function lower(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, hex => hex.toLowerCase())
}

function hexes(bytes: string): string[] {
  const hex = [...bytes].map(byte => byte.charCodeAt(0).toString(16).padStart(2, '0'))
  const joined = hex.join('')
  return [joined, joined.toUpperCase(), hex.join(':'), hex.map(pair => `\\x${pair}`).join('')]
}

/** What base64 shows of the value wherever it begins within a group of three bytes, in both alphabets. */
function base64s(bytes: string): string[] {
  return [0, 1, 2].flatMap(offset => {
    const encoded = btoa('\0'.repeat(offset) + bytes).replace(/=+$/, '')
    const first = offset === 0 ? 0 : offset + 1
    const whole = (offset + bytes.length) % 3 === 0
    const standard = encoded.slice(first, whole ? undefined : -1)
    return [standard, standard.replace(/\+/g, '-').replace(/\//g, '_')]
  })
}

/** The UTF-8 bytes, one character each. */
function latin1(value: string): string {
  return String.fromCharCode(...new TextEncoder().encode(value))
}

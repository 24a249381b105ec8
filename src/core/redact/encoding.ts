/** Encodings undone, one character a byte. */

/** What base64 of either alphabet stands for; null where it is not base64. */
export function fromBase64(text: string): string | null {
  const standard = text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '')
  if (standard.length % 4 === 1) return null
  try {
    return atob(standard)
  } catch {
    return null
  }
}

export function fromHex(text: string): string {
  let out = ''
  for (let index = 0; index + 1 < text.length; index += 2)
    out += String.fromCharCode(Number.parseInt(text.slice(index, index + 2), 16))
  return out
}

export function fromPercent(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** `\x41`, `\u0041`, `&#65;` and `&#x41;`, as ASCII. */
export function fromEscapes(text: string): string {
  return text.replace(
    /\\{1,4}(?:u00|x)([0-9a-fA-F]{2})|&#x([0-9a-fA-F]{2});|&#(\d{2,3});/g,
    (_, hex?: string, html?: string, decimal?: string) =>
      String.fromCharCode(decimal === undefined ? Number.parseInt(hex ?? html ?? '', 16) : Number(decimal)),
  )
}

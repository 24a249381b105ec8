/** Path templates as OpenAPI writes them: `/repos/{owner}/{repo}/commits/{ref}`. */

/** Parameters that may hold slashes: git references and the two ends of a comparison. */
const MULTI_SEGMENT = new Set(['ref', 'basehead', 'path'])
const patterns = new Map<string, { pattern: RegExp; names: string[] }>()

/** The decoded parameters of `path` (without query) if it fits the template, else null. */
export function matchTemplate(template: string, path: string): Record<string, string> | null {
  const { pattern, names } = compile(template)
  const match = pattern.exec(path)
  if (match === null) return null
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]))
}

function compile(template: string): { pattern: RegExp; names: string[] } {
  const known = patterns.get(template)
  if (known !== undefined) return known
  const names: string[] = []
  const source = template
    .split(/(\{[^}]+\})/)
    .map(part => {
      if (!part.startsWith('{')) return part.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      const name = part.slice(1, -1)
      names.push(name)
      return MULTI_SEGMENT.has(name) ? '(.+)' : '([^/]+)'
    })
    .join('')
  const made = { pattern: new RegExp(`^${source}$`), names }
  patterns.set(template, made)
  return made
}

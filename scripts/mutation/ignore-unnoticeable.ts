/**
 * Spares mutation testing what no test can or should notice: the texts for people, whose wording a test would only repeat, and needles,
 * without which the same is found, only later.
 */

/** Fields whose value is shown to a person and decides nothing. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['text', 'why', 'detail', 'fact'])
/** Functions that take needles in a list, and names of such lists. */
const WITH_NEEDLES: ReadonlySet<string> = new Set(['form', 'apart', 'needles', 'NEEDLES'])

interface Path {
  readonly node: Node
  readonly parentPath?: Path | null
}

interface Node {
  readonly type: string
  /** Of a field, a variable and a call. */
  readonly key?: Named
  readonly id?: Named
  readonly callee?: Named
}

interface Named {
  readonly name?: string
}

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'unnoticeable',
    value: {
      shouldIgnore(path: Path): string | undefined {
        if (!['StringLiteral', 'TemplateLiteral'].includes(path.node.type)) return undefined
        const parent = path.parentPath
        if (FOR_PEOPLE.has(nameOf(parent))) return 'a text for people'
        const isNeedle = parent?.node.type === 'ArrayExpression' && WITH_NEEDLES.has(nameOf(parent.parentPath))
        return isNeedle ? 'a needle' : undefined
      },
    },
  },
]

function nameOf(path: Path | null | undefined): string {
  const { key, id, callee } = path?.node ?? {}
  return (key ?? id ?? callee)?.name ?? ''
}

/** Spares mutation testing the texts for people: a test of their wording would only repeat them. */

/** Fields whose value is shown to a person and decides nothing. */
const FOR_PEOPLE: ReadonlySet<string> = new Set(['text', 'why', 'detail', 'fact'])

interface Path {
  readonly node: Node
  readonly parent?: Node
}

interface Node {
  readonly type: string
  readonly key?: { readonly name?: string }
}

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'human-texts',
    value: {
      shouldIgnore({ node, parent }: Path): string | undefined {
        const isText = node.type === 'StringLiteral' || node.type === 'TemplateLiteral'
        const field = parent?.type === 'ObjectProperty' ? parent.key?.name : undefined
        return isText && field !== undefined && FOR_PEOPLE.has(field) ? 'a text for people' : undefined
      },
    },
  },
]

import ts from 'typescript'

/** What a source takes from the world without being handed it. */
export type World = 'process.exit' | 'process.env' | 'the clock' | 'randomness'

const MEMBERS: Readonly<Record<string, World>> = {
  'process.exit': 'process.exit',
  'process.abort': 'process.exit',
  'process.env': 'process.env',
  'process.hrtime': 'the clock',
  'process.uptime': 'the clock',
  'Date.now': 'the clock',
  'performance.now': 'the clock',
  'performance.timeOrigin': 'the clock',
  'Math.random': 'randomness',
  'crypto.randomUUID': 'randomness',
  'crypto.getRandomValues': 'randomness',
}

const IMPORTS: Readonly<Record<string, World>> = {
  exit: 'process.exit',
  env: 'process.env',
  hrtime: 'the clock',
  performance: 'the clock',
  randomUUID: 'randomness',
  randomBytes: 'randomness',
  randomInt: 'randomness',
  getRandomValues: 'randomness',
  webcrypto: 'randomness',
}

/** Every such use in a source, by its place in the syntax tree: comments and texts do not count. */
export function findUses(source: string): readonly { readonly world: World; readonly line: number }[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  const uses: { world: World; line: number }[] = []
  const visit = (node: ts.Node): void => {
    const world = worldOf(node)
    if (world) uses.push({ world, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return uses
}

function worldOf(node: ts.Node): World | undefined {
  if (ts.isPropertyAccessExpression(node)) return MEMBERS[`${lastName(node.expression)}.${node.name.text}`]
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return MEMBERS[`${lastName(node.expression)}.${node.argumentExpression.text}`]
  }
  if (ts.isBindingElement(node)) return MEMBERS[`${destructured(node)}.${boundName(node)}`]
  if (ts.isImportSpecifier(node) && !node.isTypeOnly && isFromNode(node)) return IMPORTS[(node.propertyName ?? node.name).text]
  if (ts.isNewExpression(node) && isDate(node.expression) && (node.arguments?.length ?? 0) === 0) return 'the clock'
  if (ts.isCallExpression(node) && isDate(node.expression)) return 'the clock'
  return undefined
}

const isDate = (node: ts.Expression) => ts.isIdentifier(node) && node.text === 'Date'

/** `globalThis.process` and `process` are the same. */
function lastName(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text
  return ts.isPropertyAccessExpression(node) ? node.name.text : ''
}

function destructured({ parent }: ts.BindingElement): string {
  const holder = parent.parent
  return ts.isVariableDeclaration(holder) && holder.initializer ? lastName(holder.initializer) : ''
}

const boundName = ({ propertyName, name }: ts.BindingElement) => (propertyName ?? name).getText()

function isFromNode(node: ts.ImportSpecifier): boolean {
  const { moduleSpecifier } = node.parent.parent.parent
  return ts.isStringLiteral(moduleSpecifier) && /^(node:)?(process|crypto|perf_hooks)$/.test(moduleSpecifier.text)
}

import type { Reason } from '../model/plan.ts'
import type { ParamSpec, Remedy } from './remedy.ts'

/** A use of a remedy as somebody proposes it, who may be anybody. */
export interface Use {
  readonly remedy: string
  readonly params: Readonly<Record<string, unknown>>
}

/**
 * Why a plan of these uses is refused as a whole; null where each names a known remedy and gives it what it takes. One that does not is a
 * sign that the plan was not made by who should make it, so nothing else of it is trusted either.
 */
export function refusalOf(uses: readonly Use[], known: readonly Pick<Remedy, 'id' | 'params'>[]): Reason | null {
  for (const { remedy, params } of uses) {
    const recipe = known.find(({ id }) => id === remedy)
    if (!recipe) return { code: 'unknown-remedy', text: `The plan was refused: there is no remedy ${quote(remedy)}.` }
    const wrong = wrongParam(params, recipe.params)
    if (wrong !== null) return { code: 'bad-parameters', text: `The plan was refused: ${remedy} ${wrong}.` }
  }
  return null
}

function wrongParam(params: Use['params'], specs: Remedy['params']): string | null {
  const stranger = Object.keys(params).find(name => !Object.hasOwn(specs, name))
  if (stranger !== undefined) return `takes no ${quote(stranger)}`
  for (const [name, spec] of Object.entries(specs)) {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (value === undefined && spec.optional) continue
    if (value === undefined) return `needs ${quote(name)}`
    if (!isValid(value, spec)) return `was given something else for ${quote(name)} than it takes`
  }
  return null
}

function isValid(value: unknown, spec: ParamSpec): boolean {
  switch (spec.kind) {
    case 'text':
      return isFit(value, spec)
    case 'whole':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= spec.least && value <= spec.most
    case 'texts':
      return Array.isArray(value) && value.length > 0 && value.length <= spec.most && value.every(text => isFit(text, spec))
  }
}

const isFit = (value: unknown, { longest, pattern }: { readonly longest: number; readonly pattern?: RegExp }): boolean =>
  isText(value, longest) && (pattern === undefined || isWhole(pattern, value))

/** No control character but the line feed and the tab. */
const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longest && !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(value)

/** A pattern describes the whole text, whether or not it says so. */
const isWhole = (pattern: RegExp, text: string): boolean =>
  new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace(/[gmy]/g, '')).test(text)

const quote = (text: string): string => JSON.stringify(text.slice(0, 60))

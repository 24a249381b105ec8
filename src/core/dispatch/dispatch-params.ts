import type { DispatchConfig } from '../config/config.ts'
import type { Params } from '../model/plan.ts'
import type { ParamSpec, Situation } from '../plan/remedy.ts'

/** What a remedy that starts a workflow takes: all that is sent, but what is only known when it acts. */
export const DISPATCH_PARAMS = {
  workflow: { kind: 'text', longest: 206, pattern: /[\w][\w.-]*\.ya?ml/ },
  branch: { kind: 'text', longest: 255, pattern: /[^\s~^:?*[\\]+/ },
  /** `name=value`. */
  inputs: { kind: 'texts', longest: 1200, most: 24, optional: true },
  /** The input that the run shows in its title. */
  id: { kind: 'text', longest: 100, pattern: /[A-Za-z_][\w-]*/, optional: true },
} satisfies Readonly<Record<string, ParamSpec>>

/** @param more inputs beside those that are always given; null where no branch is known */
export function dispatchParams(
  workflow: string,
  { branch, inputs, id }: DispatchConfig,
  { file: { run } }: Situation,
  more: Readonly<Record<string, string>>,
): Params | null {
  const at = branch ?? run?.branch
  if (at === undefined) return null
  const given = Object.entries({ ...inputs, ...more }).map(([name, value]) => `${name}=${value}`)
  return { workflow, branch: at, ...(given.length > 0 && { inputs: given }), ...(id !== undefined && { id }) }
}

/** The inputs of {@link dispatchParams} by name. */
export function inputsOf({ inputs = [] }: Params): Readonly<Record<string, string>> {
  const texts = Array.isArray(inputs) ? (inputs as readonly string[]) : []
  return Object.fromEntries(
    texts.map(text => {
      const at = text.indexOf('=')
      return [text.slice(0, at), text.slice(at + 1)]
    }),
  )
}

/** The workflow that failed, if it may be started and its run may be started anew: not one of a fork, a pull request, or started so itself. */
export function ownDispatch({ file, safety, dispatch = {} }: Situation): readonly [string, DispatchConfig] | null {
  const { event, fork, commit } = file.run ?? {}
  if ((event !== 'push' && event !== 'schedule') || fork !== false || commit === undefined) return null
  const workflow = safety?.file.split('/').at(-1) ?? ''
  const config = Object.hasOwn(dispatch, workflow) ? dispatch[workflow] : undefined
  return config ? [workflow, config] : null
}

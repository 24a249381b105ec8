import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { Script } from 'node:vm'
import { gunzip } from 'node:zlib'
import type { Answer } from '../../core/ports/answer.ts'
import type { PolicyEngine } from '../../core/ports/policy-engine.ts'
import { untar } from './untar.ts'

export interface BundleFile {
  /** Path of a `.tar.gz` or `.wasm`. */
  readonly path: string
  /** The rule, as the bundle was built with it: `sherpa/decision`. */
  readonly entrypoint: string
  readonly timeoutSeconds: number
}

/** Of what is in a bundle, unpacked. */
const MAX_BYTES = 64 * 1024 * 1024

interface Policy {
  evaluate(input: object, entrypoint: string): unknown
}

/** A policy that was compiled to WebAssembly (https://www.openpolicyagent.org/docs/wasm), loaded when it is asked first. */
export function connectBundle({ path, entrypoint, timeoutSeconds }: BundleFile): PolicyEngine {
  let loading: Promise<Policy> | undefined
  return {
    name: path,
    async ask(input) {
      try {
        loading ??= load(path)
        return resultOf(within(timeoutSeconds, evaluation(await loading, input, entrypoint)), path)
      } catch (error) {
        // What was interrupted may be in any state.
        loading = undefined
        return trouble(`${path} ${failure(error, timeoutSeconds)}`)
      }
    },
  }
}

async function load(path: string): Promise<Policy> {
  const [file, { loadPolicy }] = await Promise.all([readFile(path), import('@open-policy-agent/opa-wasm')])
  if (path.endsWith('.wasm')) return loadPolicy(new Uint8Array(file))
  const files = untar(await promisify(gunzip)(file, { maxOutputLength: MAX_BYTES }))
  const module = files?.get('policy.wasm')
  if (!module) throw new Error('it holds no policy.wasm, which opa build -t wasm makes')
  const policy = await loadPolicy(new Uint8Array(module))
  const data = files?.get('data.json')
  if (data) policy.setData(JSON.parse(new TextDecoder().decode(data)))
  return policy
}

const evaluation = (policy: Policy, input: object, entrypoint: string) => () => policy.evaluate(input, entrypoint)

const RUN = new Script('run()')

/** Computes what cannot be waited for; a script's time limit ends WebAssembly, too. */
const within = (seconds: number, run: () => unknown): unknown =>
  RUN.runInNewContext({ run }, { timeout: Math.ceil(seconds * 1000) })

/** One result, `[{ result }]`; none where the rule is undefined. */
function resultOf(said: unknown, path: string): Answer<unknown> {
  if (!Array.isArray(said)) return trouble(`${path} did not evaluate to a list of results`)
  const [first] = said
  return { value: first === undefined ? undefined : (first?.result ?? null) }
}

/** The library throws texts and plain objects, too, and an error of a script is of another realm's class. */
function failure(error: unknown, timeoutSeconds: number): string {
  if (typeof error !== 'object' || error === null) return `cannot be evaluated: ${String(error)}`
  const code = 'code' in error ? error.code : undefined
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return `did not come to an end within ${timeoutSeconds} s`
  if (code === 'ENOENT') return 'is not there'
  return `cannot be evaluated: ${'message' in error ? String(error.message) : 'an error'}`
}

const trouble = (message: string): Answer<never> => ({ trouble: { code: 'policy-unavailable', kind: 'world', message } })

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { findProgram } from './programs.ts'

/** As `.ci/run` installs it. */
const MODULE = 'github.com/open-policy-agent/opa@v1.22.2'

/** The program; undefined where a user lacks it. */
export const findOpa = (): string | undefined => findProgram('opa', MODULE)

/** Builds a bundle with the policy as a Wasm module in it. */
export const buildBundle = (opa: string, { rego, bundle }: { readonly rego: string; readonly bundle: string }): void =>
  void execFileSync(opa, ['build', '-t', 'wasm', '-e', 'sherpa/decision', '-o', bundle, rego])

/** A server that decides by a policy until it is disposed of. */
export async function startOpa(opa: string, rego: string): Promise<{ readonly url: string } & AsyncDisposable> {
  const port = await freePort()
  const child = spawn(opa, ['run', '--server', '--disable-telemetry', '--addr', `127.0.0.1:${port}`, rego], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  while (!(await isUp(url))) {
    if (child.exitCode !== null) throw new Error(`opa ended with ${child.exitCode}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return {
    url,
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit')
      child.kill()
      await gone
    },
  }
}

const isUp = async (url: string) => (await fetch(`${url}/health`).catch(() => null))?.ok === true

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

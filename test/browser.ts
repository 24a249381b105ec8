import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A real browser without a window, spoken to by the Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol/). */
export interface Browser extends AsyncDisposable {
  /** Opens a file and evaluates an expression in it; with what the page complained about. */
  look<T>(view: View, expression: string): Promise<{ readonly value: T; readonly complaints: readonly string[] }>
}

export interface View {
  readonly file: string
  readonly width: number
  readonly scheme: 'light' | 'dark'
}

export async function startBrowser(program: string): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'sherpa-browser-'))
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${folder}`,
    '--remote-debugging-port=0',
    'about:blank',
  ]
  const child = spawn(program, flags, { stdio: ['ignore', 'ignore', 'pipe'] })
  const port = await debuggingPort(child)
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
    type: string
    webSocketDebuggerUrl: string
  }[]
  const wire = await openWire(targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '')
  for (const domain of ['Page', 'Log', 'Runtime']) await wire.call(`${domain}.enable`)
  return {
    async look({ file, width, scheme }, expression) {
      wire.complaints.length = 0
      await wire.call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
      await wire.call('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: width < 600 })
      const loaded = wire.heard('Page.loadEventFired')
      await wire.call('Page.navigate', { url: pathToFileURL(file).href })
      await loaded
      const { result } = await wire.call('Runtime.evaluate', { expression, returnByValue: true })
      return { value: (result as { value: never }).value, complaints: [...wire.complaints] }
    },
    async [Symbol.asyncDispose]() {
      wire.close()
      const gone = once(child, 'exit')
      child.kill()
      await gone
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function debuggingPort(child: ChildProcess): Promise<string> {
  let told = ''
  for await (const chunk of child.stderr ?? []) {
    told += String(chunk)
    const port = /ws:\/\/127\.0\.0\.1:(\d+)/.exec(told)?.[1]
    if (port !== undefined) {
      return port
    }
  }
  throw new Error(`the browser did not start: ${told}`)
}

async function openWire(url: string) {
  const socket = new WebSocket(url)
  const answers = new Map<number, (result: Record<string, unknown>) => void>()
  const events = new Map<string, () => void>()
  const complaints: string[] = []
  let calls = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, method, params, result } = JSON.parse(String(data))
    if (id !== undefined) answers.get(id)?.(result ?? {})
    if (method === 'Log.entryAdded' || method === 'Runtime.exceptionThrown') complaints.push(JSON.stringify(params))
    events.get(method)?.()
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  return {
    complaints,
    call: (method: string, params: object = {}) =>
      new Promise<Record<string, unknown>>(resolve => {
        answers.set(++calls, resolve)
        socket.send(JSON.stringify({ id: calls, method, params }))
      }),
    heard: (method: string) => new Promise<void>(resolve => void events.set(method, resolve)),
    close: () => socket.close(),
  }
}

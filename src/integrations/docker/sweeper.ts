import { spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import type { Address } from './address.ts'

/**
 * A process apart that removes all containers with a label as soon as this one ends, in whatever way, `kill -9` included: then the pipe between
 * them breaks. It is given no environment. The returned function ends it without that.
 */
export function startSweeper({ to }: Address, label: string): () => void {
  const filters = encodeURIComponent(JSON.stringify({ label: [label] }))
  const sweeper = spawn(process.execPath, ['-e', SCRIPT, '--', JSON.stringify(to), filters], {
    ...{ detached: true, env: {}, stdio: ['pipe', 'ignore', 'ignore'], windowsHide: true },
  })
  // Without it, containers are removed all the same, unless we are killed.
  sweeper.on('error', () => {})
  sweeper.stdin.on('error', () => {})
  sweeper.unref()
  ;(sweeper.stdin as Socket).unref()
  return () => void sweeper.kill('SIGKILL')
}

/** A container may be on its way when its maker dies. */
const LATE_MS = 500

const SCRIPT = `
const { request } = require('node:http')
const [to, filters] = process.argv.slice(1)
function ask(method, path, then) {
  const asked = request({ ...JSON.parse(to), method, path, agent: false, headers: { host: 'docker' } }, answer => {
    let text = ''
    answer.on('data', chunk => { text += chunk })
    answer.on('end', () => then(text))
  })
  asked.on('error', () => {})
  asked.end()
}
function sweep() {
  ask('GET', '/containers/json?all=1&filters=' + filters, text => {
    for (const { Id } of JSON.parse(text)) ask('DELETE', '/containers/' + Id + '?force=1&v=1', () => {})
  })
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
process.stdin.on('end', () => setTimeout(sweep, ${LATE_MS}))
process.stdin.resume()
`

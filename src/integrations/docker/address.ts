import { SherpaError } from '../../core/model/trouble.ts'

/** Where an engine listens. */
export interface Address {
  /** As sentences call it. */
  readonly text: string
  readonly to: { readonly socketPath: string } | { readonly host: string; readonly port: number }
}

const USUAL = 'unix:///var/run/docker.sock'
const PORT = 2375
/** Whoever can write to an engine owns its machine: plain TCP never leaves this one. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Reads DOCKER_HOST: a socket, a named pipe, or a port of this machine. */
export function engineAddress(dockerHost: string | undefined): Address {
  const text = dockerHost || USUAL
  const { scheme, rest = '' } = /^(?<scheme>[a-z]+):\/\/(?<rest>.+)$/.exec(text)?.groups ?? {}
  if (scheme === 'unix') return { text, to: { socketPath: rest } }
  if (scheme === 'npipe') return { text, to: { socketPath: rest.replaceAll('/', '\\') } }
  const { host, port } = /^(?<host>\[[^\]]*\]|[^:/]+)(?::(?<port>\d{1,5}))?\/?$/.exec(rest)?.groups ?? {}
  if (scheme !== 'tcp' || host === undefined) throw refused(text, 'is neither a socket nor a port')
  if (!LOOPBACK.test(host)) throw refused(text, 'is another machine, and plain TCP to it would be open to everybody between')
  return { text, to: { host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? PORT) } }
}

const refused = (text: string, why: string) =>
  new SherpaError({
    code: 'bad-docker-host',
    kind: 'usage',
    message: `DOCKER_HOST ${JSON.stringify(text)} cannot be used: it ${why}`,
    hint: 'name a socket (unix:///var/run/docker.sock), forwarded by ssh -L if the engine is far',
  })

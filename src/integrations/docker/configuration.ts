import { isDeepStrictEqual } from 'node:util'
import type { EngineConfig, EngineContainer, EngineEndpoint, EngineHostConfig, EngineImage } from './engine-types.ts'

/** What it takes to make a container once more. */
export interface Configuration {
  /** The body of the request that creates it. */
  readonly body: Readonly<Record<string, unknown>>
  /** Networks that it joins after it was created: older engines take one only at creation. */
  readonly furtherNetworks: readonly { readonly name: string; readonly endpoint: EngineEndpoint }[]
}

/**
 * The configuration of a container, for one from another image: what was set for the container stays, what its image says (and the engine
 * shows as if it were the container's own) is left to the other image. Volumes without a name go along, too.
 */
export function configurationOf(container: EngineContainer, image: Pick<EngineImage, 'Config'>, to: string): Configuration {
  const [first, ...others] = endpointsOf(container)
  return {
    body: {
      ...ownConfig(container, image.Config ?? {}),
      Image: to,
      HostConfig: withVolumes(container),
      ...(first && { NetworkingConfig: { EndpointsConfig: { [first.name]: first.endpoint } } }),
    },
    furtherNetworks: others,
  }
}

/** Fields that hold one value: where it is the image's, it is nobody else's. */
const SINGLE = ['Cmd', 'User', 'WorkingDir', 'Healthcheck', 'StopSignal', 'Shell', 'OnBuild', 'ArgsEscaped'] as const
/** Fields that hold values by key: the image's are left out one by one. */
const KEYED = ['Labels', 'Volumes'] as const

function ownConfig(container: EngineContainer, image: EngineConfig): EngineConfig {
  const { Config, HostConfig } = container
  const config: Record<string, unknown> = { ...Config }
  const hasOwnEntrypoint = !isDeepStrictEqual(Config.Entrypoint ?? null, image.Entrypoint ?? null)
  if (!hasOwnEntrypoint) delete config['Entrypoint']
  for (const field of SINGLE) if (isDeepStrictEqual(Config[field] ?? null, image[field] ?? null)) delete config[field]
  // With an entry point of its own, a container does not take over the image's command.
  if (hasOwnEntrypoint) config['Cmd'] = Config.Cmd ?? []
  for (const field of KEYED) config[field] = without(Config[field] ?? {}, image[field] ?? {})
  // What is published must be exposed, whoever exposes it.
  config['ExposedPorts'] = {
    ...without(Config.ExposedPorts ?? {}, image.ExposedPorts ?? {}),
    ...Object.fromEntries(Object.keys(HostConfig.PortBindings ?? {}).map(port => [port, {}])),
  }
  config['Env'] = (Config.Env ?? []).filter(variable => !(image.Env ?? []).includes(variable))
  if (isNamedByEngine(container)) delete config['Hostname']
  // Who shares another's network shares its name and ports.
  if (HostConfig.NetworkMode?.startsWith('container:'))
    for (const field of ['Hostname', 'Domainname', 'ExposedPorts', 'MacAddress']) delete config[field]
  return config
}

const without = (own: Readonly<Record<string, unknown>>, others: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(own).filter(([key, value]) => !isDeepStrictEqual(value, others[key])))

const SHORT_ID = 12

/** Nobody gave it a host name: it is the beginning of its id, or the host's. */
const isNamedByEngine = ({ Id, Config, HostConfig }: EngineContainer) =>
  Config.Hostname === Id.slice(0, SHORT_ID) || HostConfig.NetworkMode === 'host' || HostConfig.UTSMode === 'host'

function withVolumes({ HostConfig, Mounts = [] }: EngineContainer): EngineHostConfig {
  const binds = HostConfig.Binds ?? []
  const targets = new Set([...binds.map(bind => bind.split(':')[1]), ...(HostConfig.Mounts ?? []).map(({ Target }) => Target)])
  const nameless = Mounts.filter(({ Type, Name, Destination }) => Type === 'volume' && Name && !targets.has(Destination))
  if (nameless.length === 0) return HostConfig
  return {
    ...HostConfig,
    Binds: [...binds, ...nameless.map(({ Name, Destination, RW }) => `${Name}:${Destination}${RW === false ? ':ro' : ''}`)],
  }
}

/** The networks that somebody joined it to, first the one that it was created in. */
function endpointsOf({ Id, HostConfig, NetworkSettings }: EngineContainer) {
  const mode = HostConfig.NetworkMode ?? 'default'
  if (mode === 'host' || mode === 'none' || mode.startsWith('container:')) return []
  const first = mode === 'default' ? 'bridge' : mode
  return Object.entries(NetworkSettings?.Networks ?? {})
    .map(([name, endpoint]) => ({ name, endpoint: settingsOf(endpoint, Id) }))
    .sort((a, b) => Number(b.name === first) - Number(a.name === first))
}

/** What somebody set of an endpoint; the rest is what the engine gave it. */
function settingsOf(endpoint: EngineEndpoint, id: string): EngineEndpoint {
  const settings: Record<string, unknown> = {}
  for (const field of ['IPAMConfig', 'Links', 'DriverOpts', 'GwPriority'])
    if (endpoint[field] !== undefined && endpoint[field] !== null) settings[field] = endpoint[field]
  const aliases = endpoint.Aliases?.filter(alias => alias !== id.slice(0, SHORT_ID)) ?? []
  if (aliases.length > 0) settings['Aliases'] = aliases
  if (endpoint.MacAddress && !isDerived(endpoint)) settings['MacAddress'] = endpoint.MacAddress
  return settings
}

/** Engines before version 28 make the hardware address from the IP address, unless somebody set it. */
function isDerived({ MacAddress = '', IPAddress = '' }: EngineEndpoint): boolean {
  const hex = IPAddress.split('.').map(part => Number(part).toString(16).padStart(2, '0'))
  return MacAddress.toLowerCase() === ['02', '42', ...hex].join(':')
}

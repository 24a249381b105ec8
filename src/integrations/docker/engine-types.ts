/** As much of the engine's answers as is read here; what is only passed on stays unknown. https://docs.docker.com/reference/api/engine/ */

export interface EngineContainer {
  readonly Id: string
  /** With a slash before it. */
  readonly Name: string
  readonly Image: string
  readonly RestartCount?: number
  readonly State: {
    readonly Status: string
    readonly Running?: boolean
    readonly ExitCode?: number
    readonly OOMKilled?: boolean
    readonly StartedAt?: string
    readonly Health?: { readonly Status?: string }
  }
  readonly Config: EngineConfig & { readonly Image: string }
  readonly HostConfig: EngineHostConfig
  readonly Mounts?: readonly EngineMount[]
  readonly NetworkSettings?: { readonly Networks?: Readonly<Record<string, EngineEndpoint>> }
}

/** Of a container: what it was made with and what its image says, in one. Of an image: the latter. */
export interface EngineConfig {
  readonly Hostname?: string
  readonly Env?: readonly string[] | null
  readonly Labels?: Readonly<Record<string, string>> | null
  readonly ExposedPorts?: Readonly<Record<string, unknown>> | null
  readonly Volumes?: Readonly<Record<string, unknown>> | null
  readonly Cmd?: readonly string[] | null
  readonly Entrypoint?: readonly string[] | null
  readonly [field: string]: unknown
}

export interface EngineHostConfig {
  readonly AutoRemove?: boolean
  readonly NetworkMode?: string
  readonly UTSMode?: string
  readonly PortBindings?: Readonly<Record<string, unknown>> | null
  readonly Binds?: readonly string[] | null
  readonly Mounts?: readonly { readonly Target?: string }[] | null
  readonly [field: string]: unknown
}

export interface EngineMount {
  readonly Type: string
  readonly Name?: string
  readonly Destination: string
  readonly RW?: boolean
}

export interface EngineEndpoint {
  readonly IPAddress?: string
  readonly MacAddress?: string
  readonly Aliases?: readonly string[] | null
  readonly [field: string]: unknown
}

export interface EngineImage {
  readonly Id: string
  readonly RepoTags?: readonly string[] | null
  readonly RepoDigests?: readonly string[] | null
  /** RFC 3339; in lists: seconds. */
  readonly Created?: string | number
  readonly Config?: EngineConfig | null
}

export interface ListedContainer {
  readonly Id: string
  readonly Names?: readonly string[]
  readonly HostConfig?: { readonly NetworkMode?: string }
}

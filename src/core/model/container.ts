/** A container as its engine tells of it at one moment. */
export interface Container {
  /** The engine's id of this incarnation: one that is made anew has another. */
  readonly id: string
  readonly name: string
  /** The image's id, `sha256:…`. */
  readonly image: string
  /** The image as it was named when the container was made: `web:1.4`. */
  readonly imageName: string
  readonly labels: Readonly<Record<string, string>>
  readonly status: 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead'
  /** What its health check says; null where it has none. */
  readonly health: 'starting' | 'healthy' | 'unhealthy' | null
  /** Of its last end; null while it runs. */
  readonly exitCode: number | null
  /** RFC 3339, as the engine writes it; every start has another. Null: never. */
  readonly startedAt: string | null
  /** For how long it has run, by the engine's own clock; null where it does not. */
  readonly uptimeMs: number | null
  /** How often the engine started it again by itself since somebody last did. */
  readonly restarts: number
  /** A replacement was cut off: this one was stopped and set aside under another name, and nothing has its name now. */
  readonly isSetAside: boolean
}

/** An image that is present on the engine. */
export interface Image {
  /** `sha256:…`. */
  readonly id: string
  /** `web:1.4`; none where newer images took its names. */
  readonly tags: readonly string[]
  /** `registry.example/web@sha256:…`: where it was pulled from. */
  readonly digests: readonly string[]
  /** RFC 3339: when it was built. */
  readonly createdAt: string
}

/** A container that a remedy is asked about. */
export interface ContainerCase {
  /** The engine's name: two of them may have containers of one name. */
  readonly engine: string
  readonly container: Container
  /** What it could be rolled back to; null where no version is known to be good. */
  readonly previous: KnownImage | null
  /** Other images of its repository that are present, by name: what a person may choose from. */
  readonly present: readonly string[]
  /** The remedy that a person named; null where the container itself has to give reason. */
  readonly asked: 'restart-container' | 'roll-back-container' | null
}

/** An image that ran well before, and how that is known. */
export interface KnownImage {
  readonly image: Image
  /** As a clause: `it was healthy at …`. */
  readonly because: string
}

/** How a command ended. */
export type CommandEnd =
  | {
      readonly started: true
      /** Its exit code, or 128 and the number of the signal that killed it, as shells say it. */
      readonly exitCode: number
      readonly signal: string | null
      /** Whoever read its output stopped before it was over. */
      readonly unread: boolean
      readonly pid: number
      readonly startedMs: number
      readonly durationMs: number
      readonly use: ResourceUse
    }
  | {
      readonly started: false
      /** As shells have it: 127 where there is no such command, 126 where it cannot be run. */
      readonly exitCode: 126 | 127
      readonly message: string
    }

/** What a command and its children used, as far as the system tells. */
export interface ResourceUse {
  /**
   * The most memory that all its processes had at once, of the moments at which it was looked: what is each one's own, and the largest part
   * that they share with others. Never less than the peak that the kernel noted for any one of them.
   */
  readonly peakMemoryBytes?: number
  /** User and system time, of every process that was waited for. */
  readonly cpuMs?: number
  /** Read from and written to storage, not to caches and pipes. */
  readonly diskReadBytes?: number
  readonly diskWriteBytes?: number
}

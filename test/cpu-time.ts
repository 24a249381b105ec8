/**
 * Milliseconds that this thread computes for. Unlike the time on the wall it does not grow with what else the machine does, so that a bound on
 * work holds on a busy machine, too.
 */
export function cpuTime(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

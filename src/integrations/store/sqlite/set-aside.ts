import { existsSync, renameSync } from 'node:fs'

/** Gives a damaged file another name, with all that belongs to it; returns that name. */
export function setAside(path: string, now: Date): string {
  const stamp = now.toISOString().replace(/[:.]/g, '-')
  const aside = freeName(`${path}.damaged-${stamp}`)
  for (const end of ['-wal', '-shm', '']) if (existsSync(path + end)) renameSync(path + end, aside + end)
  return aside
}

function freeName(wanted: string): string {
  let name = wanted
  for (let i = 2; existsSync(name); i++) name = `${wanted}-${i}`
  return name
}

import type { Change } from '../model/run.ts'

const PATCH = 16_000
const PATCHES = 256_000

/** Changes with their patches cut, so that a case file stays small: long ones at a line's end, and none once there are too many. */
export function boundChanges(changes: readonly Change[], most: number = PATCHES): Change[] {
  let room = most
  return changes.map(({ file, patch }) => {
    const kept = patch === undefined ? undefined : cut(patch, Math.min(PATCH, room))
    room -= kept?.length ?? 0
    return kept ? { file, patch: kept } : { file }
  })
}

function cut(patch: string, length: number): string | undefined {
  if (patch.length <= length) return patch
  const end = patch.lastIndexOf('\n', length)
  return end > 0 ? patch.slice(0, end) : undefined
}

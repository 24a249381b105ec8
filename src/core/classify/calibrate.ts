/** A rising line through corners `[raw, calibrated]`: what a raw score has meant on logs that were not learned from. */
export function calibrate(raw: number, corners: readonly (readonly [number, number])[]): number {
  const first = corners[0]
  if (!first) return raw
  if (raw <= first[0]) return first[1]
  for (let i = 1; i < corners.length; i++) {
    const [x0, y0] = corners[i - 1] as readonly [number, number]
    const [x1, y1] = corners[i] as readonly [number, number]
    if (raw <= x1) return x1 === x0 ? y1 : y0 + ((raw - x0) / (x1 - x0)) * (y1 - y0)
  }
  return (corners.at(-1) as readonly [number, number])[1]
}

import type { Trees } from '../locate/trees.ts'

/** Numbers as text in JSON: base64 of little-endian arrays; large ones in eight bits with one scale. */

/** Values as multiples of `scale`, from -127 to 127. */
export interface Quantised {
  readonly scale: number
  readonly bytes: string
}

export interface PackedTrees {
  readonly bias: number
  readonly roots: string
  readonly feature: string
  readonly threshold: string
  readonly left: string
}

export function encodeQuantised(values: Float32Array): Quantised {
  const scale = values.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-9) / 127
  return { scale, bytes: toBase64(new Uint8Array(Int8Array.from(values, value => Math.round(value / scale)).buffer)) }
}

export function decodeQuantised({ scale, bytes }: Quantised): Float32Array {
  const steps = new Int8Array(fromBase64(bytes).buffer)
  const values = new Float32Array(steps.length)
  for (let i = 0; i < steps.length; i++) values[i] = (steps[i] as number) * scale
  return values
}

export const encodeFloats = (values: Float32Array): string => toBase64(new Uint8Array(Float32Array.from(values).buffer))
export const decodeFloats = (text: string): Float32Array => new Float32Array(fromBase64(text).buffer)

export const encodeTrees = ({ bias, roots, feature, threshold, left }: Trees): PackedTrees => ({
  bias,
  roots: toBase64(new Uint8Array(Uint16Array.from(roots).buffer)),
  feature: toBase64(new Uint8Array(Int8Array.from(feature).buffer)),
  threshold: encodeFloats(threshold),
  left: toBase64(new Uint8Array(Uint16Array.from(left).buffer)),
})

export const decodeTrees = ({ bias, roots, feature, threshold, left }: PackedTrees): Trees => ({
  bias,
  roots: new Int32Array(new Uint16Array(fromBase64(roots).buffer)),
  feature: new Int8Array(fromBase64(feature).buffer),
  threshold: decodeFloats(threshold),
  left: new Int32Array(new Uint16Array(fromBase64(left).buffer)),
})

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function toBase64(bytes: Uint8Array): string {
  const quads: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const quad = [18, 12, 6, 0].map(shift => DIGITS[(word >> shift) & 63]).join('')
    quads.push(i + 2 < bytes.length ? quad : quad.slice(0, bytes.length - i + 1).padEnd(4, '='))
  }
  return quads.join('')
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const decoded = atob(text)
  const bytes = new Uint8Array(decoded.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = decoded.charCodeAt(i)
  return bytes
}

/**
 * Values with large arrays of numbers, as they lie in memory, which is how they are bundled: a line of JSON, and behind it the arrays, which are
 * used where they were read. What is read at every start must cost no decoding.
 */

type Numbers = Float32Array | Int32Array | Uint32Array | Int8Array | Uint8Array | Uint16Array
type Kind = keyof typeof ARRAYS

/** An array in the line of JSON. */
interface Reference {
  readonly array: Kind
  /** In bytes from the beginning of the arrays. */
  readonly at: number
  readonly length: number
}

/** The same with references to its arrays. */
export type Stored<T> = T extends Numbers ? Reference : T extends object ? { readonly [Name in keyof T]: Stored<T[Name]> } : T

/** What stands behind a reference. */
export type Behind = <Name extends Kind>(reference: Reference) => InstanceType<(typeof ARRAYS)[Name]>

const ARRAYS = { Float32Array, Int32Array, Uint32Array, Int8Array, Uint8Array, Uint16Array }

/** So that every array begins where a number may. */
const ALIGNED = 8

export function storeArrays(value: object): Uint8Array {
  const arrays: Numbers[] = []
  let size = 0
  const refer = (array: Numbers): Reference => {
    const at = size
    arrays.push(array)
    size += aligned(array.byteLength)
    return { array: array.constructor.name as Kind, at, length: array.length }
  }
  const head = new TextEncoder().encode(JSON.stringify(value, (_, part: unknown) => (isNumbers(part) ? refer(part) : part)))
  const start = aligned(head.length + 1)
  const bytes = new Uint8Array(start + size).fill(LF, 0, start)
  bytes.set(head)
  let at = start
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += aligned(byteLength)
  }
  return bytes
}

/** The arrays of what `build` makes are parts of these bytes. */
export function readArrays<T>(bytes: Uint8Array, build: (stored: Stored<T>, behind: Behind) => T): T {
  const { buffer, byteOffset } = bytes.byteOffset % ALIGNED === 0 ? bytes : bytes.slice()
  const end = bytes.indexOf(LF)
  const start = byteOffset + aligned(end + 1)
  const stored = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Stored<T>
  const behind: Behind = <Name extends Kind>({ array, at, length }: Reference) =>
    new ARRAYS[array as Name](buffer as ArrayBuffer, start + at, length) as InstanceType<(typeof ARRAYS)[Name]>
  return build(stored, behind)
}

const LF = 10

const aligned = (size: number) => Math.ceil(size / ALIGNED) * ALIGNED

const isNumbers = (value: unknown): value is Numbers => ArrayBuffer.isView(value) && value.constructor.name in ARRAYS

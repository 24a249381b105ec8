/** What a file is, told from its first bytes; names lie. */

export type ContentKind = 'empty' | 'text' | 'utf-16le' | 'utf-16be' | 'gzip' | 'zip' | OtherKind

/** What cannot be read here, as a reader would call it. */
export type OtherKind = keyof typeof OTHERS

/** How many first bytes are enough to tell. */
export const HEAD_BYTES = 64 * 1024

interface Other {
  readonly name: string
  /** What to do about it: one imperative. */
  readonly hint: string
  readonly magic?: string
  readonly at?: number
}

const unpackWith = (command: string) => `unpack it first: ${command}`
const NAME_A_LOG = 'name a text log, or an archive of logs'

const OTHERS = {
  zstd: { name: 'a zstd file', magic: '28b52ffd', hint: unpackWith('zstd -dc FILE | sherpa diagnose') },
  xz: { name: 'an xz file', magic: 'fd377a585a00', hint: unpackWith('xz -dc FILE | sherpa diagnose') },
  bzip2: { name: 'a bzip2 file', magic: '425a68', hint: unpackWith('bzip2 -dc FILE | sherpa diagnose') },
  lz4: { name: 'an lz4 file', magic: '04224d18', hint: unpackWith('lz4 -dc FILE | sherpa diagnose') },
  '7z': { name: 'a 7z archive', magic: '377abcaf271c', hint: unpackWith('7z x FILE, then name the folder') },
  rar: { name: 'a RAR archive', magic: '526172211a07', hint: unpackWith('unrar x FILE, then name the folder') },
  tar: { name: 'a tar archive', magic: '7573746172', at: 257, hint: unpackWith('tar xf FILE, then name the folder') },
  elf: { name: 'an ELF program or library', magic: '7f454c46', hint: NAME_A_LOG },
  'mach-o': { name: 'a Mach-O program or library', magic: 'cffaedfe', hint: NAME_A_LOG },
  'java-class': { name: 'a Java class file', magic: 'cafebabe', hint: NAME_A_LOG },
  wasm: { name: 'a WebAssembly module', magic: '0061736d', hint: NAME_A_LOG },
  png: { name: 'a PNG image', magic: '89504e470d0a', hint: NAME_A_LOG },
  jpeg: { name: 'a JPEG image', magic: 'ffd8ff', hint: NAME_A_LOG },
  gif: { name: 'a GIF image', magic: '47494638', hint: NAME_A_LOG },
  pdf: { name: 'a PDF document', magic: '255044462d', hint: NAME_A_LOG },
  sqlite: { name: 'an SQLite database', magic: '53514c69746520666f726d6174203300', hint: NAME_A_LOG },
  binary: { name: 'a binary file', hint: NAME_A_LOG },
} as const satisfies Record<string, Other>

const isOther = (kind: ContentKind): kind is OtherKind => kind in OTHERS

/** What something that cannot be read is called, and what to do about it; undefined for what can be read. */
export const unreadable = (kind: ContentKind): Other | undefined => (isOther(kind) ? OTHERS[kind] : undefined)

/** Tells the kind from the first {@link HEAD_BYTES} bytes, or from all there are. */
export function contentKind(head: Uint8Array): ContentKind {
  if (head.length === 0) return 'empty'
  if (startsWith(head, '1f8b08')) return 'gzip'
  if (['504b0304', '504b0506', '504b0708'].some(magic => startsWith(head, magic))) return 'zip'
  if (startsWith(head, 'fffe')) return 'utf-16le'
  if (startsWith(head, 'feff')) return 'utf-16be'
  const other = (Object.entries(OTHERS) as [OtherKind, Other][]).find(([, { magic, at }]) => magic && startsWith(head, magic, at))
  if (other && (other[0] !== 'bzip2' || isBzip2(head))) return other[0]
  return kindOfText(head)
}

/** `BZh` is no rare way to start a line; the digit and the block's magic must follow. */
const isBzip2 = (head: Uint8Array) => startsWith(head, '314159265359', 4) || startsWith(head, '177245385090', 4)

function startsWith(bytes: Uint8Array, hex: string, at = 0): boolean {
  for (let i = 0; i < hex.length / 2; i++) if (bytes[at + i] !== Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)) return false
  return true
}

/** Logs may hold some control characters and any bytes above 127, and runs of NULs where a disk was full; random bytes hold many. */
const MAX_CONTROLS = 0.06
const MAX_NULS = 0.3
const PLAIN_CONTROLS = new Set([7, 8, 9, 10, 11, 12, 13, 27])
/** One of the others: nearly every log has none, and to look for one is much quicker than to count them. */
const OTHER_CONTROL = /[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]/

function kindOfText(head: Uint8Array): ContentKind {
  if (!OTHER_CONTROL.test(Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1'))) return 'text'
  let controls = 0
  let nuls = 0
  let oddNuls = 0
  for (let i = 0; i < head.length; i++) {
    const byte = head[i] as number
    if (byte >= 32 && byte !== 127) continue
    if (byte === 0) {
      nuls++
      oddNuls += i & 1
    } else if (!PLAIN_CONTROLS.has(byte)) controls++
  }
  if (nuls > head.length * 0.4 && nuls < head.length * 0.6) {
    if (oddNuls > nuls * 0.95) return 'utf-16le'
    if (oddNuls < nuls * 0.05) return 'utf-16be'
  }
  const tooMany = nuls > head.length * MAX_NULS || controls > (head.length - nuls) * MAX_CONTROLS
  return tooMany ? 'binary' : 'text'
}

import { ZipFile } from 'yazl'

/** A zip archive with these files, in this order; a text is stored deflated, bytes under `stored` as they are. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>, { stored = false } = {}): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path, { compress: !stored })
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** The archive with one name replaced by another of the same length, in both places: names that no packer would write. */
export function renamed(zip: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(zip)
  for (let at = copy.indexOf(from); at !== -1; at = copy.indexOf(from, at + 1)) copy.write(to, at)
  return copy
}

import { readFile } from 'node:fs/promises'
import type { Checked, ConfigDocument } from '../../core/config/document.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import { connectYamlReader } from '../../integrations/connect.ts'
import { checked } from '../configuration.ts'
import type { Input } from '../environment.ts'

/** A file, or standard input for `-`, as what its reader makes of it; throws a SherpaError that names every mistake with its place. */
export async function readYaml<Output>(
  file: string,
  read: (document: ConfigDocument) => Checked<Output>,
  input: Input,
): Promise<Output> {
  const parseYaml = await connectYamlReader()
  return checked(read(checked(parseYaml(await textOf(file, input), file === '-' ? 'stdin' : file))))
}

async function textOf(file: string, input: Input): Promise<string> {
  if (file === '-') return allOf(input)
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    const reason = code === 'ENOENT' ? 'there is no such file' : code
    throw new SherpaError({ code: 'input-unreadable', kind: 'usage', message: `${file} cannot be read: ${reason}` }, { cause })
  }
}

async function allOf(input: Input): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of input.open()) chunks.push(chunk)
  return new TextDecoder().decode(Buffer.concat(chunks))
}

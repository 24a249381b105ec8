import { Readable } from 'node:stream'
import type { Input, LogInput } from '../src/core/gather/input.ts'
import type { LogSource } from '../src/core/gather/log-source.ts'
import type { Note } from '../src/core/model/case-file.ts'
import type { Limits } from '../src/integrations/files/limits.ts'
import { openInput } from '../src/integrations/files/open-input.ts'

/** What a log yields, as bytes, and what it told while it was read. */
export async function bytesOf(log: LogSource): Promise<{ bytes: Buffer; notes: Note[] }> {
  const notes: Note[] = []
  const pieces: Buffer[] = []
  for await (const chunk of log.open(note => notes.push(note))) pieces.push(Buffer.from(chunk))
  return { bytes: Buffer.concat(pieces), notes }
}

/** Opens what is named (`-`: the given bytes on standard input). */
export const opened = (
  name: string,
  { stdin = [] as Uint8Array[], limits }: { stdin?: Uint8Array[]; limits?: Limits } = {},
): Promise<Input> => openInput(name, { stdin: Readable.from(stdin), ...(limits && { limits }) })

/** Opens an input that holds logs. */
export async function openedLogs(name: string, options?: Parameters<typeof opened>[1]): Promise<LogInput> {
  const input = await opened(name, options)
  if (input.kind !== 'logs') throw new Error(`${name} was taken for a ${input.kind}`)
  return input
}

/** All logs of an input by name: `[job, text]`. */
export async function textsOf(
  name: string,
  options?: Parameters<typeof opened>[1],
): Promise<Record<string, [string | null, string]>> {
  const { logs } = await openedLogs(name, options)
  const texts: Record<string, [string | null, string]> = {}
  for (const log of logs) texts[log.name] = [log.job, (await bytesOf(log)).bytes.toString('utf8')]
  return texts
}

/** The item at an index, which must be there. */
export function nth<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new Error(`there is no item ${index} among ${items.length}`)
  return item
}

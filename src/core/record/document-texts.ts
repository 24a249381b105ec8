/** One JSON document out of a stream: its text and the line it begins on, or why it was passed over. */
export type DocumentText = { readonly text: string; readonly line: number } | { readonly trouble: string; readonly line: number }

/** A longer document is passed over. */
const LONGEST_DOCUMENT = 128 * 1024 * 1024
const LF = 10

/**
 * The documents of a stream: one a line, or the whole stream where its first line does not end one. Holds one document at a time.
 * Blank lines are skipped; lines are counted from 1.
 */
export async function* documentTexts(
  chunks: AsyncIterable<Uint8Array>,
  longest: number = LONGEST_DOCUMENT,
): AsyncGenerator<DocumentText> {
  let isWhole: boolean | undefined
  const whole: string[] = []
  let size = 0
  for await (const { text, line } of lines(chunks, longest)) {
    if (isWhole === undefined && text?.trim() === '') continue
    isWhole ??= text !== null && opensMore(text)
    if (!isWhole) {
      if (text === null) yield { trouble: tooLong(longest), line }
      else if (text.trim() !== '') yield { text, line }
      continue
    }
    size += text?.length ?? longest
    if (size > longest) return yield { trouble: tooLong(longest), line: 1 }
    whole.push(text ?? '')
  }
  if (whole.length > 0) yield { text: whole.join('\n'), line: 1 }
}

/** A line that ends inside an object or a list. */
const opensMore = (text: string) => /[{[,:]\s*$/.test(text)

const tooLong = (longest: number) => `the document is longer than ${Math.round(longest / 1024 / 1024)} MiB`

interface Line {
  /** Null where it was too long to be held. */
  readonly text: string | null
  readonly line: number
}

async function* lines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  let pieces: Uint8Array[] = []
  let size = 0
  let line = 1
  const take = (): Line => {
    const text = size > longest ? null : decoder.decode(joined(pieces, size))
    pieces = []
    size = 0
    return { text, line: line++ }
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      hold(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    if (start < chunk.length) hold(chunk.slice(start))
  }
  if (size > 0) yield take()

  function hold(piece: Uint8Array) {
    size += piece.length
    if (size <= longest) pieces.push(piece)
    else pieces = []
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = pieces
  if (pieces.length === 1 && first) return first
  const all = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

import type { LogLine } from '../../model/log.ts'

/** The lines of a text, numbered from 1; for tests. */
export const textLines = (text: string): LogLine[] => text.split('\n').map((line, at) => ({ n: at + 1, text: line.trimEnd() }))

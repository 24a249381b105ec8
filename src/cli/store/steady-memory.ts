import { setFlagsFromString } from 'node:v8'

/**
 * For commands that stream: rows by the hundred thousand live for a moment each, and V8 would take their number for a reason to give new
 * objects ever more room, some 150 MB that hold nothing. What is kept between batches is small, so collecting it often costs no time.
 */
export const keepMemorySteady = (): void => setFlagsFromString('--semi-space-growth-factor=1')

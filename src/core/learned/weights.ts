import { type Models, type PackedModels, unpackModels } from './models.ts'
import packed from './weights.json' with { type: 'json' }

let unpacked: Models | undefined

/** The models that ship, unpacked once. They were written by `npm run train`. */
export const learnedModels = (): Models => {
  unpacked ??= unpackModels(packed as unknown as PackedModels)
  return unpacked
}

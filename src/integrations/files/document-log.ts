import type { LogSource } from '../../core/gather/log-source.ts'
import { fileChunks } from './file-chunks.ts'
import { fileTrouble } from './file-trouble.ts'
import { createBudget, LIMITS, type Limits } from './limits.ts'
import { logBytes } from './log-bytes.ts'
import { statOf } from './node-files.ts'
import { specialFile } from './special-file.ts'

/** The log that a run document names: a file, whatever else stands there. */
export const documentLog = (path: string, job: string, limits: Limits = LIMITS): LogSource => ({
  name: path,
  job,
  async *open(tell = () => {}) {
    const found = await statOf(path).catch((cause: unknown) => Promise.reject(fileTrouble(path, cause)))
    if (!found.isFile()) throw specialFile(path, found)
    yield* logBytes(fileChunks(path, tell), { name: path, budget: createBudget(path, limits), tell })
  },
})

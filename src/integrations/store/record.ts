import type { AttemptRecord } from '../../core/model/history.ts'
import type { Recorded } from '../../core/ports/history.ts'
import type { Engine, Writer } from './engine.ts'
import { createNames, type KnownNames } from './names.ts'
import { recordBatch } from './record-batch.ts'

/** Writes attempts in one transaction. An attempt may be named twice: what comes later completes what came before. */
export function createRecorder(engine: Engine): (attempts: readonly AttemptRecord[]) => Promise<readonly Recorded[]> {
  const known: KnownNames = new Map()
  let generation = ''

  return async attempts => {
    try {
      return await engine.load(async writer => {
        const now = await generationOf(writer)
        if (now !== generation) known.clear()
        generation = now
        const recorded: Recorded[] = []
        for (const batch of withoutRepeats(attempts))
          recorded.push(...(await recordBatch(writer, createNames(writer, known), batch)))
        return recorded
      })
    } catch (error) {
      known.clear()
      throw error
    }
  }
}

/** Changes whenever numbers may have become others: when something was pruned. */
async function generationOf({ db }: Writer): Promise<string> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', GENERATION).executeTakeFirst()
  return row?.value ?? '0'
}

const GENERATION = 'generation'

/** Tells everybody who remembers numbers of names to forget them. */
export async function bumpGeneration(writer: Writer): Promise<void> {
  const next = String(Number(await generationOf(writer)) + 1)
  await writer.db.deleteFrom('meta').where('key', '=', GENERATION).execute()
  await writer.db.insertInto('meta').values({ key: GENERATION, value: next }).execute()
}

/** Batches in which no run stands twice. */
function* withoutRepeats(attempts: readonly AttemptRecord[]): Generator<readonly AttemptRecord[]> {
  let batch: AttemptRecord[] = []
  let keys = new Set<string>()
  for (const attempt of attempts) {
    const key = `${attempt.run} ${attempt.repository}`
    if (keys.has(key)) {
      yield batch
      batch = []
      keys = new Set()
    }
    batch.push(attempt)
    keys.add(key)
  }
  if (batch.length > 0) yield batch
}

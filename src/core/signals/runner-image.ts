import { failedAlike, hasPassed, knownFailure, runnerOf } from '../causes/past-runs.ts'
import type { Signal } from '../causes/signal.ts'
import { fisherExact } from '../statistics/fisher.ts'
import { pValueEvidence } from '../statistics/p-value-evidence.ts'

/** The job fails on one version of its runner image and passes on others, more than chance would have it. */
export const signal: Signal = {
  id: 'runner-image',
  find(scene) {
    const known = knownFailure(scene)
    const runner = known && runnerOf(scene.file, known.failure.job)
    if (!known || !runner?.image || !runner.version) return []
    const { image, version } = runner
    const runs = known.runs.filter(one => one.runner?.image === image && one.runner.version !== undefined)
    const here = runs.filter(one => one.runner?.version === version)
    const elsewhere = runs.filter(one => one.runner?.version !== version)
    const failed = (some: typeof runs) => some.filter(one => failedAlike(one, known.failure)).length
    const table = {
      hits: failed(here) + 1,
      misses: here.filter(hasPassed).length,
      otherHits: failed(elsewhere),
      otherMisses: elsewhere.filter(hasPassed).length,
    }
    const p = fisherExact(table)
    const weight = pValueEvidence(p)
    if (weight <= 0) return []
    return [
      {
        suspect: {
          kind: 'runner_image',
          subject: `${image}@${version}`,
          title: `the job fails on runner image ${image} ${version}`,
        },
        text: `failed ${table.hits} of ${table.hits + table.misses} times on ${image} ${version}, ${table.otherHits} of ${table.otherHits + table.otherMisses} times on other versions (Fisher's exact test, p = ${p.toPrecision(2)})`,
        weight,
      },
    ]
  },
}

import { SherpaError } from '../../core/model/trouble.ts'
import type { Run } from '../command.ts'
import { readableSize } from '../diagnose/readable-size.ts'
import { withHistory } from './open.ts'
import type { StorePruneOptions } from './options.ts'

export const runStorePrune: Run<StorePruneOptions> = (options, environment) => {
  const { olderThan, maxSize } = options
  if (olderThan === undefined && maxSize === undefined)
    throw new SherpaError({
      code: 'nothing-to-prune',
      kind: 'usage',
      message: 'it is not said what may go',
      hint: 'name an age or a size: --older-than 90d, --max-size 200MB',
    })
  return withHistory({ ...options, only: 'existing' }, environment, async ({ store }) => {
    const now = options.now ?? environment.now()
    const pruned = await store.prune({
      ...(olderThan !== undefined && { beforeMs: now.getTime() - olderThan }),
      ...(maxSize !== undefined && { maxBytes: maxSize }),
    })
    environment.out.write(
      options.json
        ? `${JSON.stringify(pruned)}\n`
        : `${pruned.attempts} attempts forgotten, ${readableSize(pruned.sizeBytes)} left\n`,
    )
    return 'nothing failed'
  })
}

import type { Collected, CollectProgress } from '../../core/collect/collecting.ts'
import type { Run } from '../command.ts'
import { logReading } from '../ingest/log-reading.ts'
import { withHistory } from '../store/open.ts'
import { safeProgress } from '../terminal/safe-progress.ts'
import { createEstimate } from './estimate.ts'
import type { CollectOptions } from './options.ts'
import { waitText } from './wait-text.ts'

export const runCollect: Run<CollectOptions> = (options, environment) =>
  withHistory(options, environment, async history => {
    const { store, tell, redact } = history
    const [{ collect }, { connectPast }] = await Promise.all([
      import('../../core/collect/collect.ts'),
      import('../../integrations/connect-github.ts'),
    ])
    const { directory, variables, now } = environment
    const requests = { answered: 0, unchanged: 0 }
    const { repository, ci } = await connectPast({
      repo: options.repo,
      directory,
      variables,
      maxWaitSeconds: options.maxWait / 1000,
      onWait: onceEach(wait => tell(waitText(wait, now()))),
      onAnswer(status) {
        requests.answered++
        if (status === 304) requests.unchanged++
      },
    })
    const name = `${repository.owner}/${repository.name}`
    const progress = safeProgress(environment.progress, redact)
    const estimate = createEstimate(now)
    const nowMs = (options.now ?? now()).getTime()
    let stored = 0
    const collected = await collect({
      ci,
      store,
      repository: name,
      workflow: options.workflow === undefined ? null : await ci.findWorkflow(options.workflow),
      sinceMs: nowMs - options.since,
      nowMs,
      logs: options.logs,
      reading: await logReading(history),
      onProgress(told) {
        stored = told.counts.attempts
        progress.show(progressText(name, told, estimate(told.done)))
      },
    }).catch((error: unknown) => {
      if (stored > 0) tell(`${stored} attempts are stored; the same command goes on from there`)
      throw error
    })
    progress.clear()
    const { notes, ...counts } = collected
    if (options.json) environment.out.write(`${JSON.stringify({ repository: name, ...counts, requests, notes })}\n`)
    else {
      for (const { text } of notes) tell(text)
      environment.out.write(summaryText(name, collected, requests))
    }
    return 'nothing failed'
  })

const progressText = (name: string, { counts, done }: CollectProgress, left: string) =>
  `collecting ${name}: ${counts.runs} runs, ${counts.jobs} jobs, ${counts.logs} logs, ${counts.changes} changes, ${Math.floor(done * 100)} %${left}`

const summaryText = (
  name: string,
  { runs, attempts, jobs, logs, failures, changes }: Collected,
  requests: { readonly answered: number; readonly unchanged: number },
) =>
  `${name}: ${runs} runs listed, ${attempts} attempts stored, ${jobs} jobs, ${logs} logs read, ${failures} failures, ${changes} changes; ${requests.answered} requests, ${requests.unchanged} unchanged\n`

/** Requests under way at once are held up together: one sentence is enough. */
function onceEach<T extends object>(hear: (value: T) => void): (value: T) => void {
  let last = ''
  return value => {
    const text = JSON.stringify(value)
    if (text !== last) hear(value)
    last = text
  }
}

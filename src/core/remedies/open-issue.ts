import { outcomeOf } from '../history/outcome.ts'
import type { Effect } from '../model/ledger.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Proposal, Remedy, Situation, Subject } from '../plan/remedy.ts'
import { redactValue } from '../redact/value.ts'
import { inertLine } from '../report/inert.ts'
import { renderMarkdown } from '../report/markdown.ts'

/** In how many other runs a failure was seen before it is worth an issue. */
const RECURRING = 2
/** GitHub takes 65,536 characters. */
const MOST_BYTES = 40_000

/** Stands for all failures at once. */
const OUTAGE = 'outage'

/**
 * Tells a failure that comes back in an issue of its own: one for each fingerprint, which is brought up to date when the failure is seen
 * again; of many failures at once in one issue for them all, as long as that is open. The text is inert, and redacted on its way.
 */
export const remedy: Remedy = {
  id: 'open-issue',
  title: ({ title }) => `open or refresh the issue "${title}"`,
  params: {
    fingerprint: { kind: 'text', longest: 100, pattern: /^[\w:.-]+$/ },
    title: { kind: 'text', longest: 200 },
    body: { kind: 'text', longest: MOST_BYTES },
  },
  risk: 'low',
  reversible: true,
  leavesRunRed: true,
  propose(situation) {
    const { file, outage, hide, nowMs } = situation
    const diagnosis = hide ? redactValue(situation.diagnosis, hide) : situation.diagnosis
    if (file.source.kind === 'github' && outage !== undefined) return [incident(outage, situation)]
    const [root] = diagnosis.failures
    const seen = root ? seenBefore(situation, root.fingerprint) : 0
    if (file.source.kind !== 'github' || !root || seen < RECURRING) return []
    return [
      {
        params: {
          fingerprint: root.fingerprint,
          title: inertLine(root.title).slice(0, 200) || root.fingerprint,
          body: `${renderMarkdown(diagnosis, { maxBytes: MOST_BYTES - 200 })}\nSeen in ${seen} other runs.\n`,
        },
        judged: { verdict: 'allow', reasons: [{ code: 'worth-it', text: `It failed ${seen} other runs before.` }] },
        because: `${root.title}, in ${seen} other runs before`,
        costMinutes: 0,
        notBeforeMs: nowMs,
        job: root.job,
      },
    ]
  },
  thing: ({ repository }, { fingerprint }) => `issue:${repository}:${fingerprint}`,
  async find({ action, target, params }, { issues }) {
    if (!issues) return NOT_CONNECTED
    const asked = await issues.find(target.repository, markerOf(params))
    if (asked.trouble) return asked
    const issue = asked.value
    return {
      value: issue?.body.includes(actionMarker(action)) ? { kind: 'issue', id: String(issue.number), url: issue.url } : null,
    }
  },
  async act(subject, { issues }) {
    const { target, params } = subject
    if (!issues) return NOT_CONNECTED
    const asked = await issues.find(target.repository, markerOf(params))
    if (asked.trouble) return { ...asked, mayHaveHappened: false }
    const body = bodyOf(subject)
    const known = asked.value
    if (known === null) {
      const opened = await issues.open(target.repository, { title: String(params['title']), body })
      return opened.trouble ? opened : { value: { kind: 'issue', id: String(opened.value.number), url: opened.value.url } }
    }
    const changed = await issues.change(target.repository, known.number, { body })
    const effect: Effect = { kind: 'issue', id: String(known.number), url: known.url, before: known.body }
    return changed.trouble ? changed : { value: effect }
  },
  async verify(subject, { id }, world) {
    const found = await remedy.find(subject, world)
    if (found.trouble) return found
    const state = found.value?.id === id ? 'healed' : 'not-healed'
    return {
      value: {
        state,
        detail: state === 'healed' ? `issue ${id} says so; the run is as it was` : `issue ${id} is closed or changed`,
      },
    }
  },
  async undo({ target }, { id, before }, { issues }) {
    if (!issues) return NOT_CONNECTED
    return issues.change(target.repository, Number(id), before === undefined ? { state: 'closed' } : { body: before })
  },
}

/** One issue for whatever is wrong, not one for each run that it fails. */
function incident(outage: string, { file: { run }, nowMs }: Situation): Proposal {
  const seen = run?.url === undefined ? '' : `\n\nSeen in ${inertLine(run.url)}.`
  return {
    params: {
      fingerprint: OUTAGE,
      title: 'Many failures at once',
      body: `${inertLine(outage)}${seen}\n\nNothing is run again by itself meanwhile. Close this when it is over.\n`,
    },
    judged: { verdict: 'allow', reasons: [{ code: 'outage', text: outage }] },
    because: outage,
    costMinutes: 0,
    notBeforeMs: nowMs,
    job: null,
  }
}

const markerOf = ({ fingerprint }: Subject['params']) => `<!-- sherpa failure ${fingerprint} -->`
const actionMarker = (action: string) => `<!-- sherpa ${action} -->`

/** What programs go by stands first, where no text of a log can come. */
const bodyOf = ({ action, params }: Subject) => `${markerOf(params)}\n${actionMarker(action)}\n\n${params['body']}`

/** In how many other runs a failure was seen. */
function seenBefore({ file: { past, run } }: Situation, fingerprint: string): number {
  const same = (past?.runs ?? []).filter(
    one => one.fingerprint === fingerprint && outcomeOf(one.conclusion) === 'failed' && one.run !== run?.run,
  )
  return new Set(same.map(one => one.run)).size
}

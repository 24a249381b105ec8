import { hash53 } from '../log/mask.ts'
import type { Trouble } from '../model/trouble.ts'
import type { Subject } from '../plan/remedy.ts'
import type { Answer } from '../ports/answer.ts'
import type { FileEdit, PullRequestControl, Snapshot } from '../ports/pull-requests.ts'
import { type Change, declining } from '../pull-request/pull-request-effect.ts'
import { isStillRed, newest, threeStates } from '../pull-request/states.ts'
import { inertMarkdown } from '../report/inert.ts'
import { withExactVersion } from './edit-manifest.ts'
import { isForeign, lockOf, loosely, type PinKind } from './kinds.ts'
import { filesToRead, type ManifestTexts, type Moved, pinEdits } from './pin-edits.ts'

/** A pull request that pins a dependency, or why that is left to a person. */
export async function changeOf(subject: Subject, pullRequests: PullRequestControl): Promise<Answer<Change>> {
  const { params } = subject
  const pinned = params['commit'] === undefined ? await released(subject, pullRequests) : await moved(subject, pullRequests)
  if (pinned.trouble) return pinned
  const { onto, edits } = pinned.value
  const [name, from, to, job, why] = ['name', 'from', 'to', 'job', 'why'].map(key => inertMarkdown(String(params[key])))
  const since =
    params['commit'] === undefined
      ? `The last green run had ${from}, and nothing in the repository asks for ${to}.`
      : `It had ${from} on ${params['parent']}, on which the job passed, and has ${to} since ${params['commit']}.`
  const text = [
    `<code>${job}</code> fails with <code>${name}</code> ${to}: ${why}`,
    since,
    `Changed: ${edits.map(({ path }) => `<code>${inertMarkdown(path)}</code>`).join(', ')}.`,
    declining(subject),
  ].join('\n\n')
  const title = `Pin ${params['name']} to ${params['from']}`
  return { value: { topic: topicOf(subject), into: String(params['branch']), onto, edits, title, text } }
}

/** A version may hold what ends a comment. */
export const topicOf = ({ params }: Subject) =>
  `pin-dependency ${params['ecosystem']} ${params['name']} ${hash53(String(params['to'])).toString(36)}`

interface PinnedOn {
  readonly onto: Snapshot
  readonly edits: readonly FileEdit[]
}

/** A commit moved it: what it wrote is taken back. */
async function moved(subject: Subject, pullRequests: PullRequestControl): Promise<Answer<PinnedOn>> {
  const { repository } = subject.target
  const text = (key: string) => String(subject.params[key])
  const [commit, branch] = [text('commit'), text('branch')]
  const states = await threeStates({ repository, branch, commit, parent: text('parent') }, pullRequests)
  if (states.trouble) return states
  const { now } = states.value
  const red = await isStillRed({ repository, commit, now, job: text('job') }, pullRequests)
  if (red.trouble) return red
  if (!red.value) return refusal(`${text('job')} passes on ${branch} by now`)
  const use: Moved = { ecosystem: text('ecosystem'), name: text('name'), from: text('from'), to: text('to'), file: text('file') }
  const { manifest, sums } = filesToRead(use, states.value)
  const reading = reader(repository, pullRequests)
  const texts =
    manifest === null
      ? []
      : [
          await reading(states.value.before, manifest),
          await reading(states.value.after, manifest),
          await reading(now, manifest),
          ...(sums === null ? [] : [await reading(now, sums)]),
        ]
  const failed = texts.find(one => one.trouble)
  if (failed?.trouble) return failed
  const [before = null, after = null, own = null, held = null] = texts.map(one => one.value ?? null)
  const known: ManifestTexts | null =
    before === null || after === null || own === null ? null : { before, after, now: own, sums: held }
  if (manifest !== null && known === null) return refusal(`${manifest} is not there any more`)
  const pinned = pinEdits(use, states.value, known)
  return pinned.edits ? { value: { onto: now, edits: pinned.edits } } : refusal(pinned.refused)
}

/** More manifests than this are no longer one project. */
const MOST_MANIFESTS = 20

/** It came by itself: the one place that lets it in asks for the good version from now on. */
async function released({ target, params }: Subject, pullRequests: PullRequestControl): Promise<Answer<PinnedOn>> {
  const { repository } = target
  const [ecosystem, name, from, branch] = ['ecosystem', 'name', 'from', 'branch'].map(key => String(params[key])) as Four
  const now = await newest(repository, branch, pullRequests)
  if (now.trouble) return now
  const manifests = [...now.value.files.keys()].flatMap(path =>
    loosely(ecosystem).flatMap(kind => (kind.manifest.test(path) && !isForeign(path) ? [{ path, kind }] : [])),
  )
  if (manifests.length > MOST_MANIFESTS) return refusal(`there are ${manifests.length} manifests`)
  const reading = reader(repository, pullRequests)
  const edits: FileEdit[] = []
  for (const { path, kind } of manifests) {
    const text = await reading(now.value, path)
    if (text.trouble) return text
    const edited = text.value === null ? null : pinnedText({ ecosystem, name, path }, text.value, kind, from)
    if (edited === null) continue
    if (lockOf(kind, path, now.value.files) !== null)
      return refusal(`${path} has a lock file; by hand: ${kind.command(name, from)}`)
    edits.push({ path, text: edited, mode: now.value.files.get(path)?.mode ?? '100644' })
  }
  if (edits.length !== 1)
    return refusal(`${edits.length === 0 ? 'no manifest asks' : `${edits.length} manifests ask`} for a range of ${name}`)
  return { value: { onto: now.value, edits } }
}

type Four = [string, string, string, string]

const pinnedText = (place: Parameters<typeof withExactVersion>[0], text: string, kind: PinKind, version: string) =>
  withExactVersion(place, text, kind.exact?.(version) ?? version)

/** Reads files at a commit; null where there is none, or no plain one. */
const reader =
  (repository: string, pullRequests: PullRequestControl) =>
  async ({ files }: Snapshot, path: string): Promise<Answer<string | null>> => {
    const entry = files.get(path)
    return entry?.mode.startsWith('100') ? pullRequests.text(repository, entry.blob) : { value: null }
  }

const refusal = (why: string): { readonly trouble: Trouble } => ({
  trouble: { code: 'not-pinned', kind: 'world', message: `it cannot be pinned by itself: ${why}`, hint: 'pin it by hand' },
})

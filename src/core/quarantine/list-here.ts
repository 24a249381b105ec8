import type { Effect } from '../model/ledger.ts'
import { NOT_CONNECTED } from '../plan/not-connected.ts'
import type { Subject, Verified, World } from '../plan/remedy.ts'
import type { Answer, Deed } from '../ports/answer.ts'
import { namesIn, type withNames } from './edit-list.ts'
import { notQuarantined } from './refusal.ts'
import { quarantining } from './use.ts'

/** The list as a file beside sherpa.yml. */

export async function findHere(subject: Subject, world: World): Promise<Answer<Effect | null>> {
  const asked = await readHere(subject, world)
  if (asked.trouble) return asked
  const { tests } = quarantining(subject)
  return { value: tests.every(name => asked.value.names.has(name)) ? effectOf(subject) : null }
}

export async function verifyHere(subject: Subject, world: World): Promise<Answer<Verified>> {
  const found = await findHere(subject, world)
  if (found.trouble) return found
  const { file } = quarantining(subject)
  if (found.value === null) return { value: { state: 'not-healed', detail: `${file} does not have all of them` } }
  return { value: { state: 'healed', detail: `${file} has them; the run stays as it was` } }
}

export async function changeHere(subject: Subject, world: World, edit: typeof withNames): Promise<Deed<Effect>> {
  const { lists } = world
  if (!lists) return NOT_CONNECTED
  const asked = await readHere(subject, world)
  if (asked.trouble) return { ...asked, mayHaveHappened: false }
  const { tests, file, format } = quarantining(subject)
  const text = edit(asked.value.text, tests, format)
  if (text === null || text === asked.value.text) return { value: effectOf(subject) }
  const written = await lists.write(file, text)
  return written.trouble ? written : { value: effectOf(subject) }
}

interface List {
  readonly text: string | null
  readonly names: ReadonlySet<string>
}

async function readHere(subject: Subject, { lists }: World): Promise<Answer<List>> {
  if (!lists) return NOT_CONNECTED
  const { file, format } = quarantining(subject)
  const asked = await lists.read(file)
  if (asked.trouble) return asked
  const names = namesIn(asked.value, format)
  return names ? { value: { text: asked.value, names } } : notQuarantined(`${file} is no list of the format ${format}`)
}

const effectOf = (subject: Subject): Effect => ({ kind: 'list', id: quarantining(subject).file })

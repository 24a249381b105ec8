import { SherpaError } from '../../core/model/trouble.ts'
import { connectSettingAside } from '../../integrations/connect-store.ts'
import { isUrl } from './named-place.ts'

/** What was done about a damaged file, and how to get at what it holds. */
export const asideWords = (place: string, aside: string): string =>
  `${place} was damaged and is set aside as ${aside}; a new history begins, and ${mergeCommand(place, aside)} saves what can be read of the old one`

/** Why nothing is healed by a history that took the place of a damaged one; null where it did not. */
export async function lostLedger(place: string): Promise<string | null> {
  const [aside] = isUrl(place) ? [] : (await connectSettingAside()).unrescued(place)
  if (aside === undefined) return null
  return `What was done before stands in ${aside}, which was damaged: ${mergeCommand(place, aside)} saves what can be read of it; where its ledger cannot be, look what was done and move the file away.`
}

/** Where a history in a file turned out to be damaged while it was used, it is set aside, and the trouble says so. */
export async function settingAside(error: unknown, place: string, now: Date): Promise<unknown> {
  if (!(error instanceof SherpaError) || error.code !== 'store-damaged') return error
  const aside = await (await connectSettingAside()).setAsideDamaged(place, now)
  const message = aside === undefined ? error.message : asideWords(place, aside)
  return new SherpaError({ code: error.code, kind: error.kind, message, hint: 'run the same again' }, { cause: error })
}

const mergeCommand = (place: string, aside: string) => `sherpa store merge ${quoted(aside)} --store ${quoted(place)}`

/** As a shell takes it. */
const quoted = (path: string) => (/^[\w./:@%+=,-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`)

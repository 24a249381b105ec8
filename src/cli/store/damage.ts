import { SherpaError } from '../../core/model/trouble.ts'
import { connectSettingAside } from '../../integrations/connect-store.ts'

/** What was done about a damaged file, and how to get at what it holds. */
export const asideWords = (place: string, aside: string): string =>
  `${place} was damaged and is set aside as ${aside}; a new history begins, and ${mergeCommand(place, aside)} saves what can be read of the old one`

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

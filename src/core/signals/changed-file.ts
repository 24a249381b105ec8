import { type Mention, mentionsOf } from '../causes/file-mentions.ts'
import type { Finding, Signal } from '../causes/signal.ts'
import { fileSuspect } from '../causes/suspects.ts'
import { stemOf } from '../causes/test-names.ts'

const MOST = 200
const WORTH: Record<Mention['where'], number> = { failure: 3, test: 2.5, trouble: 1.5 }
/** The file that a failing test is named after. */
const TESTED = 1.8
const SAME_FOLDER = 0.7
/** Each further changed file makes any one of them less of a suspect. */
const crowd = (files: number) => -Math.min(1.5, Math.log(files) / 3)

/** Changed files that the failure names, or that stand near what failed. */
export const signal: Signal = {
  id: 'changed-file',
  find(scene) {
    const changes = (scene.file.run?.changes ?? []).slice(0, MOST)
    if (changes.length === 0) return []
    const paths = changes.map(({ file }) => file)
    const mentions = mentionsOf(scene, paths)
    const failing = [...scene.failures.flatMap(({ file }) => file ?? []), ...testFiles(scene)]
    return paths.flatMap((path, index): Finding[] => {
      const suspect = fileSuspect(path)
      const found: Finding[] = []
      const mention = mentions.get(index)
      if (mention) {
        const text = mention.where === 'test' ? `a failing test is in ${path}` : `the log names ${path}`
        found.push({ suspect, text, weight: WORTH[mention.where], ...(mention.at ? { at: mention.at } : {}) })
      }
      const tested = failing.find(file => isTestOf(file, path))
      if (tested) found.push({ suspect, text: `${tested}, which fails, is named after it`, weight: TESTED })
      else if (!mention && failing.some(file => folderOf(file) !== '' && folderOf(file) === folderOf(path)))
        found.push({ suspect, text: 'what fails stands in the same folder', weight: SAME_FOLDER })
      return found.length === 0 || changes.length === 1
        ? found
        : [...found, { suspect, text: `${changes.length} files were changed`, weight: crowd(changes.length) }]
    })
  },
}

const testFiles = ({ file }: Parameters<Signal['find']>[0]) =>
  [...file.reports, ...file.logs.flatMap(({ tests }) => tests)].flatMap(({ failedTests }) =>
    failedTests.slice(0, 50).flatMap(test => test.file ?? test.name.split(/[\s#:]/, 1)),
  )

/** `cart.test.ts` and `CartTest.java` are tests of `cart.ts` and `Cart.java`. */
function isTestOf(test: string, path: string): boolean {
  const stem = stemOf(test)
  return stem !== undefined && stem.length >= 3 && stem === nameOf(path).toLowerCase().replace(/[-_]/g, '')
}

const nameOf = (path: string) => (path.split('/').at(-1) ?? path).replace(/\.\w{1,8}$/, '')
const folderOf = (path: string) => path.split('/').slice(0, -1).join('/')

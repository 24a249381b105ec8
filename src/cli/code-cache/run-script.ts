import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import type { Run } from '../command.ts'
import { codeFolder } from './code-folder.ts'
import { keep, readKept } from './kept-code.ts'

/** What a script evaluates to: it fills in `exports`. A module would have the others as `import.meta.url` and `import()`. */
type Definition<Exports> = (exports: Partial<Exports>, moduleUrl: string, importModule: ImportModule) => void

type ImportModule = (specifier: string) => Promise<unknown>

/**
 * A command whose code is a script beside this file (its name changes with what is in it). Compiling it is a quarter of a small diagnosis, so
 * what V8 made of it is kept for the next time. Node's own cache would keep what runs at start only, and of modules more cannot be had:
 * a script gives, after the command ran, all that it took.
 */
export const runScript =
  <Name extends string, Options>(url: URL, name: Name): Run<Options> =>
  async (options, environment) => {
    const path = fileURLToPath(url)
    const folder = codeFolder(environment.variables)
    const place = folder && join(folder, `${basename(path)}-${process.version}-${process.arch}`)
    const cachedData = place ? readKept(place) : undefined
    const script = new Script(readFileSync(path, 'latin1'), { filename: path, cachedData })
    const define: Definition<Record<Name, Run<Options>>> = script.runInThisContext()
    const exports: Partial<Record<Name, Run<Options>>> = {}
    define(exports, url.href, importBeside)
    const ending = await (exports[name] as Run<Options>)(options, environment)
    if (place && (!cachedData || script.cachedDataRejected)) keep(place, script.createCachedData())
    return ending
  }

/** Scripts lie beside the module that this becomes a part of, and so does what they import. */
const importBeside: ImportModule = specifier => import(specifier)

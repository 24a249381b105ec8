import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { tuneCompilers } from '../compilers.ts'
import { readEnvironment } from '../environment.ts'
import { codeFolder } from './code-folder.ts'
import { keep, readKept } from './kept-code.ts'

/**
 * What a script evaluates to: it fills in `exports`. A module would have the next two as `import.meta.url` and `import()`; the last it calls when
 * all has run that is worth keeping.
 */
type Definition<Exports> = (
  exports: Partial<Exports>,
  moduleUrl: string,
  importModule: ImportModule,
  keepCode: () => void,
) => void

type ImportModule = (specifier: string) => Promise<unknown>

/**
 * The program: for some commands as a script beside this file (its name changes with what is in it), else as a module. To compile it is a quarter
 * of a small diagnosis, so what V8 made of it is kept for the next time. Node's own cache would keep what runs at start only, and of modules
 * more cannot be had: a script gives, after the command ran, all that it took.
 * @param scripts by command, as they are called from `base`
 */
export async function loadProgram<Exports>(
  scripts: ReadonlyMap<string, string>,
  base: string,
  importProgram: () => Promise<Exports>,
): Promise<Exports> {
  const { args, variables } = readEnvironment()
  const name = scripts.get(args[0] ?? '')
  if (name === undefined) return importProgram()

  tuneCompilers()
  const url = new URL(name, base)
  const path = fileURLToPath(url)
  const folder = codeFolder(variables)
  const place = folder && join(folder, `${basename(path)}-${process.version}-${process.arch}`)
  const cachedData = place ? readKept(place) : undefined
  const script = new vm.Script(readFileSync(path, 'latin1'), { filename: path, cachedData })
  const keepCode = () => {
    if (place && (!cachedData || script.cachedDataRejected)) keep(place, script.createCachedData())
  }
  const define: Definition<Exports> = script.runInThisContext()
  const exports: Partial<Exports> = {}
  define(exports, url.href, importBeside, keepCode)
  return exports as Exports
}

/** Scripts lie beside the module that this becomes a part of, and so does what they import. */
const importBeside: ImportModule = specifier => import(specifier)

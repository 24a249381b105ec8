import { createHash } from 'node:crypto'
import { basename, dirname, join, relative } from 'node:path'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]
type BuildOptions = Parameters<Parameters<Plugin['setup']>[0]['esbuild']['build']>[0]

const MAIN = 'src/cli/main.ts'
const START = 'src/cli/start.ts'
const DIAGNOSE = 'src/cli/diagnose/run.ts'
/** What diagnosing a file always takes, though its parts are loaded when they are needed. */
const NEEDED_TO_DIAGNOSE = [
  'src/core/gather/from-logs.ts',
  'src/core/report/index.ts',
  'src/integrations/config-file/find-config.ts',
  'src/integrations/files/open-input.ts',
  'src/integrations/secrets/secretlint.ts',
]

/** Of the executable: a Node that is too old for the rest must be able to read it, so that it is told. */
const OLD_NODE = 'node12.20'

/**
 * Start-up in few files: esbuild cuts what several entries share into chunks, and each costs half a millisecond. So the chunks that `cli`,
 * `start` and the diagnosis import are copied into them; what they import later, by `import()`, stays outside. A class may exist twice then.
 * For a diagnosis, `start` with all that it takes is a script, see `loadProgram`.
 */
export const startInFewFiles = (nodeModules: Plugin): Plugin => ({
  name: 'start-in-few-files',
  setup({ esbuild, initialOptions: { target = [] }, onEnd }) {
    const bundle = async (contents: string, options: BuildOptions) => {
      const { outputFiles } = await esbuild.build({
        ...{ stdin: { contents, resolveDir: '.' }, write: false, bundle: true, minify: true, platform: 'node', target },
        ...options,
      })
      return outputFiles?.[0]?.text ?? ''
    }
    onEnd(async ({ metafile, outputFiles = [] }) => {
      const sourceOf = (path: string) => metafile?.outputs[relative('.', path)]?.entryPoint ?? ''
      const outputOf = (source: string) => outputFiles.find(({ path }) => sourceOf(path) === source)
      const [main, start, diagnosis] = [outputOf(MAIN), outputOf(START), outputOf(DIAGNOSE)]
      if (!main || !start || !diagnosis) return

      const needed = outputFiles.filter(({ path }) => NEEDED_TO_DIAGNOSE.includes(sourceOf(path)))
      const script = asScript(
        await bundle(keepingCode(start.text, diagnosis), {
          format: 'cjs',
          define: { 'import.meta.url': 'moduleUrl' },
          plugins: [fromMemory(outputFiles, needed)],
        }),
      )
      const name = `diagnose-${createHash('sha256').update(script).digest('hex').slice(0, 8).toUpperCase()}.txt`
      const asModule: BuildOptions = { format: 'esm', plugins: [nodeModules, fromMemory(outputFiles, [])] }
      main.contents = Buffer.from(await bundle(loadingScript(main.text, start, name), { ...asModule, target: OLD_NODE }))
      start.contents = Buffer.from(await bundle(start.text, asModule))
      const path = join(dirname(start.path), name)
      outputFiles.push({ path, contents: Buffer.from(script), text: script, hash: name })
    })
  },
})

/** The code of `start` with the diagnosis in it; once that is made, what was compiled of both is kept. */
const keepingCode = (code: string, diagnosis: Built): string => `import { runDiagnose } from "./${basename(diagnosis.path)}";
  const runAndKeep = async (...values) => {
    const ending = await runDiagnose(...values);
    keepCode();
    return ending;
  };
  ${inPlaceOf(diagnosis, code, 'Promise.resolve({ runDiagnose: runAndKeep })')}`

/** The code of the executable with the script in place of `start`, where that is asked for. */
const loadingScript = (code: string, start: Built, script: string): string =>
  `${inPlaceOf(start, code, `loadProgram(new URL("./${script}", import.meta.url), () => import("./${basename(start.path)}"))`)}
  import { loadProgram } from "./src/cli/code-cache/load-script.ts"`

function inPlaceOf({ path }: Built, code: string, instead: string): string {
  const called = `import("./${basename(path)}")`
  if (!code.includes(called)) throw new Error(`nobody calls ${called}`)
  return code.replace(called, () => instead)
}

/** A module of CommonJS as an expression, see `loadProgram`. Scripts cannot import, so they are told how. */
const asScript = (code: string) =>
  toAscii(`(function(exports,moduleUrl,importModule,keepCode){var module={};
    ${code.replace(/\bimport\(/g, 'importModule(')}Object.assign(exports,module.exports)})`)

/** What esbuild leaves as it is stands in regular expressions and templates, where this means the same. A byte a character is read faster. */
const toAscii = (code: string) => code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

interface Built {
  readonly path: string
  readonly text: string
}

/** Resolves chunks of a build that is not written yet; dynamic imports stay what they are, but for those that are needed in any case. */
const fromMemory = (files: readonly Built[], needed: readonly Built[]): Plugin => ({
  name: 'from-memory',
  setup(build) {
    build.onResolve({ filter: /^\.\/[^/]+\.js$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : { path, namespace: 'chunk' },
    )
    build.onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({
      contents: atOnce(files.find(file => basename(file.path) === basename(path))?.text ?? '', needed),
    }))
  },
})

/**
 * The code with static imports in place of the dynamic ones of these chunks. Were they bundled as they are, each chunk would become a
 * function that is parsed twice: once to find its end, once to be run.
 */
const atOnce = (code: string, chunks: readonly Built[]): string =>
  chunks.reduce((text, chunk, i) => {
    const called = `import("./${basename(chunk.path)}")`
    if (!text.includes(called)) return text
    return `import * as needed${i} from "./${basename(chunk.path)}";${text.replaceAll(called, `Promise.resolve(needed${i})`)}`
  }, code)

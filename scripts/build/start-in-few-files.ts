import { createHash } from 'node:crypto'
import { basename, dirname, join, relative } from 'node:path'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]
type BuildOptions = Parameters<Parameters<Plugin['setup']>[0]['esbuild']['build']>[0]

/** What diagnosing a file always takes, though its parts are loaded when they are needed. */
const DIAGNOSE = 'src/cli/diagnose/run.ts'
const NEEDED_TO_DIAGNOSE = [
  'src/core/gather/from-logs.ts',
  'src/core/report/index.ts',
  'src/integrations/config-file/find-config.ts',
  'src/integrations/files/open-input.ts',
  'src/integrations/secrets/secretlint.ts',
]

/**
 * Start-up in few files: esbuild cuts what several entries share into chunks, and each costs half a millisecond. So the chunks that `cli`,
 * `start` and the diagnosis import are copied into them; what they import later, by `import()`, stays outside. A class may exist twice then.
 * The diagnosis becomes a script, see `runScript`.
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
      const needed = outputFiles.filter(({ path }) => NEEDED_TO_DIAGNOSE.includes(sourceOf(path)))
      const at = outputFiles.findIndex(({ path }) => sourceOf(path) === DIAGNOSE)
      const diagnosis = outputFiles[at]
      if (!diagnosis) return

      const script = asScript(
        await bundle(atOnce(diagnosis.text, needed), {
          format: 'cjs',
          define: { 'import.meta.url': 'moduleUrl' },
          plugins: [fromMemory(outputFiles, needed)],
        }),
      )
      const name = `diagnose-${createHash('sha256').update(script).digest('hex').slice(0, 8).toUpperCase()}.txt`
      for (const file of outputFiles.filter(({ path }) => /\/(?:cli|start-\w+)\.js$/.test(path))) {
        const code = runningScript(file.text, basename(diagnosis.path), name)
        file.contents = Buffer.from(await bundle(code, { format: 'esm', plugins: [nodeModules, fromMemory(outputFiles, [])] }))
      }
      const path = join(dirname(diagnosis.path), name)
      outputFiles.splice(at, 1, { path, contents: Buffer.from(script), text: script, hash: name })
    })
  },
})

/** The code with the script in place of this module. */
function runningScript(code: string, module: string, script: string): string {
  const called = `import("./${module}")`
  if (!code.includes(called)) return code
  const run = `runScript(new URL(${JSON.stringify(`./${script}`)},import.meta.url),"runDiagnose")`
  return `import { runScript } from "./src/cli/code-cache/run-script.ts";
    ${code.replace(called, () => `Promise.resolve({runDiagnose:${run}})`)}`
}

/** A module of CommonJS as an expression, see `runScript`. Scripts cannot import, so they are told how. */
const asScript = (code: string) =>
  toAscii(`(function(exports,moduleUrl,importModule){var module={};
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

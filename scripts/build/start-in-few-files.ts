import { createHash } from 'node:crypto'
import { basename, dirname, join, relative } from 'node:path'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]
type Build = Parameters<Plugin['setup']>[0]

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
 */
export const startInFewFiles = (nodeModules: Plugin): Plugin => ({
  name: 'start-in-few-files',
  setup({ esbuild, initialOptions: { target = [] }, onEnd }) {
    const options = { write: false, bundle: true, minify: true, platform: 'node', target } as const
    onEnd(async ({ metafile, outputFiles = [] }) => {
      const sourceOf = (path: string) => metafile?.outputs[relative('.', path)]?.entryPoint ?? ''
      const needed = outputFiles.filter(({ path }) => NEEDED_TO_DIAGNOSE.includes(sourceOf(path)))
      const textOf = async (built: ReturnType<Build['esbuild']['build']>) => (await built).outputFiles?.[0]?.text ?? ''

      const asModule = (file: Built) =>
        textOf(
          esbuild.build({
            ...options,
            stdin: { contents: file.text, resolveDir: 'dist' },
            format: 'esm',
            plugins: [fromMemory(outputFiles, [])],
          }),
        )

      /** As a text that makes a function, see `runScript`. */
      const asScript = async (file: Built) => {
        const code = await textOf(
          esbuild.build({
            ...options,
            stdin: { contents: atOnce(file.text, needed), resolveDir: 'dist' },
            format: 'cjs',
            define: { 'import.meta.url': 'url' },
            footer: { js: 'Object.assign(exports,module.exports)' },
            plugins: [fromMemory(outputFiles, needed)],
          }),
        )
        return toAscii(`(function(exports,url){var module={};${code}})`)
      }

      const starts = outputFiles.filter(({ path }) => /\/(?:cli|start-\w+)\.js$/.test(path))
      const diagnosis = outputFiles.find(({ path }) => sourceOf(path) === DIAGNOSE)
      const modules = await Promise.all(starts.map(async file => ({ file, text: await asModule(file) })))
      if (diagnosis) {
        const script = await asScript(diagnosis)
        const name = `diagnose-${createHash('sha256').update(script).digest('hex').slice(0, 8).toUpperCase()}.txt`
        const text = await textOf(
          esbuild.build({
            ...options,
            stdin: { contents: runsScript(name), resolveDir: '.' },
            format: 'esm',
            plugins: [nodeModules],
          }),
        )
        modules.push({ file: diagnosis, text })
        const contents = Buffer.from(script)
        outputFiles.push({ path: join(dirname(diagnosis.path), name), contents, text: script, hash: name })
      }
      for (const { file, text } of modules) file.contents = Buffer.from(text)
    })
  },
})

/** The module in place of the script. */
const runsScript = (name: string) => `import { runScript } from './src/cli/code-cache/run-script.ts'
  export const runDiagnose = runScript(new URL(${JSON.stringify(`./${name}`)}, import.meta.url), 'runDiagnose')`

/** What esbuild leaves as it is stands in regular expressions and templates, where this means the same. A byte a character is read faster. */
const toAscii = (code: string) =>
  code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

interface Built {
  readonly path: string
  readonly text: string
}

/** Resolves chunks of a build that is not written yet; dynamic imports stay what they are, but for those that are needed in any case. */
const fromMemory = (files: readonly Built[], needed: readonly Built[]): Plugin => ({
  name: 'from-memory',
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ kind, path }) =>
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

import { createHash } from 'node:crypto'
import { basename, dirname, join, relative } from 'node:path'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]
type BuildOptions = Parameters<Parameters<Plugin['setup']>[0]['esbuild']['build']>[0]

const MAIN = 'src/cli/main.ts'
const START = 'src/cli/start.ts'
/** Commands that are asked for in an incident and do much in little time: each becomes a script of its own. */
const SCRIPTS = [
  { command: 'diagnose', source: 'src/cli/diagnose/run.ts', run: 'runDiagnose' },
  { command: 'heal', source: 'src/cli/heal/run.ts', run: 'runHeal' },
] as const
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
 * `start` and some commands import are copied into them; what they import later, by `import()`, stays outside. A class may exist twice then.
 * For those commands, `start` with all that they take is a script, see `loadProgram`.
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
      const [main, start] = [outputOf(MAIN), outputOf(START)]
      if (!main || !start) return

      const needed = outputFiles.filter(({ path }) => NEEDED_TO_DIAGNOSE.includes(sourceOf(path)))
      const asModule: BuildOptions = { format: 'esm', plugins: [nodeModules, fromMemory(outputFiles, [])] }
      const scripts = await Promise.all(
        SCRIPTS.map(async ({ command, source, run }) => {
          const code = await bundle(keepingCode(start.text, outputOf(source), run), {
            format: 'cjs',
            define: { 'import.meta.url': 'moduleUrl' },
            plugins: [fromMemory(outputFiles, needed)],
          })
          const text = asScript(code)
          const name = `${command}-${createHash('sha256').update(text).digest('hex').slice(0, 8).toUpperCase()}.txt`
          return { command, name, text }
        }),
      )
      main.contents = Buffer.from(await bundle(loadingScript(main.text, start, scripts), { ...asModule, target: OLD_NODE }))
      start.contents = Buffer.from(await bundle(start.text, asModule))
      for (const { name, text } of scripts)
        outputFiles.push({ path: join(dirname(start.path), name), contents: Buffer.from(text), text, hash: name })
    })
  },
})

/** The code of `start` with a command in it; once that has run, what was compiled of both is kept. */
const keepingCode = (code: string, command: Built | undefined, run: string): string => {
  if (!command) throw new Error(`nothing is built that has ${run}`)
  return `import { ${run} } from "./${basename(command.path)}";
  const runAndKeep = async (...values) => {
    const ending = await ${run}(...values);
    keepCode();
    return ending;
  };
  ${inPlaceOf(command, code, `Promise.resolve({ ${run}: runAndKeep })`)}`
}

/** The code of the executable with the scripts in place of `start`, where they are asked for. */
const loadingScript = (
  code: string,
  start: Built,
  scripts: readonly { readonly command: string; readonly name: string }[],
): string => {
  const files = JSON.stringify(scripts.map(({ command, name }) => [command, `./${name}`]))
  const instead = `loadProgram(new Map(${files}), import.meta.url, () => import("./${basename(start.path)}"))`
  return `${inPlaceOf(start, code, instead)}
  import { loadProgram } from "./src/cli/code-cache/load-script.ts"`
}

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

import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, dirname, relative } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import { writeNotices } from './scripts/third-party.ts'
import { packRules } from './src/core/match/packed-rules.ts'
import type { Rule } from './src/core/model/rule.ts'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

const manifest: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))

/** The version as a constant, so that dist/ does not change with every line of package.json. */
const versionConstant: Plugin = {
  name: 'version-constant',
  setup(build) {
    build.onLoad({ filter: /src\/version\.ts$/ }, () => ({
      contents: `export const version = ${JSON.stringify(manifest.version)}`,
    }))
  },
}

/**
 * Rules and weights as texts in files of their own: of a program V8 reads every character several times, of a text that the program reads,
 * hardly one.
 */
const textsBesideCode: Plugin = {
  name: 'texts-beside-code',
  setup(build) {
    build.onLoad({ filter: /src\/core\/rules\/index\.ts$/ }, ({ path }) => ({
      contents: `import { unpackRules } from '../match/packed-rules.ts'
        ${textBeside('rules.txt')}
        export const rules = unpackRules(text)`,
      resolveDir: dirname(path),
    }))
    build.onLoad({ filter: /src\/core\/learned\/weights\.json$/ }, () => ({
      contents: `${textBeside('weights.json')}
        export default JSON.parse(text)`,
      loader: 'js',
    }))
    build.onResolve({ filter: /^beside:/ }, ({ path, importer }) => ({
      path: path.slice(7),
      namespace: 'beside',
      pluginData: importer,
    }))
    build.onLoad({ filter: /.*/, namespace: 'beside' }, async ({ pluginData: path }) => ({
      contents: path.endsWith('.json') ? readFileSync(path) : packRules(await rulesOf(path, build.esbuild)),
      loader: 'file',
    }))
  },
}

/** Code that makes `text` the content of a file which is written beside the bundle; it has to be ASCII. */
const textBeside = (name: string) => `import file from 'beside:${name}'
  const text = ${builtin('node:fs')}.readFileSync(new URL(file, import.meta.url), 'latin1')`

/** The rules as they are now: bundled by themselves and run. */
async function rulesOf(path: string, { build }: Parameters<Plugin['setup']>[0]['esbuild']): Promise<readonly Rule[]> {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', write: false })
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')
  const { rules }: { rules: readonly Rule[] } = await import(`data:text/javascript;base64,${code}`)
  return rules
}

const BUILTIN = new RegExp(`^(?:node:.*|${builtinModules.join('|')})$`)

/** What runs before a command is chosen, so what `sherpa --help` pays for. */
const START_UP = /\/commander\/|\/src\/cli\/(?:terminal\/)?[a-z-]+\.ts$/

/**
 * Node's own modules by `process.getBuiltinModule` instead of `import`: it serves the `require` of bundled CommonJS packages, too.
 * At start-up they are asked for when first used: Node loads all that hangs on a module that user code asks for, and for what
 * commander imports (`util`, `child_process`, …) that is 6 ms of the 20 that an empty program takes.
 */
const nodeModules: Plugin = {
  name: 'node-modules',
  setup(build) {
    build.onResolve({ filter: BUILTIN }, ({ kind, path: name, importer }) => {
      const path = name.startsWith('node:') ? name : `node:${name}`
      if (kind === 'dynamic-import') return { path, external: true }
      return { path, namespace: START_UP.test(importer) ? 'node-when-used' : 'node' }
    })
    build.onLoad({ filter: /.*/, namespace: 'node' }, ({ path }) => ({ contents: `module.exports = ${builtin(path)}` }))
    build.onLoad({ filter: /.*/, namespace: 'node-when-used' }, async ({ path }) => ({
      contents: whenUsed(path, await import(path)),
    }))
  },
}

/** A module with the same exports: functions that load the real one when called; classes and values are read at once. */
function whenUsed(path: string, exports: Readonly<Record<string, unknown>>): string {
  const named = Object.keys(exports).filter(name => name !== 'default' && name !== 'module.exports')
  return [
    `export default /* @__PURE__ */ new Proxy({}, { get: (_, name) => ${builtin(path)}[name] })`,
    ...named.map(name =>
      typeof exports[name] === 'function' && /^[a-z]/.test(name)
        ? `export const ${name} = (...values) => ${builtin(path)}.${name}(...values)`
        : `export const ${name} = /* @__PURE__ */ (() => ${builtin(path)}.${name})()`,
    ),
  ].join('\n')
}

/** The licences of what is bundled, beside it. */
const thirdPartyNotices: Plugin = {
  name: 'third-party-notices',
  setup(build) {
    build.onEnd(({ metafile }) => {
      if (metafile) writeNotices(metafile, build.initialOptions.outdir ?? 'dist')
    })
  },
}

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
const startInFewFiles: Plugin = {
  name: 'start-in-few-files',
  setup({ esbuild, initialOptions, onEnd }) {
    onEnd(async ({ metafile, outputFiles = [] }) => {
      const sourceOf = (path: string) => metafile?.outputs[relative('.', path)]?.entryPoint ?? ''
      const needed = outputFiles.filter(({ path }) => NEEDED_TO_DIAGNOSE.includes(sourceOf(path)))
      const merged = outputFiles.map(async file => {
        const isStart = /\/(?:cli|start-\w+)\.js$/.test(file.path)
        if (!isStart && sourceOf(file.path) !== DIAGNOSE) return
        const { outputFiles: whole } = await esbuild.build({
          stdin: { contents: atOnce(file.text, isStart ? [] : needed), resolveDir: 'dist' },
          write: false,
          bundle: true,
          minify: true,
          format: 'esm',
          platform: 'node',
          target: initialOptions.target ?? [],
          plugins: [fromMemory(outputFiles, isStart ? [] : needed)],
        })
        return { file, contents: whole[0]?.contents ?? file.contents }
      })
      for (const one of await Promise.all(merged)) if (one) one.file.contents = one.contents
    })
  },
}

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

const builtin = (path: string) => (path === 'node:process' ? 'process' : `process.getBuiltinModule(${JSON.stringify(path)})`)

export default defineConfig({
  entry: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  format: 'esm',
  target: 'node22.13',
  platform: 'node',
  splitting: true,
  clean: true,
  dts: { entry: { index: 'src/index.ts' } },
  noExternal: [/.*/],
  minify: true,
  removeNodeProtocol: false,
  esbuildOptions: options => {
    // As modules rather than CommonJS, and without node:buffer: 4 ms less for whoever has a sherpa.yml.
    options.alias = { yaml: './node_modules/yaml/browser/index.js' }
  },
  esbuildPlugins: [versionConstant, textsBesideCode, nodeModules, startInFewFiles, thirdPartyNotices],
})

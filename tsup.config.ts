import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname } from 'node:path'
import { defineConfig, type Options } from 'tsup'
import { startInFewFiles } from './scripts/build/start-in-few-files.ts'
import { writeNotices } from './scripts/third-party.ts'
import { storeModels } from './src/core/learned/stored.ts'
import { learnedModels } from './src/core/learned/weights.ts'
import { type Needles, storeNeedles } from './src/core/match/needles.ts'
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
 * Rules, their needles and models in files of their own: of a program V8 reads every character several times, of what the program reads, only what is needed.
 */
const filesBesideCode: Plugin = {
  name: 'files-beside-code',
  setup(build) {
    build.onLoad({ filter: /src\/core\/rules\/index\.ts$/ }, ({ path }) => ({
      contents: `import { unpackRules } from '../match/packed-rules.ts'
        ${bytesBeside('rules.txt')}
        export const rules = unpackRules(bytes)`,
      resolveDir: dirname(path),
    }))
    build.onLoad({ filter: /src\/core\/learned\/weights\.ts$/ }, ({ path }) => ({
      contents: `import { readModels } from './stored.ts'
        ${bytesBeside('weights.bin')}
        const models = readModels(bytes)
        export const learnedModels = () => models`,
      resolveDir: dirname(path),
    }))
    build.onLoad({ filter: /src\/core\/match\/built-in-needles\.ts$/ }, ({ path }) => ({
      contents: `import { readNeedles } from './needles.ts'
        ${bytesBeside('needles.bin')}
        const needles = readNeedles(bytes)
        export const builtInNeedles = () => needles`,
      resolveDir: dirname(path),
    }))
    build.onResolve({ filter: /^beside:/ }, ({ path, importer }) => ({
      path: path.slice(7),
      namespace: 'beside',
      pluginData: importer,
    }))
    build.onLoad({ filter: /.*/, namespace: 'beside' }, async ({ path: name, pluginData: path }) => ({
      contents: await CONTENTS[name as keyof typeof CONTENTS](() => run(path, build.esbuild)),
      loader: 'file',
    }))
  },
}

/** What stands in these files, made of what the module exports that reads them. */
const CONTENTS = {
  'rules.txt': async (module: Running) => packRules((await module())['rules'] as readonly Rule[]),
  'needles.bin': async (module: Running) => storeNeedles(((await module())['builtInNeedles'] as () => Needles)()),
  'weights.bin': async () => storeModels(learnedModels()),
}

type Running = () => Promise<Exports>

/** Code that makes `bytes` the content of a file which is written beside the bundle. */
const bytesBeside = (name: string) => `import file from 'beside:${name}'
  const bytes = ${builtin('node:fs')}.readFileSync(new URL(file, import.meta.url))`

/** What a module exports as it is now: bundled by itself and run. */
async function run(path: string, { build }: Parameters<Plugin['setup']>[0]['esbuild']): Promise<Exports> {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: 'esm', write: false })
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')
  return await import(`data:text/javascript;base64,${code}`)
}

const BUILTIN = new RegExp(`^(?:node:.*|${builtinModules.join('|')})$`)

/** What runs before a command is chosen, so what `sherpa --help` pays for. */
const START_UP = /\/commander\/|\/src\/cli\/(?:code-cache\/|terminal\/)?[a-z-]+\.ts$/

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
      if (kind === 'require-call') return { path, namespace: 'node-required' }
      // One for each importer: what one of them imports, as likely as not the whole, the others need not read.
      const suffix = `?${createHash('sha256')
        .update(importer.replace(/^.*?\/(?=(?:src|node_modules)\/)/, ''))
        .digest('hex')}`
      return { path, suffix, namespace: START_UP.test(importer) ? 'node-when-used' : 'node' }
    })
    build.onLoad({ filter: /.*/, namespace: 'node-required' }, ({ path }) => ({ contents: `module.exports = ${builtin(path)}` }))
    build.onLoad({ filter: /.*/, namespace: 'node' }, async ({ path }) => ({ contents: atStart(path, await import(path)) }))
    build.onLoad({ filter: /.*/, namespace: 'node-when-used' }, async ({ path }) => ({
      contents: whenUsed(path, await import(path)),
    }))
  },
}

type Exports = Readonly<Record<string, unknown>>

/** A module with the same exports, of which those are read that are imported: behind some names Node loads more. */
const atStart = (path: string, exports: Exports): string =>
  [`export default /* @__PURE__ */ (() => ${builtin(path)})()`, ...namesOf(exports).map(name => readAtStart(path, name))].join(
    '\n',
  )

const readAtStart = (path: string, name: string) => `export const ${name} = /* @__PURE__ */ (() => ${builtin(path)}.${name})()`

/** A module with the same exports: functions that load the real one when called; classes and values are read at once. */
const whenUsed = (path: string, exports: Exports): string =>
  [
    `export default /* @__PURE__ */ new Proxy({}, { get: (_, name) => ${builtin(path)}[name] })`,
    ...namesOf(exports).map(name =>
      typeof exports[name] === 'function' && /^[a-z]/.test(name)
        ? `export const ${name} = (...values) => ${builtin(path)}.${name}(...values)`
        : readAtStart(path, name),
    ),
  ].join('\n')

const namesOf = (exports: Exports) => Object.keys(exports).filter(name => name !== 'default' && name !== 'module.exports')

/** The licences of what is bundled, beside it. */
const thirdPartyNotices: Plugin = {
  name: 'third-party-notices',
  setup(build) {
    build.onEnd(({ metafile }) => {
      if (metafile) writeNotices(metafile, build.initialOptions.outdir ?? 'dist')
    })
  },
}

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
  esbuildPlugins: [versionConstant, filesBesideCode, nodeModules, startInFewFiles(nodeModules), thirdPartyNotices],
})

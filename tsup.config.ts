import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, dirname } from 'node:path'
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

/** The built-in rules as text, which a start reads several times as fast as it compiles code. */
const packedRules: Plugin = {
  name: 'packed-rules',
  setup(build) {
    build.onLoad({ filter: /src\/core\/rules\/index\.ts$/ }, async ({ path }) => ({
      contents: `import { unpackRules } from '../match/packed-rules.ts'
        export const rules = unpackRules(${JSON.stringify(packRules(await rulesOf(path, build.esbuild)))})`,
      resolveDir: dirname(path),
    }))
  },
}

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

/**
 * Start-up in one file: esbuild cuts what several entries share into chunks, and each costs half a millisecond at start-up. So the
 * chunks that `cli` and `start` import are copied into them; what they import later, by `import()`, stays outside. A class may exist twice then.
 */
const startInOneFile: Plugin = {
  name: 'start-in-one-file',
  setup({ esbuild, initialOptions, onEnd }) {
    onEnd(async ({ outputFiles = [] }) => {
      for (const file of outputFiles.filter(({ path }) => /\/(?:cli|start-\w+)\.js$/.test(path))) {
        const { outputFiles: merged } = await esbuild.build({
          stdin: { contents: file.text, resolveDir: 'dist' },
          write: false,
          bundle: true,
          minify: true,
          format: 'esm',
          platform: 'node',
          target: initialOptions.target ?? [],
          plugins: [fromMemory(outputFiles)],
        })
        file.contents = merged[0]?.contents ?? file.contents
      }
    })
  },
}

/** Resolves chunks of a build that is not written yet; dynamic imports stay what they are. */
const fromMemory = (files: readonly { readonly path: string; readonly text: string }[]): Plugin => ({
  name: 'from-memory',
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : { path, namespace: 'chunk' },
    )
    build.onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({
      contents: files.find(file => basename(file.path) === basename(path))?.text ?? '',
    }))
  },
})

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
  esbuildPlugins: [versionConstant, packedRules, nodeModules, startInOneFile, thirdPartyNotices],
})

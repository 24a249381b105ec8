import { defineConfig } from 'tsup'

type Plugin = NonNullable<Parameters<typeof defineConfig>[0] extends infer Options ? (Options extends { esbuildPlugins?: infer P } ? P : never) : never>[number]

/**
 * Node's own modules by `process.getBuiltinModule` instead of `import`: an import statement makes Node build a module facade and run
 * every getter of the module (`process.stdin`, `fs.promises`), about 4 ms at start-up. It also serves the `require` of bundled CommonJS.
 * commander reaches for child_process only for executable subcommands, which sherpa has none of; loading it costs 2 ms more.
 */
const nodeModules: Plugin = {
  name: 'node-modules',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path, importer }) => {
      const unused = path === 'node:child_process' && importer.includes('/commander/')
      return { path: unused ? 'unused' : path, namespace: 'node' }
    })
    build.onLoad({ filter: /.*/, namespace: 'node' }, ({ path }) => ({
      contents: path === 'unused' ? 'module.exports = {}' : `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }))
  },
}

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
  esbuildPlugins: [nodeModules],
})

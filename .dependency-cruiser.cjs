// Who may know whom, as in ARCHITECTURE.md. Each comment says what to do when the rule bites.
// test/contracts/layers.test.ts proves that every rule does; it copies this file, so it looks at its own folder only.
const { existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const TESTS = '\\.test\\.ts$|^test/'
const OUTSIDE_THE_PRODUCT = '^(test|scripts|bench)/|\\.test\\.ts$'
const SCHEMA_FILES = '[./-]schema\\.ts$|^src/core/config/'
// Loaded on demand as a whole; the test of the layers follows every static import from the entries to be sure.
const INTEGRATIONS = '^src/integrations/[^/]+/'
/** Where integrations are chosen: src/integrations/connect.ts, and a file a system where that takes more than a line. */
const CONNECT = '^src/integrations/connect[a-z-]*\\.ts$'
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled']

/** Folders of plug-ins, each with an index.ts that lists its members. */
const PLUGIN_FOLDERS = [
  'src/core/rules',
  'src/core/tests',
  'src/core/report',
  'src/core/log/formats',
  'src/core/changes/ecosystems',
  'src/core/detectors',
  'src/core/signals',
  'src/core/remedies',
]

/** The files that an index.ts loads by `import` or `import()`; types do not make a member. */
function membersOf(folder) {
  const index = join(__dirname, folder, 'index.ts')
  if (!existsSync(index)) return []
  const values = readFileSync(index, 'utf8').replace(/^import type .*$/gm, '')
  return [...values.matchAll(/(?:from |import |import\()'\.\/(?<name>[^'/]+)\.ts'/g)].map(match => match.groups.name)
}

/** One rule a folder, because a pattern of all names of a folder must not leak into the next one. */
const pluginRules = PLUGIN_FOLDERS.flatMap(folder => {
  const names = membersOf(folder)
  if (names.length === 0) return []
  const members = `^${folder}/(${names.map(name => name.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&')).join('|')})\\.ts$`
  return [
    {
      name: `plugins-know-no-sibling:${folder}`,
      comment:
        'A plug-in stands alone: move what two of them need into a file beside them that index.ts does not list, or into a subfolder.',
      severity: 'error',
      from: { path: members },
      to: { path: members },
    },
  ]
})

module.exports = {
  forbidden: [
    {
      name: 'core-asks-through-ports',
      comment:
        'src/core does no I/O: describe what it needs in src/core/ports (or take it as a parameter) and implement that in src/integrations.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-needs-no-package',
      comment: 'src/core works without packages: wrap the package in src/integrations, or pass what it gives as a parameter.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: TESTS },
      to: { dependencyTypes: NPM, pathNot: '(^|/)node_modules/zod/' },
    },
    {
      name: 'zod-only-in-schemas',
      comment:
        'zod costs start-up time: import it only in schema.ts, *.schema.ts and src/core/config, and load those by `await import()`.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${SCHEMA_FILES}|${TESTS}` },
      to: { path: '(^|/)node_modules/zod/' },
    },
    {
      name: 'schemas-on-demand',
      comment: 'A schema brings zod along: load it by `await import()` where it is needed, or import only its types.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${SCHEMA_FILES}|${TESTS}|${INTEGRATIONS}` },
      to: { path: '[./-]schema\\.ts$|^src/core/config/read-config\\.ts$', dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-knows-only-core',
      comment: 'Turn the arrow around: src/core states an interface in ports/, integrations implement it, shells pass it in.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: TESTS },
      to: { path: '^(src|test|scripts|bench)/', pathNot: '^src/core/' },
    },
    {
      name: 'model-knows-nobody',
      comment: 'src/core/model holds the nouns: move what computes into the room that it serves.',
      severity: 'error',
      from: { path: '^src/core/model/', pathNot: TESTS },
      to: { path: '^src/', pathNot: '^src/core/model/' },
    },
    {
      name: 'plugins-know-only-the-model',
      comment:
        'A rule or a test framework is data plus small functions: import from src/core/model and from its own folder only.',
      severity: 'error',
      from: { path: '^src/core/(rules|tests)/', pathNot: `${TESTS}` },
      to: { path: '^src/core/', pathNot: '^src/core/(model|$1)/' },
    },
    ...pluginRules,
    {
      name: 'thinking-does-not-gather',
      comment: 'No stage calls an earlier one: put what the thinking needs into the CaseFile, and let gather fill it in.',
      severity: 'error',
      from: { path: '^src/core/(locate|classify|match|log|report|redact|rules|tests)/|^src/core/diagnose\\.ts$', pathNot: TESTS },
      to: { path: '^src/core/gather/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'reports-render-values',
      comment: 'A report turns a Diagnosis into text: compute what it shows in diagnose, and read it from the Diagnosis.',
      severity: 'error',
      from: { path: '^src/core/report/', pathNot: TESTS },
      to: { path: '^src/core/', pathNot: '^src/core/(report|model|redact)/' },
    },
    {
      name: 'integrations-know-ports-and-nouns',
      comment:
        'Of core an integration imports ports/, model/, gather/ and config/: thinking belongs into core, wiring into connect.ts.',
      severity: 'error',
      from: { path: '^src/integrations/', pathNot: `${CONNECT}|${TESTS}` },
      to: { path: '^src/core/', pathNot: '^src/core/(ports/|model/|gather/|config/)' },
    },
    {
      name: 'integrations-are-leaves',
      comment:
        'An integration knows no other one: compose them in connect.ts, or move what they share into src/integrations/http.',
      severity: 'error',
      from: { path: '^src/integrations/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/integrations/', pathNot: '^src/integrations/($1|http)/' },
    },
    {
      name: 'integrations-know-no-shell',
      comment: 'An integration does not know who calls it: take the value as a parameter.',
      severity: 'error',
      from: { path: '^src/integrations/' },
      to: { path: '^src/(cli|action|server)/|^src/index\\.ts$' },
    },
    {
      name: 'shells-are-apart',
      comment: 'cli, action and server do not know each other: move what they share into src/core or src/integrations.',
      severity: 'error',
      from: { path: '^src/(cli|action|server)/' },
      to: { path: '^src/(cli|action|server)/', pathNot: '^src/$1/' },
    },
    {
      name: 'only-connect-composes',
      comment: 'Integrations are chosen in one place: add it to connect.ts and take it from there as a port.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/integrations/[^/]+/|${CONNECT}|${TESTS}` },
      to: { path: '^src/integrations/', pathNot: CONNECT, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'index-is-for-others',
      comment: 'src/index.ts is the door for users of the library: import from the file that it re-exports.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one file, or miss a third one that holds what both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'Nobody imports this file and it starts nothing: wire it up or delete it.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/index\\.ts$|\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'product-knows-no-test',
      comment: 'What ships imports nothing from test, scripts or bench: move the piece into src.',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: OUTSIDE_THE_PRODUCT },
    },
    {
      name: 'packages-on-demand',
      comment:
        'Packages cost start-up time: use them in src/integrations, and load them, or the file that imports them, by `await import()`.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${TESTS}|${INTEGRATIONS}` },
      to: {
        dependencyTypes: NPM,
        dynamic: false,
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/(commander|zod)/',
      },
    },
    {
      name: 'packages-are-declared',
      comment: 'Add the package to package.json, or correct the path of the import.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    baseDir: __dirname,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|fixtures|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
}

/** Small sources that break one rule of .dependency-cruiser.cjs each, and what they need to exist. */
export interface Offence {
  readonly rule: string
  /** The file that breaks it, and the module it must not import. */
  readonly from: string
  readonly to: string
  readonly source: string
}

const PLUGIN_FOLDERS = ['rules', 'tests', 'report', 'log/formats', 'detectors', 'signals', 'remedies']

export const OFFENCES: readonly Offence[] = [
  offence('core-asks-through-ports', 'src/core/log/read.ts', 'fs', `import 'node:fs'`),
  offence('core-needs-no-package', 'src/core/log/zip.ts', 'node_modules/heavy/index.js', `await import('heavy')`),
  offence('zod-only-in-schemas', 'src/core/log/shape.ts', 'node_modules/zod/index.js', `import 'zod'`),
  offence(
    'schemas-on-demand',
    'src/core/log/checked.ts',
    'src/core/gather/run.schema.ts',
    `export { schema } from '../gather/run.schema.ts'`,
  ),
  offence(
    'core-knows-only-core',
    'src/core/log/ask.ts',
    'src/cli/environment.ts',
    `export type { E } from '../../cli/environment.ts'`,
  ),
  offence('model-knows-nobody', 'src/core/model/clever.ts', 'src/core/log/lines.ts', `import '../log/lines.ts'`),
  offence('plugins-know-only-the-model', 'src/core/rules/reads.ts', 'src/core/log/lines.ts', `import '../log/lines.ts'`),
  ...PLUGIN_FOLDERS.map(folder =>
    offence(
      `plugins-know-no-sibling:src/core/${folder}`,
      `src/core/${folder}/first.ts`,
      `src/core/${folder}/second.ts`,
      `import './second.ts'`,
    ),
  ),
  offence(
    'thinking-does-not-gather',
    'src/core/classify/again.ts',
    'src/core/gather/from-ci.ts',
    `import '../gather/from-ci.ts'`,
  ),
  offence('reports-render-values', 'src/core/report/late.ts', 'src/core/log/lines.ts', `import '../log/lines.ts'`),
  offence(
    'integrations-know-ports-and-nouns',
    'src/integrations/git/clever.ts',
    'src/core/log/lines.ts',
    `import '../../core/log/lines.ts'`,
  ),
  offence(
    'integrations-are-leaves',
    'src/integrations/git/two.ts',
    'src/integrations/files/open.ts',
    `import '../files/open.ts'`,
  ),
  offence(
    'integrations-know-no-shell',
    'src/integrations/git/shell.ts',
    'src/cli/environment.ts',
    `export type { E } from '../../cli/environment.ts'`,
  ),
  offence('shells-are-apart', 'src/action/borrow.ts', 'src/cli/environment.ts', `export type { E } from '../cli/environment.ts'`),
  offence(
    'only-connect-composes',
    'src/cli/shortcut.ts',
    'src/integrations/files/open.ts',
    `await import('../integrations/files/open.ts')`,
  ),
  offence('index-is-for-others', 'src/cli/library.ts', 'src/index.ts', `export type { L } from '../index.ts'`),
  offence('no-cycle', 'src/core/log/egg.ts', 'src/core/log/hen.ts', `export type { Hen } from './hen.ts'`),
  offence('no-orphan', 'src/core/log/lonely.ts', 'src/core/log/lonely.ts', `export const alone = true`),
  offence('product-knows-no-test', 'src/integrations/git/fake.ts', 'test/fakes/fake.ts', `import '../../../test/fakes/fake.ts'`),
  offence('packages-on-demand', 'src/cli/eager.ts', 'node_modules/heavy/index.js', `import 'heavy'`),
  offence('packages-are-declared', 'src/integrations/git/guess.ts', 'undeclared', `await import('undeclared')`),
]

/** The rest of the tree, which breaks nothing: also what looks like a breach and is none. */
export const INNOCENT: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ type: 'module', devDependencies: { heavy: '1', zod: '4', commander: '15' } }),
  'node_modules/heavy/package.json': JSON.stringify({ name: 'heavy', version: '1.0.0', main: 'index.js' }),
  'node_modules/heavy/index.js': '',
  'node_modules/zod/package.json': JSON.stringify({ name: 'zod', version: '4.0.0', main: 'index.js' }),
  'node_modules/zod/index.js': '',
  'node_modules/commander/package.json': JSON.stringify({ name: 'commander', version: '15.0.0', main: 'index.js' }),
  'node_modules/commander/index.js': '',
  'src/core/log/hen.ts': `export type { Egg } from './egg.ts'`,
  'src/core/log/lines.ts': `export type { Noun } from '../model/noun.ts'`,
  'src/core/model/noun.ts': `export type Noun = string`,
  'src/core/ports/files.ts': `export type { Noun } from '../model/noun.ts'`,
  'src/core/gather/from-ci.ts': `await import('./run.schema.ts')`,
  'src/core/gather/run.schema.ts': `export * as schema from 'zod'`,
  'src/core/log/lines.test.ts': `import 'node:fs'\nimport './lines.ts'`,
  'src/core/rules/shared/numbers.ts': `export type { Noun } from '../../model/noun.ts'`,
  'src/cli/environment.ts': `import 'commander'\nexport type E = string`,
  'src/integrations/connect.ts': `await import('./files/open.ts')`,
  'src/integrations/files/open.ts': `import 'heavy'\nimport 'node:fs'\nimport '../../core/ports/files.ts'\nimport '../http/request.ts'`,
  'src/integrations/http/request.ts': `import 'node:http'`,
  'src/index.ts': `export type { Noun as L } from './core/model/noun.ts'`,
  'test/fakes/fake.ts': `import '../../src/core/log/lines.ts'`,
  ...Object.fromEntries(
    PLUGIN_FOLDERS.flatMap(folder => [
      [
        `src/core/${folder}/index.ts`,
        `import type { Kind } from './kind.ts'\nimport './first.ts'\nawait import('./second.ts')\nexport type K = Kind`,
      ],
      [`src/core/${folder}/kind.ts`, `export type Kind = string`],
      [`src/core/${folder}/second.ts`, `export type { Kind } from './kind.ts'`],
    ]),
  ),
}

function offence(rule: string, from: string, to: string, source: string): Offence {
  return { rule, from, to, source }
}

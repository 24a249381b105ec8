/** The licences of the packages that the bundle holds: `THIRD-PARTY-NOTICES.txt` beside it, and no build with a licence we do not take. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package whose code is in the bundle. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** An SPDX expression; empty where the package does not say. */
  readonly license: string
  /** Licence and notice files, in full. */
  readonly texts: readonly string[]
}

/** What esbuild tells about a build, as far as it is read here. */
export interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>>
}

const ACCEPTED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
]

/** Writes the notices of a build into its folder; throws where a licence is not accepted. */
export function writeNotices(metafile: Metafile, folder: string): void {
  const packages = packageFolders(metafile).map(readPackage)
  const refused = packages.filter(({ license }) => !isAccepted(license))
  if (refused.length > 0) throw new Error(refused.map(refusal).join('\n'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(packages))
}

/** Folders of the packages of which at least one byte ended up in the bundle, in the order of names. */
export function packageFolders({ outputs }: Metafile): readonly string[] {
  const inputs = Object.values(outputs).flatMap(output => Object.entries(output.inputs))
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [])
  return [...new Set(folders)].sort()
}

/** Whether one of the choices that an SPDX expression gives is accepted; `AND` and unknown words are not. */
export function isAccepted(expression: string): boolean {
  const choices = expression.replace(/^\((?<inner>[^()]*)\)$/, '$<inner>').split(' OR ')
  return choices.some(choice => ACCEPTED.includes(choice.trim()))
}

/** The file's text: one part a package. */
export function notices(packages: readonly BundledPackage[]): string {
  const parts = packages.map(({ name, version, license, texts }) => [`${name} ${version} (${license})`, ...texts].join('\n\n'))
  return `${['sherpa holds code of these packages.', ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

function readPackage(folder: string): BundledPackage {
  const {
    name,
    version,
    license = '',
  }: { name: string; version: string; license?: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder).filter(file => /^(licen[cs]e|notice|copying)(\.|$|-)/i.test(file))
  const texts = files.sort().map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return { name, version, license, texts }
}

const refusal = ({ name, version, license }: BundledPackage) =>
  `${name} ${version} has the licence "${license}", which is not accepted: use another package, or add the licence to scripts/third-party.ts`

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

type Configuration = IConfiguration & { readonly forbidden: readonly { readonly name: string; readonly comment: string }[] }

/** The rules of a project. */
export function readConfiguration(root: string): Configuration {
  return createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'))
}

/** What dependency-cruiser sees in some folders of a project that has its own rules. */
export async function cruiseTree(root: string, folders: readonly string[]): Promise<ICruiseResult> {
  const { forbidden, options } = readConfiguration(root)
  const { output } = await cruise(
    [...folders],
    { ...options, ruleSet: { forbidden: [...forbidden] }, validate: true, baseDir: root },
    options?.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  )
  if (typeof output === 'string') throw new Error(output)
  return output
}

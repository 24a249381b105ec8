import type { Ecosystem } from '../ecosystem.ts'

/**
 * .NET project files, central package versions, `packages.config` and `packages.lock.json`
 * (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files).
 */
export const ecosystem: Ecosystem = {
  id: 'nuget',
  reads: path =>
    /(?:^|\/)(?:[\w.-]+\.(?:cs|fs|vb)proj|Directory\.(?:Packages|Build)\.(?:props|targets)|packages\.config|packages\.lock\.json)$/i.test(
      path,
    ),
  entries: (side, path) => {
    const isLock = /lock\.json$/i.test(path)
    return side.flatMap(lines => {
      let owner: string | undefined
      return lines.flatMap(({ n, text }) => {
        owner = (isLock ? OPENED : INCLUDED).exec(text)?.[1] ?? owner
        const [, attribute, element] = (isLock ? RESOLVED : VERSION).exec(text) ?? []
        const version = attribute ?? element
        if (!version || !owner) return []
        return [{ name: owner, version, line: n, direct: !isLock }]
      })
    })
  },
}

const INCLUDED =
  /<(?:PackageReference|PackageVersion|GlobalPackageReference|package)\b[^<>]{0,200}?\b(?:Include|Update|id)\s*=\s*"([^"]{1,200})"/
const VERSION = /\b(?:Version|VersionOverride|version)\s*=\s*"([^"]{1,100})"|^\s*<Version>([^<]{1,100})<\/Version>/
const OPENED = /^\s*"([^"]{1,200})"\s*:\s*\{/
const RESOLVED = /^\s*"resolved"\s*:\s*"([^"]{1,100})"/

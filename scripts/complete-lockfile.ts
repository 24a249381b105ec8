/**
 * Adds what npm leaves out of package-lock.json when a registry does not serve it yet: optional packages for other platforms,
 * without which `npm ci` refuses the lock file. Run by `npm run lock` after packages were added. They carry no integrity hash.
 */
import { readFileSync, writeFileSync } from 'node:fs'

interface LockedPackage {
  version?: string
  dev?: true
  optional?: true
  os?: string[]
  cpu?: string[]
  libc?: string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

type LockedPackages = Record<string, LockedPackage>

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const CPU = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']
const LIBC: Readonly<Record<string, string>> = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

const path = 'package-lock.json'
const lock: { packages: LockedPackages } = JSON.parse(readFileSync(path, 'utf8'))
const missing = missingPackages(lock.packages)
lock.packages = sorted({ ...lock.packages, ...missing })
if (Object.keys(missing).length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${path}: ${Object.keys(missing).length} packages for other platforms added`)

/** Optional packages that others ask for by an exact version and that the lock file does not hold. */
function missingPackages(packages: LockedPackages): LockedPackages {
  const found: LockedPackages = {}
  for (const parent of Object.values(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const key = `node_modules/${name}`
      if (!packages[key] && /^\d/.test(version)) found[key] = entry(name, version, parent.dev === true)
    }
  }
  return found
}

/** `@acme/binding-linux-x64-musl` → os linux, cpu x64, libc musl; keys in npm's order. */
function entry(name: string, version: string, dev: boolean): LockedPackage {
  const words = name.split(/[/-]/)
  const os = words.filter(word => OS.includes(word))
  const cpu = words.filter(word => CPU.includes(word))
  const libc = os[0] === 'linux' ? words.flatMap(word => LIBC[word] ?? []) : []
  if (os.length === 0) throw new Error(`${name} names no operating system: add the package to package-lock.json by hand`)
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    os,
  }
}

function sorted(packages: LockedPackages): LockedPackages {
  return Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
}

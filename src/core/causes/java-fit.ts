import type { DependencyChange } from '../model/dependency.ts'
import { knownPackages } from './java-packages.ts'

/** How a Maven artifact and a qualified name are compared, made ready once. */
export interface JavaNames {
  readonly packages: readonly string[]
  readonly group: readonly string[]
  /** What tells the artifact from others of its group. */
  readonly words: readonly string[]
}

/** Words that many artifacts carry and that no package needs to. */
const PLAIN = new Set([
  'api',
  'core',
  'java',
  'common',
  'commons',
  'impl',
  'client',
  'all',
  'jvm',
  'parent',
  'bom',
  'main',
  'lib',
  'base',
  'starter',
  'dependencies',
  'spi',
  'plugin',
  'maven',
  'runtime',
  'jakarta',
  'javax',
])
/** Second-level names under which many unrelated projects live. */
const UMBRELLAS =
  /^(?:(?:com|io)\.(?:github|gitlab|google|amazonaws|microsoft|ibm|sun)|org\.(?:apache|eclipse|codehaus|jboss|sonatype|glassfish|jenkins-ci|jenkinsci|springframework|webjars|kohsuke|jvnet)|net\.(?:sourceforge|java)|com\.fasterxml|[a-z]{2}\.(?:gov|co|com|org|ac|edu|net)|com\.sun\.xml)(?:\.|$)/

export function javaNames({ name }: DependencyChange): JavaNames {
  const [group = '', artifact = ''] = name.includes(':') ? name.split(':') : ['', name]
  const parts = group.split('.').filter(Boolean)
  const words = artifact
    .toLowerCase()
    .split(/[-_.]+/)
    .filter(word => word.length > 1 && !parts.includes(word) && !/^\d/.test(word))
  return {
    packages: [...new Set([...knownPackages(name), ...guessedPackages(parts, words, artifact)])],
    group: parts,
    words: words.filter(word => !PLAIN.has(word)),
  }
}

/** `org.springframework:spring-web` → `org.springframework.web`; `com.fasterxml.jackson.core:jackson-databind` → `com.fasterxml.jackson.databind`. */
function guessedPackages(group: readonly string[], words: readonly string[], artifact: string): string[] {
  if (group.length < 2) return group.length === 1 ? [`${group[0]}.`] : []
  const parents = group.length > 2 ? [group, group.slice(0, -1)] : [group]
  const own = words.filter(word => !group.some(part => part.startsWith(word)))
  const tails = own.length === 0 ? [] : [own.join('.'), own.join(''), own.at(-1) as string, own[0] as string]
  return [
    ...parents.flatMap(parent => tails.map(tail => `${parent.join('.')}.${tail}`)),
    ...(artifact.includes('.') ? [artifact.toLowerCase()] : []),
  ]
}

/** How well a class or package could come from an artifact: 0..1. */
export function javaFit(className: string, { packages, group, words }: JavaNames): number {
  const name = className.toLowerCase()
  const known = Math.max(0, ...packages.filter(one => isWithin(name, one)).map(one => one.split('.').length))
  if (known > 0) return 0.7 + 0.075 * Math.min(4, known)
  const parts = name.split('.')
  const shared = sharedLength(parts, group)
  const matched = words.filter(word => parts.some(part => part === word || (word.length > 3 && part.startsWith(word)))).length
  if (shared === group.length && shared >= 2) return words.length === 0 ? 0.8 : 0.35 + (0.45 * matched) / words.length
  if (shared >= 3) return matched > 0 ? 0.5 : 0.4
  if (shared === 2) return UMBRELLAS.test(name) ? (matched > 0 && matched === words.length ? 0.3 : 0) : 0.25
  return 0
}

const isWithin = (name: string, packageName: string) =>
  packageName.length > 2 && (name === packageName || name.startsWith(packageName.endsWith('.') ? packageName : `${packageName}.`))

function sharedLength(a: readonly string[], b: readonly string[]): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]?.toLowerCase()) length++
  return length
}

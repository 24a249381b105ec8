import type { DependencyChange } from '../model/dependency.ts'

/** Names too plain to mean a package where they stand. */
const PLAIN = new Set([
  'core',
  'api',
  'test',
  'tests',
  'http',
  'https',
  'java',
  'node',
  'main',
  'client',
  'server',
  'common',
  'commons',
  'model',
  'json',
  'build',
  'error',
  'errors',
  'debug',
  'util',
  'utils',
  'parent',
  'base',
  'compiler',
  'runtime',
  'version',
  'versions',
  'plugin',
  'project',
  'python',
  'types',
  'log',
  'path',
  'url',
  'async',
  'time',
])
const SHORTEST = 3

/** The names by which a log may call a changed dependency, the plainest of them left out. */
export function termsOf(change: DependencyChange): string[] {
  const terms = new Set(NAMES[change.ecosystem]?.(change.name) ?? [change.name])
  return [...terms].filter(term => term.length >= SHORTEST && !PLAIN.has(term.toLowerCase()))
}

const lastOf = (name: string, separator: string | RegExp) => name.split(separator).at(-1) ?? name

const java = (name: string) => {
  const artifact = name.includes(':') ? lastOf(name, ':') : name.replace(/[._-]?version$|^version[._-]/i, '')
  return name.includes(':') ? [artifact, name] : [artifact]
}

const python = (name: string) => {
  const plain = name.replace(/\[.*$/, '')
  const module = plain.replace(/[-.]/g, '_')
  return [
    plain,
    module,
    module.replace(/^python_|_python$|^py_?(?=[a-z]{3})/i, ''),
    ...(PYTHON_MODULES[plain.toLowerCase()] ?? []),
  ]
}

/** What is imported under another name than it is installed by, of the packages that are used most. */
const PYTHON_MODULES: Readonly<Record<string, readonly string[]>> = {
  attrs: ['attr'],
  beautifulsoup4: ['bs4'],
  'google-api-python-client': ['googleapiclient'],
  grpcio: ['grpc'],
  'msgpack-python': ['msgpack'],
  mysqlclient: ['MySQLdb'],
  'opencv-python': ['cv2'],
  pillow: ['PIL'],
  protobuf: ['google.protobuf'],
  psycopg2: ['psycopg2'],
  'psycopg2-binary': ['psycopg2'],
  pycryptodome: ['Crypto'],
  pyjwt: ['jwt'],
  pyopenssl: ['OpenSSL'],
  pyserial: ['serial'],
  'python-dateutil': ['dateutil'],
  'python-dotenv': ['dotenv'],
  'python-jose': ['jose'],
  'python-multipart': ['multipart'],
  pyyaml: ['yaml'],
  'scikit-image': ['skimage'],
  'scikit-learn': ['sklearn'],
  setuptools: ['pkg_resources', 'distutils'],
  'typing-extensions': ['typing_extensions'],
}

const go = (name: string) => {
  const parts = name.split('/').filter(part => !/^v\d+$/.test(part))
  return [name, parts.at(-1) ?? name]
}

const NAMES: Readonly<Record<string, (name: string) => readonly string[]>> = {
  maven: java,
  npm: name => [name, name.replace(/^@types\//, '')],
  pypi: python,
  cargo: name => [name, name.replace(/-/g, '_')],
  go,
  gem: name => [name, name.replace(/-/g, '/'), name.replace(/-/g, '_'), name.split(/[-_]/).map(capital).join('')],
  composer: name => [
    name,
    name
      .split('/')
      .map(part => part.split(/[-_]/).map(capital).join(''))
      .join('\\'),
  ],
  nuget: name => [name],
  'github-actions': name => [name, lastOf(name, '/')],
  docker: name => [name, lastOf(name, '/')],
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

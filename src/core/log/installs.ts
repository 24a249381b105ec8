/** What package managers print when they fetch or install: name and version. */
const FORMS: readonly { readonly ecosystem: string; readonly pattern: RegExp }[] = [
  { ecosystem: 'cargo', pattern: /^\s*(?:Downloaded|Compiling|Adding|Installing) ([\w-]{1,100}) v(\d[\w.+-]{0,60})/ },
  { ecosystem: 'go', pattern: /^go: (?:downloading|added) (\S{1,200}) (v\d\S{0,100})/ },
  { ecosystem: 'gem', pattern: /^(?:Installing|Using|Fetching) ([\w.-]{1,100}) (\d[\w.]{0,60})/ },
  { ecosystem: 'composer', pattern: /^\s*- (?:Installing|Downloading) ([\w.-]+\/[\w.-]{1,100}) \(([^()\s]{1,60})\)/ },
  { ecosystem: 'npm', pattern: /^(?:\+|[├└]─+|npx: installed) ((?:@[\w.-]{1,60}\/)?[\w.-]{1,100})@(\d[\w.+-]{0,60})/ },
  { ecosystem: 'github-actions', pattern: /^Download action repository '([\w./-]{1,200})@[^']{1,100}' \(SHA:([\da-f]{7,64})\)/ },
  { ecosystem: 'apt', pattern: /^Setting up ([\w.+-]{1,100})(?::\w{1,10})? \(([^()\s]{1,80})\)/ },
  { ecosystem: 'brew', pattern: /Pouring ([\w.@+-]{1,80}?)--(\d[\w.]{0,40}?)\.(?:\w+\.)?bottle/ },
  { ecosystem: 'tool', pattern: /hostedtoolcache[\\/](\w{1,40})[\\/](\d[\w.+-]{0,40})[\\/]/ },
  { ecosystem: 'tool', pattern: /installed - (rustc) (\d[\w.-]{0,30})/ },
]
const PIP = 'Successfully installed '
const PIP_ITEM = /^([A-Za-z\d][\w.-]{0,100}?)-(\d[\w.+!]{0,60})$/
/** A line without any of these is none of them. */
const PROBE = /ownload|nstall|ompiling|Adding|Using|Fetching|Setting up|Pouring|[├└]─|^\+ |hostedtoolcache/

/** One package at one version. */
export interface Install {
  readonly ecosystem: string
  readonly name: string
  readonly version: string
}

/** The packages that a line says are installed; none for nearly every line. */
export function installsIn(text: string): Install[] {
  if (text.length > 20_000 || !PROBE.test(text)) return []
  if (text.trimStart().startsWith(PIP)) return pipInstalls(text)
  for (const { ecosystem, pattern } of FORMS) {
    const [, name, version] = pattern.exec(text) ?? []
    if (name && version) return [{ ecosystem, name, version }]
  }
  return []
}

function pipInstalls(text: string): Install[] {
  return text.split(/\s+/).flatMap(word => {
    const [, name, version] = PIP_ITEM.exec(word) ?? []
    return name && version ? [{ ecosystem: 'pypi', name, version }] : []
  })
}

const MOST = 5000
const NONE: ReadonlySet<string> = new Set()

/** Remembers which versions were installed, of so many packages at most. */
export function createInstalls() {
  const known = new Map<string, Set<string>>()
  return {
    read(text: string) {
      for (const { ecosystem, name, version } of installsIn(text)) {
        const key = `${ecosystem} ${name}`
        const versions = known.get(key)
        if (versions) versions.add(version)
        else if (known.size < MOST) known.set(key, new Set([version]))
      }
    },
    versionsOf: (ecosystem: string, name: string): ReadonlySet<string> => known.get(`${ecosystem} ${name}`) ?? NONE,
  }
}

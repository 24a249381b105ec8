/**
 * Qualified names of Java classes and packages, and coordinates of Maven artifacts, in a line. Names of the runtime and of test
 * runners are left out: they stand in every trace.
 */

/** `com.acme.http.Client`, `com/acme/http/Client`, `okhttp3.Request`. */
const QUALIFIED =
  /(?<![\w.$/@-])((?:[a-z][a-z\d_]{0,40}[./]){2,12}(?:[A-Za-z_$][\w$]{0,100})?|[a-z][a-z\d_]{2,40}\.[A-Z][\w$]{2,100})(?![\w$.]*:[A-Za-z])/g
/** A package may be a single word. */
const PACKAGE = /\bpackage ([a-z][\w.]{1,200}) does not exist/g
const IN_JAR = /\.jar\(\/?([\w/$]{3,200})\.class\)/g
/** In a repository's path, `org/slf4j/slf4j-api/2.0.0/slf4j-api-2.0.0.jar`. */
const IN_REPOSITORY =
  /(?:repository|maven2?|modules-2\/files-2\.1)\/((?:[\w.-]{1,80}\/){2,9})[\w.+-]{1,120}\.(?:jar|pom|aar|war|zip)/g
/** `group:artifact:version`, with packaging and classifier where a tool writes them. */
const COORDINATE =
  /(?<![\w:./]|\w-)([a-z][\w.-]{1,80}):([A-Za-z][\w.-]{1,80})(?::(?:jar|pom|war|aar|bundle|maven-plugin|test-jar))?(?:[:@]([\w.+-]{1,60}))?(?![\w/])/g
const RUNTIME =
  /^(?:java|jdk|sun|com\.sun\.(?:proxy|jndi|net|security)|javax\.(?:swing|management|net|crypto|security)|org\.junit|junit|org\.apache\.maven\.(?:surefire|plugin|lifecycle|cli|internal|DefaultMaven|graph)|org\.codehaus\.(?:plexus\.classworlds|classworlds)|org\.testng|org\.opentest4j|org\.gradle|kotlin|scala|com\.intellij|worker\.org\.gradle)(?:\.|$)/

/** A name, and where in the line it begins. */
export interface Found {
  readonly name: string
  readonly offset: number
}

/** Qualified names, with dots; `org.slf4j.` at the end of a path is the package. */
export function classNames(text: string): Found[] {
  return [QUALIFIED, PACKAGE, IN_JAR].flatMap(pattern =>
    Array.from(text.matchAll(pattern), ({ 1: name = '', index }) => ({
      name: name.replace(/\//g, '.').replace(/\.$/, '').replace(/\$.*$/, ''),
      offset: index,
    })).filter(({ name }) => name !== '' && !RUNTIME.test(name) && !IS_FILE.test(name)),
  )
}

const IS_FILE = /\.(?:java|kt|html?|jar|md|txt|properties)$/

/** The class whose method a frame names. */
export function frameClass(text: string): string | undefined {
  const name = /\bat (?:[\w.@-]{0,80}\/)*((?:[a-z][\w$]{0,60}\.){1,12}[A-Z][\w$]{0,120})\./.exec(text)?.[1]?.replace(/\$.*$/, '')
  return name === undefined || RUNTIME.test(name) ? undefined : name
}

/** `group:artifact` or `group:artifact:version`. */
export function artifactNames(text: string): Found[] {
  const found: Found[] = []
  for (const { 1: group = '', 2: artifact = '', 3: version, index } of text.matchAll(COORDINATE)) {
    if (!group.includes('.') && group !== artifact && !version) continue
    found.push({
      name: version && /\d/.test(version) ? `${group}:${artifact}:${version}` : `${group}:${artifact}`,
      offset: index,
    })
  }
  for (const { 1: path = '', index } of text.matchAll(IN_REPOSITORY)) {
    const parts = path.split('/').slice(0, -1)
    const [artifact, version] = parts.slice(-2)
    if (artifact && version && parts.length > 2)
      found.push({ name: `${parts.slice(0, -2).join('.')}:${artifact}:${version}`, offset: index })
  }
  return found
}

/** The package that a source file of the project belongs to, where a line names one. */
export function ownPackage(text: string): string | undefined {
  const tested = /(?:Running |- in )((?:[a-z]\w{0,60}\.){2,12})[A-Z]\w*/.exec(text)?.[1]
  if (tested) return tested.slice(0, -1)
  return /src\/(?:[\w-]{1,40}\/)(?:java|kotlin|scala|groovy)\/((?:[\w]{1,60}\/){1,12})[\w]{1,100}\.(?:java|kt|scala|groovy)/
    .exec(text)?.[1]
    ?.replace(/\//g, '.')
    .replace(/\.$/, '')
}

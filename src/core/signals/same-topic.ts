import type { Finding, Scene, Signal } from '../causes/signal.ts'
import { dependencySuspect } from '../causes/suspects.ts'
import { lineKind } from '../pointers/line-kind.ts'

/** What libraries are about, by words in their names, and the words that failures about the same thing use. */
const TOPICS: readonly { readonly topic: string; readonly libraries: RegExp; readonly words: RegExp }[] = [
  {
    topic: 'logging',
    libraries:
      /slf4j|log4j|logback|jul-to-|jcl-over|winston|\bpino\b|loguru|structlog|logrus|\bzap\b|serilog|nlog|monolog|^tracing|env_logger|\blogging$/i,
    words: /logg(?:er|ing)/i,
  },
  {
    topic: 'JSON',
    libraries: /jackson|gson|moshi|json|serde|simplejson|orjson|pydantic|marshmallow/i,
    words: /json|(?:de)?seriali[sz]/i,
  },
  {
    topic: 'XML',
    libraries: /jaxb|xml|xalan|xerces|woodstox|dom4j|jdom|nokogiri/i,
    words: /(?<!faster)xml|jaxb|sax(?:parse)?|schema/i,
  },
  { topic: 'YAML', libraries: /yaml/i, words: /yaml/i },
  {
    topic: 'HTTP',
    libraries:
      /okhttp|httpclient|httpcore|retrofit|axios|requests|urllib3|httpx|aiohttp|reqwest|hyper|undici|node-fetch|faraday|guzzle|wiremock|mockwebserver/i,
    words: /https?(?!:\/\/)|socket|statuscode/i,
  },
  {
    topic: 'databases',
    libraries:
      /hibernate|jdbc|jdbi|jooq|mybatis|flyway|liquibase|hikari|sequelize|typeorm|prisma|knex|sqlalchemy|psycopg|alembic|diesel|sqlx|gorm|activerecord|doctrine|entityframework|postgres|mysql|mariadb|mongo|^h2$/i,
    words: /sql|jdbc|hibernate|database|entitymanager|repository|migration/i,
  },
  { topic: 'validation', libraries: /validat/i, words: /validat|constraintviolation/i },
  { topic: 'mocks', libraries: /mockito|powermock|easymock|sinon|byte-?buddy|objenesis|cglib/i, words: /mock|stubb/i },
  {
    topic: 'templates',
    libraries: /thymeleaf|freemarker|velocity|mustache|handlebars|jinja|ejs|pug/i,
    words: /template|thymeleaf|velocity|mustache/i,
  },
  { topic: 'PDF', libraries: /pdf|itext|^fop$/i, words: /pdf/i },
  {
    topic: 'security',
    libraries: /security|shiro|jwt|jose|oauth|passport|bcrypt|bcprov|bouncy/i,
    words: /jwt|oauth|authenticat|certificate|signature|csrf/i,
  },
  {
    topic: 'generated code',
    libraries: /processor|-apt$|lombok|dagger-compiler|auto-?value|immutables/i,
    words: /annotation process|@\w+ annotation|generated (?:class|source)/i,
  },
]
const IN_A_TEST = 0.8
const IN_AN_ERROR = 0.6

/** Failing tests and errors speak of what a changed library is about: weak, but often all there is. */
export const signal: Signal = {
  id: 'same-topic',
  find(scene) {
    const { dependencies } = scene
    const about = TOPICS.map(({ libraries }) => dependencies.filter(({ name }) => libraries.test(artifactOf(name))))
    if (about.every(some => some.length === 0)) return []
    const { tests, errors } = textsOf(scene)
    return TOPICS.flatMap(({ topic, words }, index): Finding[] => {
      const some = about[index] ?? []
      if (some.length === 0) return []
      const inTests = tests.some(text => words.test(text))
      const inErrors = errors.some(text => words.test(text))
      const weight = (inTests ? IN_A_TEST : 0) + (inErrors ? IN_AN_ERROR : 0)
      const what = inTests ? 'a failing test' : 'an error'
      return weight === 0
        ? []
        : some.map(change => ({ suspect: dependencySuspect(change), text: `${what} speaks of ${topic}`, weight }))
    })
  },
}

/** A group is named after its company, which may be called after a topic of its own. */
const artifactOf = (name: string) => name.slice(name.indexOf(':') + 1)

const MOST_TESTS = 100
const MOST_ERRORS = 300

/** Names of failed tests, and lines that say that something is wrong; without addresses, which name protocols. */
function textsOf({ file, failures }: Scene): { readonly tests: readonly string[]; readonly errors: readonly string[] } {
  const tests = [...file.reports, ...file.logs.flatMap(log => log.tests)]
    .flatMap(({ failedTests }) => failedTests)
    .slice(0, MOST_TESTS)
  const lines = file.logs.flatMap(log => log.lines.filter(line => isTelling(lineKind(line, line.text.slice(0, 2000)))))
  return {
    tests: tests.map(({ name }) => name.slice(0, 500)),
    errors: [...failures.map(({ message }) => message), ...lines.slice(0, MOST_ERRORS).map(({ text }) => text)].map(
      withoutAddresses,
    ),
  }
}

const isTelling = (kind: ReturnType<typeof lineKind>) => kind === 'broken' || kind === 'error'
const withoutAddresses = (text: string) => text.slice(0, 1000).replace(/https?:\/\/\S*/g, '')

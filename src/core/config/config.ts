import type { Category } from '../model/category.ts'
import type { Risk } from '../model/plan.ts'
import { DEFAULT_LIMITS } from '../policy/limits.ts'
import type { Policy } from '../policy/policy.ts'

/** What sherpa.yml says, checked and with its defaults filled in. */
export interface Config {
  readonly version: 1
  readonly rules: readonly UserRule[]
  /** Ids of rules that never apply, or `tool/*` for all of a tool. */
  readonly disable: readonly string[]
  readonly redact: RedactConfig
  readonly report: ReportConfig
  /** A green log to compare with, as a path from the configuration's folder. */
  readonly baseline?: string | undefined
  /** The history: a file, as a path from the configuration's folder, or the URL of a PostgreSQL database. */
  readonly store?: string | undefined
  readonly gate: GateConfig
  readonly canary: CanaryConfig
  /** By name: what may be run to heal, and nothing else. */
  readonly commands: Readonly<Record<string, CommandConfig>>
  /** By file name of the workflow: what may be started by hand, and nothing else. */
  readonly dispatch: Readonly<Record<string, DispatchConfig>>
  readonly reruns: { readonly debug: DebugLogging }
  readonly hung: { readonly minutes?: number | undefined }
  /** Where flaky tests are listed that nobody waits for. */
  readonly quarantine?: QuarantineConfig | undefined
  readonly policy: Policy
}

/** A workflow with `on: workflow_dispatch` as sherpa.yml has it: what its inputs mean. */
export interface DispatchConfig {
  /** Where it is started; none: on the branch of the failed run. */
  readonly branch?: string | undefined
  /** Inputs that are always given, as they stand. */
  readonly inputs: Readonly<Record<string, string>>
  /** The input that the workflow shows in its run-name, by which what was started is found again. */
  readonly id?: string | undefined
  /** The input that is given `true` for a build without caches. */
  readonly noCache?: string | undefined
  /** The input that takes the label of a runner, and the labels that may be given, the most promising first. */
  readonly runner?: { readonly input: string; readonly labels: readonly string[] } | undefined
  readonly deploys?: DeploysConfig | undefined
}

/** Of a workflow that deploys a commit that it is given. */
export interface DeploysConfig {
  readonly environments: readonly string[]
  /** The input that takes the commit. */
  readonly commit: string
  /** The input that takes the environment. */
  readonly environment?: string | undefined
  /** What proves that the commit is there: the deployment that names it, or any deployment there that succeeded after a green run. */
  readonly proof: 'commit' | 'run'
}

/** A list of tests, for the test runner to leave out. */
export interface QuarantineConfig {
  /** As a path in the repository; without a repository, from the configuration's folder. */
  readonly file: string
  readonly format: QuarantineFormat
}

/** One name a line, or an array of them in JSON. */
export const QUARANTINE_FORMATS = ['lines', 'json'] as const
export type QuarantineFormat = (typeof QUARANTINE_FORMATS)[number]

/** The containers that commits are tried in. */
export interface CanaryConfig {
  readonly image?: string | undefined
  /** As `docker run --network` takes it. */
  readonly network?: string | undefined
  /** Such as 2GB. */
  readonly memory?: string | undefined
  readonly cpus?: number | undefined
}

/** What has to hold before a deployment goes on. */
export interface GateConfig {
  readonly ci?:
    | { readonly from: 'github' | 'store'; readonly required: readonly string[]; readonly ignore: readonly string[] }
    | undefined
  /** The URL of a Prometheus. */
  readonly prometheus?: string | undefined
  readonly slo: readonly SloConfig[]
  /** A label of issues. */
  readonly incidents?: string | undefined
}

export interface SloConfig {
  readonly name: string
  readonly query: string
  readonly atMost?: number | undefined
  readonly atLeast?: number | undefined
}

/** A rule as a user writes it: a {@link Rule} whose patterns are text. */
export interface UserRule {
  readonly id: string
  readonly category: Category
  readonly title: string
  readonly needles: readonly string[]
  readonly pattern: string
  readonly flags: '' | 'i'
  readonly role: 'cause' | 'summary' | 'symptom'
  readonly extent?:
    | { readonly before?: number | undefined; readonly after?: number | undefined; readonly while?: string | undefined }
    | undefined
  readonly transient: number
  readonly explanation: string
  readonly remedies: readonly string[]
  readonly examples: {
    readonly match: readonly { readonly text: string; readonly captures?: Readonly<Record<string, string>> | undefined }[]
    readonly miss: readonly string[]
  }
}

/** A command as sherpa.yml has it: programs with their arguments, one text each. */
export interface CommandConfig {
  readonly run: readonly string[]
  /** Categories, ids of rules, or `tool/*`. */
  readonly for: readonly string[]
  /** From the configuration's folder. */
  readonly directory?: string | undefined
  readonly timeoutSeconds: number
  /** Names of environment variables that it sees. */
  readonly env: readonly string[]
  readonly verify?: readonly string[] | undefined
  readonly undo?: readonly string[] | undefined
  readonly risk: Risk
}

/** What to hide beyond what sherpa recognises by itself. */
export interface RedactConfig {
  /** Names of environment variables whose values are secret. */
  readonly env: readonly string[]
  /** Patterns of secrets, for a linear-time engine. */
  readonly patterns: readonly string[]
}

export interface ReportConfig {
  readonly format?: ReportFormat | undefined
  /** How many excerpts to show. */
  readonly highlights?: number | undefined
}

export const REPORT_FORMATS = ['text', 'json', 'markdown', 'html', 'sarif'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

/** When re-runs log for debugging: never, when a run is run again that was already, always. */
export const DEBUG_LOGGING = ['never', 'repeated', 'always'] as const
export type DebugLogging = (typeof DEBUG_LOGGING)[number]

/** Without a sherpa.yml. */
export const DEFAULT_CONFIG: Config = {
  version: 1,
  rules: [],
  disable: [],
  redact: { env: [], patterns: [] },
  report: {},
  gate: { slo: [] },
  canary: {},
  commands: {},
  dispatch: {},
  reruns: { debug: 'never' },
  hung: {},
  policy: { preset: 'suggest', remedies: {}, rules: [], ...DEFAULT_LIMITS },
}

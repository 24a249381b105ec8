import type { CommandConfig } from './config/config.ts'
import type { Container, Image } from './model/container.ts'
import type {
  AttemptRecord,
  FeedbackRecord,
  JobKey,
  JobTotals,
  OutcomeRecord,
  PastFailure,
  PastJob,
  PastMeasures,
  PastTest,
  PlanRecord,
  Window,
} from './model/history.ts'
import type { LedgerEntry, NewEntry } from './model/ledger.ts'
import type { LinePattern } from './model/rule.ts'
import type { Annotation, Attempt, AttemptKey, Change, Conclusion, Job, Run } from './model/run.ts'
import type { CommitFacts, TrialEnd } from './model/trial.ts'
import type { Trouble } from './model/trouble.ts'

/** What core asks of the world. Integrations implement these; core never imports an integration. */

/** Something asked of the world: what was had, or why it could not be. */
export type Answer<T> = { readonly value: T; readonly trouble?: never } | { readonly trouble: Trouble; readonly value?: never }

/** A repository on a host, e.g. `github.com`, `acme`, `web`. */
export interface Repository {
  readonly host: string
  readonly owner: string
  readonly name: string
}

/** Which run is meant; `run` is null only where the id of one of its jobs is known instead. */
export type RunRef = {
  readonly repository: Repository
  /** Null: the newest attempt, or the one that the job with this id belongs to. */
  readonly attempt: number | null
} & ({ readonly run: number; readonly job: JobRef | null } | { readonly run: null; readonly job: { readonly id: number } })

/** One job of a run, by its id or by the name it shows. */
export type JobRef = { readonly id: number; readonly name?: never } | { readonly name: string; readonly id?: never }

/** A CI that keeps runs. */
export interface CiProvider {
  /** As it is called in sentences, e.g. `GitHub`. */
  readonly name: string
  /** Throws a SherpaError where the run cannot be had at all. */
  openRun(ref: RunRef): Promise<CiRun>
}

/** One attempt of one run, and what can further be asked about it. */
export interface CiRun {
  readonly run: Run
  /** All of them, in the CI's order. Throws a SherpaError where they cannot be had. */
  jobs(): Promise<readonly CiJob[]>
  /** The commit's files, or those of the pull request under test. */
  changes(): Promise<Answer<Changes>>
  /** The run's other attempts, oldest first; none where this is the only one. */
  otherAttempts(): Promise<Answer<readonly CiAttempt[]>>
  /** The newest green runs of the same workflow on the same branch, else on its base; a few, newest first. */
  greenRuns(): Promise<Answer<readonly CiRun[]>>
  /** All logs of the attempt at once, as a fallback for {@link CiJob.log}. To be closed. */
  archive(): Promise<Answer<LogArchive>>
}

/** Another attempt of the same run, with the jobs that it ran itself. */
export interface CiAttempt {
  readonly attempt: number
  readonly jobs: readonly CiJob[]
}

export interface CiJob {
  readonly job: Job & { readonly id: number }
  annotations(): Promise<Answer<readonly Annotation[]>>
  /** The bytes of its log as they come; throws a SherpaError while it is read. Reading it again asks again. */
  log(): AsyncIterable<Uint8Array>
}

export interface Changes {
  readonly parents: readonly string[]
  readonly changes: readonly Change[]
  /** The CI listed only the first of them. */
  readonly truncated: boolean
  /** Why these are the commit's files only, where those of the pull request were meant. */
  readonly trouble?: Trouble
}

/** The files of an unpacked log archive. */
export interface LogArchive {
  readonly entries: readonly ArchiveEntry[]
  close(): Promise<void>
}

export interface ArchiveEntry {
  /** With `/` between folders. */
  readonly path: string
  /** May be opened more than once; throws a SherpaError where the archive is broken. */
  open(): AsyncIterable<Uint8Array>
}

/** A CI whose past can be listed. */
export interface CiPast {
  /** As it is called in sentences, e.g. `GitHub`. */
  readonly name: string
  /** One page of a list of runs, newest first. Throws a SherpaError where it cannot be had. */
  listRuns(query: RunQuery): Promise<RunPage | 'unchanged'>
}

export interface RunQuery {
  /** Its id or the name of its file; null: all. */
  readonly workflow: string | null
  /** Epoch milliseconds of the first and the last second in which a run may have been created. */
  readonly fromMs: number
  readonly toMs: number
  /** From 1. */
  readonly page: number
  /** That of the same page as it was before. */
  readonly tag: string | null
}

export interface RunPage {
  readonly tag: string | null
  /** How many the whole list has. */
  readonly total: number
  readonly runs: readonly ListedRun[]
}

export interface ListedRun {
  readonly createdMs: number
  /** Its newest attempt. */
  readonly newest: CiRun
  /** Another one. Throws a SherpaError where it cannot be had. */
  attempt(number: number): Promise<CiRun>
}

/** Unpacks a zip that comes as bytes; throws a SherpaError where it is broken or refuses to be small. */
export type ReadArchive = (bytes: AsyncIterable<Uint8Array>) => Promise<LogArchive>

/** Finds secrets beyond those whose forms core knows. */
export interface SecretFinder {
  /** False only where `find` would find nothing; cheap, and loads nothing. */
  mayFind(text: string): boolean
  /** Where the secrets stand: UTF-16 offsets, `end` exclusive. Rejects where the finder cannot work. */
  find(text: string): Promise<readonly { readonly start: number; readonly end: number }[]>
}

/**
 * Compiles a pattern that a user wrote, on an engine whose time is linear in the line whatever the pattern. Of several mistakes it
 * names the first. `i` ignores case.
 */
export type PatternCompiler = (
  source: string,
  flags: '' | 'i',
) => { readonly pattern: NamedPattern } | { readonly mistake: PatternMistake }

/** A pattern that knows the names of its captures. */
export interface NamedPattern extends LinePattern {
  readonly captures: readonly string[]
  /** Every place in a text of any length: UTF-16 offsets, `end` exclusive. */
  spans(text: string): readonly { readonly start: number; readonly end: number }[]
}

export interface PatternMistake {
  /** A clause that follows the pattern: `has a look-ahead, …`. */
  readonly message: string
  readonly hint?: string
  /** Where in the source, in UTF-16 units from 0. */
  readonly offset: number
}

/** The past. What is written is redacted first; reading it waits for nobody who writes. */
export interface HistoryStore {
  /** Writes all of them or none, and tells of each whether the attempt was new. Writing the same twice changes nothing. */
  record(attempts: readonly AttemptRecord[]): Promise<readonly Recorded[]>
  /** Those of the attempts whose logs were read before. */
  readAttempts(keys: readonly AttemptKey[]): Promise<readonly AttemptKey[]>
  /** What is known of the attempts; of those that are not, nothing. */
  knownAttempts(keys: readonly AttemptKey[]): Promise<readonly KnownAttempt[]>
  /** A page of a list of runs as the CI gave it; by a key that says which. */
  listing(key: string): Promise<Listing | undefined>
  recordListing(key: string, listing: Listing): Promise<void>
  /** The last jobs of that name, newest first; with `beforeMs` those that started earlier. */
  lastJobs(key: JobKey, count: number, beforeMs?: number): Promise<readonly PastJob[]>
  /** The jobs that started in the window, job by job and oldest first. */
  jobs(window: Window): AsyncIterable<PastJob>
  /** The steps and further measures of those jobs, in the same order; jobs that have none are left out. */
  measures(window: Window): AsyncIterable<PastMeasures>
  /** What each job cost on each day of the window. */
  totals(window: Window): Promise<readonly JobTotals[]>
  /** Results of the tests of a window, test by test and oldest first; `failed` leaves out tests that never failed in it. */
  tests(window: Window, which: 'all' | 'failed'): AsyncIterable<PastTest>
  /** The failures of a window, oldest first. */
  failures(window: Window): AsyncIterable<PastFailure>
  /** Where a fingerprint was seen, newest first. */
  recurrences(fingerprint: string, count: number): Promise<readonly PastFailure[]>
  /** What became of the jobs of each attempt of one run, in order. */
  runAttempts(repository: string, run: number): Promise<readonly Attempt[]>
  /** What one run changed. */
  changes(repository: string, run: number): Promise<readonly Change[]>
  /** Hashes of the masked lines that green logs of the job had. */
  greenLines(key: JobKey): Promise<readonly number[]>
  /** Decisions; one that is known stays as it is. */
  recordPlan(plan: PlanRecord): Promise<void>
  recordOutcome(outcome: OutcomeRecord): Promise<void>
  recordFeedback(feedback: FeedbackRecord): Promise<void>
  plans(window: Pick<Window, 'repository' | 'sinceMs' | 'untilMs'>): Promise<readonly PlanRecord[]>
  outcomes(window: Pick<Window, 'repository' | 'sinceMs' | 'untilMs'>): Promise<readonly OutcomeRecord[]>
  feedback(window: Pick<Window, 'repository' | 'sinceMs' | 'untilMs'>): Promise<readonly FeedbackRecord[]>
  close(): Promise<void>
}

export interface KnownAttempt extends AttemptKey {
  /** Null: it was not over. */
  readonly conclusion: Conclusion | null
  /** The log of at least one job. */
  readonly logsRead: boolean
  /** A failure is known. */
  readonly diagnosed: boolean
  /** What its run changed. */
  readonly changesKnown: boolean
}

/** What it takes to ask a CI whether a page of a list changed. */
export interface Listing {
  readonly tag: string
  /** How many the whole list has. */
  readonly total: number
}

export type Recorded = 'new' | 'known'

/** A metric as Prometheus knows them. */
export interface MetricFamily {
  readonly name: string
  readonly kind: 'counter' | 'gauge' | 'histogram'
  readonly help: string
  readonly labels: readonly string[]
  /** Upper bounds of a histogram, ascending. */
  readonly buckets?: readonly number[]
}

/** Where metrics are counted. Labels are those of the family. */
export interface MetricSink {
  /** Adds to a counter. */
  count(family: MetricFamily, labels: Readonly<Record<string, string>>, by: number): void
  /** Adds a value to a histogram. */
  observe(family: MetricFamily, labels: Readonly<Record<string, string>>, value: number): void
  /** Sets a gauge, unless it is higher already. */
  raise(family: MetricFamily, labels: Readonly<Record<string, string>>, value: number): void
}

/** What was done, and what was not and why: added to, never changed. */
export interface Ledger {
  /**
   * Reads what the repository's ledger has had since, oldest first, and adds what is decided upon it: as the only writer, so that whoever
   * comes second sees the first. Rejects where the ledger cannot be written: then nothing may be done.
   */
  append(scope: LedgerScope, decide: (entries: readonly LedgerEntry[]) => readonly NewEntry[]): Promise<readonly LedgerEntry[]>
  /** Oldest first. */
  entries(scope: LedgerScope): Promise<readonly LedgerEntry[]>
  /** All lines of all repositories, in order. */
  all(): AsyncIterable<LedgerEntry>
}

export interface LedgerScope {
  /** All, where none is named. */
  readonly repository?: string
  /** Epoch milliseconds, inclusive. */
  readonly sinceMs: number
}

/** What was done to the world: surely done, surely not, or nobody knows (a call that timed out may have worked). */
export type Deed<T> =
  | { readonly value: T; readonly trouble?: never }
  | { readonly trouble: Trouble; readonly mayHaveHappened: boolean; readonly value?: never }

/** A CI whose runs can be acted on. Reading calls answer with trouble; nothing throws. */
export interface RunControl {
  /** The newest attempt of a run, as it stands now. */
  newestAttempt(repository: string, run: number): Promise<Answer<AttemptState>>
  /** Runs again what failed, all, or one job (by its id). */
  rerun(
    repository: string,
    run: number,
    what: 'failed' | 'all' | number,
    options: { readonly debug: boolean },
  ): Promise<Deed<null>>
  cancel(repository: string, run: number, options: { readonly force: boolean }): Promise<Deed<null>>
}

/** A CI whose runs say which file declares them. */
export interface WorkflowFiles {
  /** As it was at the run's commit. */
  workflowFile(repository: string, run: number): Promise<Answer<WorkflowFile>>
}

export interface WorkflowFile {
  /** In the repository. */
  readonly path: string
  readonly text: string
}

/** An attempt of a run, as it stands. */
export interface AttemptState {
  readonly attempt: number
  readonly status: 'queued' | 'in_progress' | 'completed'
  readonly conclusion: Conclusion | null
  /** Who started this attempt. */
  readonly triggeredBy: string | null
  readonly url: string | null
  readonly jobs: readonly Pick<Job, 'id' | 'name' | 'conclusion'>[]
}

/** An Open Policy Agent that is asked about facts; nothing throws. */
export interface PolicyEngine {
  /** Where it is, for a person. */
  readonly name: string
  /** What it says of an input, as it says it; undefined where no rule of its policy says anything. */
  ask(input: object): Promise<Answer<unknown>>
}

/** An engine whose containers can be acted on. Reading calls answer with trouble; nothing throws. */
export interface Containers {
  /** The engine's own name, such as the host's. */
  engine(): Promise<Answer<string>>
  /** Those that have all of these labels, whether they run or not. */
  list(labels: Readonly<Record<string, string>>): Promise<Answer<readonly Container[]>>
  /** By its name or id; null where there is none. */
  inspect(name: string): Promise<Answer<Container | null>>
  /** By a name, a digest or an id; null where it is not present. */
  image(name: string): Promise<Answer<Image | null>>
  /** Those of one repository (`web`, `registry.example/web`), the newest first. */
  images(repository: string): Promise<Answer<readonly Image[]>>
  /** Stops and starts this incarnation of a container, and gives it back its name where that was taken from it. */
  restart(id: string): Promise<Deed<null>>
  /** Puts one of the same name and configuration in the place of this incarnation, made from another image; the old one is back where that fails. */
  recreate(id: string, image: string): Promise<Deed<null>>
}

/** The commands that sherpa.yml names; no other can be run, and nothing is added to them. */
export interface Commands {
  /** Null where there is none of that name. */
  find(name: string): CommandConfig | null
  /** Whether it ended well or not, it ran where it ended by itself. */
  run(name: string, part: CommandPart): Promise<Deed<CommandResult>>
}

export type CommandPart = 'run' | 'verify' | 'undo'

export interface CommandResult {
  readonly exitCode: number
  /** The last lines that it printed, redacted. */
  readonly output: string
}

/** The commits of a repository. Throws a SherpaError where one is not known. */
export interface Commits {
  /** What a name stands for: a branch, a tag, a hash, `main~3`. */
  find(ref: string): Promise<CommitFacts>
  /** Those after the first up to the last and with it, oldest first; of merges, the first parents only. */
  between(good: string, bad: string): Promise<readonly CommitFacts[]>
}

/** Runs one command on commits, each time in a checkout and a home folder of its own, which are gone afterwards. */
export interface Trials {
  /** Throws a SherpaError where the commit cannot be checked out, or there is no such command. */
  run(commit: string): Promise<TrialEnd>
}

/** What stands between a commit and its deployment, as a CI's host knows it. Nothing throws. */
export interface CommitStanding {
  /** The newest of each name. */
  checks(commit: string): Promise<Answer<readonly Check[]>>
  /** With this label, newest first. */
  openIssues(label: string): Promise<Answer<readonly OpenIssue[]>>
}

/** `open`: not over, or cut off before it could tell. */
export interface Check {
  readonly name: string
  readonly state: 'passed' | 'failed' | 'open'
}

export interface OpenIssue {
  readonly number: number
  readonly title: string
  readonly url: string
}

/** A monitoring system that answers queries with the values of one moment, one a series; a value that is no number is NaN. Nothing throws. */
export interface Measurements {
  now(query: string): Promise<Answer<readonly number[]>>
}
/** Where a CI keeps caches between runs. */
export interface CacheControl {
  /** Those of exactly this key, on any branch. */
  caches(repository: string, key: string): Promise<Answer<readonly Cache[]>>
  remove(repository: string, id: number): Promise<Deed<null>>
}

export interface Cache {
  readonly id: number
  readonly key: string
  /** `refs/heads/main` */
  readonly ref: string
}

/** Where issues are kept. Texts are redacted on their way. */
export interface IssueControl {
  /** The open issue whose text begins with a marker, written by a program or a member of the project; the oldest of several. */
  find(repository: string, marker: string): Promise<Answer<Issue | null>>
  open(repository: string, draft: Pick<Issue, 'title' | 'body'>): Promise<Deed<Issue>>
  change(
    repository: string,
    number: number,
    change: { readonly body: string } | { readonly state: 'closed' },
  ): Promise<Deed<null>>
}

export interface Issue {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly url: string
}

/** Where is deployed to. */
export interface DeploymentControl {
  /** Of an environment, newest first; the last few dozen. */
  deployments(repository: string, environment: string): Promise<Answer<readonly Deployment[]>>
  /** Asks for a deployment: whoever deploys hears of it. */
  deploy(repository: string, wanted: Pick<Deployment, 'commit' | 'environment' | 'note'>): Promise<Deed<Deployment>>
}

export interface Deployment {
  readonly id: number
  readonly commit: string
  readonly environment: string
  readonly createdMs: number
  /** Its last state; null where nobody said anything yet. */
  readonly state: DeploymentState | null
  /** It was good once, whatever became of it since. */
  readonly succeeded: boolean
  /** What we said of it when we asked for it; empty for those of others. */
  readonly note: string
  readonly url: string | null
}

export type DeploymentState = 'error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success'

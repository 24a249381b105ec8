import type { CommandConfig, DebugLogging, DispatchConfig, QuarantineConfig } from '../config/config.ts'
import type { CaseFile } from '../model/case-file.ts'
import type { ContainerCase } from '../model/container.ts'
import type { Diagnosis } from '../model/diagnosis.ts'
import type { Effect, Target } from '../model/ledger.ts'
import type { Params, RemedyId, Risk } from '../model/plan.ts'
import type { PullRequestFacts } from '../model/run.ts'
import type { Decision } from '../policy/strictest.ts'
import type { Answer, Deed } from '../ports/answer.ts'
import type { CacheControl } from '../ports/caches.ts'
import type { Commands } from '../ports/commands.ts'
import type { Trunk } from '../ports/commits.ts'
import type { Containers } from '../ports/containers.ts'
import type { DeploymentControl } from '../ports/deployments.ts'
import type { DispatchControl } from '../ports/dispatches.ts'
import type { IssueControl } from '../ports/issues.ts'
import type { ListFiles } from '../ports/list-files.ts'
import type { PullRequestControl } from '../ports/pull-requests.ts'
import type { RunControl } from '../ports/runs.ts'
import type { Redactor } from '../redact/redact.ts'
import type { AskedRerun } from '../rerun/asked-rerun.ts'
import type { RedJob } from '../rerun/red-jobs.ts'
import type { RerunSafety } from '../rerun-safety/lint.ts'

/** All that a remedy looks at to say whether it would help. */
export interface Situation {
  /** Hides secrets in what is written for others to read; to be asked before anything is escaped, which tears secrets apart. */
  readonly hide?: Redactor
  readonly diagnosis: Diagnosis
  readonly file: CaseFile
  readonly redJobs: readonly RedJob[]
  /** Jobs that an earlier attempt left red and this one did not run again. */
  readonly leftRed: readonly string[]
  /** Of the run, where it has one that could be asked for. */
  readonly pullRequest?: PullRequestFacts
  /** Why it is more than one failure, as a sentence; absent where it is not. */
  readonly outage?: string
  /** Commands that sherpa.yml names. */
  readonly commands?: Readonly<Record<string, CommandConfig>>
  /** A re-run that a person asked for, beside which nothing else is. */
  readonly askedRerun?: AskedRerun
  /** Of re-runs, as sherpa.yml says. */
  readonly debugLogging?: DebugLogging
  /** Workflows that sherpa.yml names, by file. */
  readonly dispatch?: Readonly<Record<string, DispatchConfig>>
  /** From when on a job hangs, whatever it took before; as sherpa.yml says. */
  readonly hungMinutes?: number
  /** Where sherpa.yml keeps tests that nobody waits for. */
  readonly quarantine?: QuarantineConfig
  /** What the run's commit was built on; absent where it cannot be asked for. */
  readonly trunk?: Trunk
  /** Containers that somebody named beside the run. */
  readonly containers?: readonly ContainerCase[]
  /** What the workflow file says about running its jobs again; absent where it cannot be asked for. */
  readonly safety?: RerunSafety
  /** Epoch milliseconds. */
  readonly nowMs: number
  /** What the policy's windows of time are held against: the real clock where something is done, whatever `nowMs` says; the same, where left out. */
  readonly clockMs?: number
}

/** A use of a remedy that might help, and what the remedy itself thinks of it. */
export interface Proposal {
  readonly params: Params
  readonly judged: Decision
  /** What speaks for it, for a person. */
  readonly because: string
  readonly costMinutes: number
  /** Epoch milliseconds; not later than now where it can be done at once. */
  readonly notBeforeMs: number
  /** The job it would mend; null where it is about the whole run. */
  readonly job: string | null
  /** Where this use of the remedy differs from others. */
  readonly risk?: Risk
  readonly reversible?: boolean
}

/** What a parameter may be. */
export type ParamSpec =
  | { readonly kind: 'text'; readonly longest: number; readonly pattern?: RegExp; readonly optional?: true }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number; readonly optional?: true }
  | {
      readonly kind: 'texts'
      readonly longest: number
      readonly most: number
      readonly pattern?: RegExp
      readonly optional?: true
    }

/** A recipe: what can be done about a failure, and what doing it means. */
export interface Remedy {
  readonly id: RemedyId
  /** In words, for a person. */
  title(params: Params): string
  readonly params: Readonly<Record<string, ParamSpec>>
  readonly risk: Risk
  readonly reversible: boolean
  /** It works, and the run stays as red as it was: who asks whether the run is healed hears no. */
  readonly leavesRunRed?: boolean | ((params: Params) => boolean)
  /** Uses that might help here; none where it has nothing to offer. */
  propose(situation: Situation): readonly Proposal[]
  /** What it touches, by a name that is the same for whatever else touches it: `run:4711`, `container:web`. */
  thing(target: Omit<Target, 'thing'>, params: Params): string
  /** What the action changed, where it did: looked for before acting, and after a call of which nobody knows whether it worked. */
  find(subject: Subject, world: World): Promise<Answer<Effect | null>>
  act(subject: Subject, world: World): Promise<Deed<Effect>>
  /** Whether what was wrong is right now. `pending`: ask again. */
  verify(subject: Subject, effect: Effect, world: World): Promise<Answer<Verified>>
  /** How often to look whether it healed, and for how long; where a run's pace does not fit. */
  readonly pace?: { readonly everyMs: number; readonly forMs: number }
  /** Only of what is reversible. A sentence, where it is not simply as before. */
  undo?(subject: Subject, effect: Effect, world: World): Promise<Deed<string | null>>
}

/** One action, as those who carry it out see it. */
export interface Subject {
  /** The idempotency key. */
  readonly action: string
  readonly target: Target
  readonly params: Params
}

/** How an action ended, once that is known. */
export interface Verified {
  readonly state: 'healed' | 'not-healed' | 'pending'
  /** For a person. */
  readonly detail: string
}

/** What can be acted on here; a part that is not there is not connected. */
export interface World {
  readonly runs?: RunControl
  readonly containers?: Containers
  readonly commands?: Commands
  readonly caches?: CacheControl
  readonly issues?: IssueControl
  readonly deployments?: DeploymentControl
  readonly dispatches?: DispatchControl
  readonly pullRequests?: PullRequestControl
  readonly lists?: ListFiles
}

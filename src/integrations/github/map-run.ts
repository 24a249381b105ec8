import type { RestEndpointMethodTypes } from '@octokit/rest'
import { type Annotation, type Change, CONCLUSIONS, type Job, type Run, type Step } from '../../core/model/run.ts'

/** GitHub's objects in the project's words. What GitHub leaves out or says null to is left out. */

export type ApiRun = RestEndpointMethodTypes['actions']['getWorkflowRun']['response']['data']
export type ApiJob = RestEndpointMethodTypes['actions']['getJobForWorkflowRun']['response']['data']
export type ApiAnnotation = RestEndpointMethodTypes['checks']['listAnnotations']['response']['data'][number]
export type ApiFile = NonNullable<RestEndpointMethodTypes['repos']['getCommit']['response']['data']['files']>[number]

/** The pull request that a run tested. */
export interface PullRequest {
  readonly number: number
  readonly base: string
  readonly baseSha: string
}

export function toRun(run: ApiRun, pullRequest: PullRequest | null): Run {
  const status = toStatus(run.status)
  return definedOnly({
    repository: run.repository.full_name,
    workflow: run.name ?? undefined,
    run: run.id,
    attempt: run.run_attempt,
    url: run.html_url,
    event: run.event,
    branch: run.head_branch ?? undefined,
    base: pullRequest?.base,
    pullRequest: pullRequest?.number,
    fork: isForeign(run),
    commit: run.head_sha,
    actor: run.actor?.login,
    triggeredBy: run.triggering_actor?.login,
    startedAt: run.run_started_at ?? run.created_at,
    completedAt: status === 'completed' ? run.updated_at : undefined,
    status,
    conclusion: toConclusion(run.conclusion),
  })
}

/** Where the repository that the code came from is gone, it was not this one. */
const isForeign = ({ head_repository: head, repository }: ApiRun) => head?.full_name !== repository.full_name

export function toJob(job: ApiJob): Job & { readonly id: number } {
  const startedAt = job.status === 'completed' || job.status === 'in_progress' ? job.started_at : undefined
  return definedOnly({
    id: job.id,
    name: job.name,
    conclusion: toConclusion(job.conclusion),
    startedAt,
    completedAt: job.completed_at ?? undefined,
    queuedMs: span(job.created_at, startedAt),
    runner: toRunner(job.labels),
    steps: job.steps?.map(toStep),
  })
}

export function toAnnotation(annotation: ApiAnnotation): Annotation {
  const { path, start_line: line } = annotation
  return definedOnly({
    level: toLevel(annotation.annotation_level),
    message: annotation.message ?? '',
    title: annotation.title || undefined,
    file: path === '' || path === '.github' ? undefined : path,
    line: path === '' || path === '.github' ? undefined : line,
  })
}

export const toChange = ({ filename, patch }: ApiFile): Change => definedOnly({ file: filename, patch })

function toStep(step: NonNullable<ApiJob['steps']>[number]): Step {
  return definedOnly({
    name: step.name,
    conclusion: toConclusion(step.conclusion),
    durationMs: span(step.started_at, step.completed_at),
  })
}

const toConclusion = (text: string | null | undefined) => CONCLUSIONS.find(known => known === text)

function toStatus(text: string | null): NonNullable<Run['status']> {
  if (text === 'completed' || text === 'in_progress') return text
  return 'queued'
}

const toLevel = (text: string | null): Annotation['level'] => (text === 'failure' || text === 'notice' ? text : 'warning')

const SYSTEMS = { ubuntu: 'linux', windows: 'windows', macos: 'macos' } as const

/** Labels of GitHub's own runners name an image; `…-latest` does not say which. */
function toRunner(labels: readonly string[]): Job['runner'] {
  for (const label of labels) {
    const found = /^(?<system>ubuntu|windows|macos)-(?<version>[\w.]+)/.exec(label)?.groups
    const os = found && SYSTEMS[found['system'] as keyof typeof SYSTEMS]
    if (os) return definedOnly({ os, image: found['version'] === 'latest' ? undefined : label })
  }
  return undefined
}

/** Milliseconds from one time to another; undefined where one is missing or they stand in the wrong order. */
function span(from: string | null | undefined, to: string | null | undefined): number | undefined {
  if (!from || !to) return undefined
  const length = Date.parse(to) - Date.parse(from)
  return length >= 0 ? length : undefined
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

function definedOnly<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>
}

import type { Config } from '../../core/config/config.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import type { TrialContainer } from '../../integrations/docker/trial-containers.ts'
import { size } from '../option-values.ts'

/** Where commits are tried. */
export type Way =
  | { readonly kind: 'worktree' }
  | { readonly kind: 'container'; readonly container: TrialContainer }
  | { readonly kind: 'workflow'; readonly workflow: string; readonly inputs: Readonly<Record<string, string>> }

/** What says where. */
export interface WayOptions {
  /** The command and its arguments; none where a workflow is named. */
  readonly command: readonly string[]
  /** False: in no container, whatever sherpa.yml says. */
  readonly image?: string | false
  readonly network?: string
  readonly memory?: number
  readonly cpus?: number
  readonly workflow?: string
  readonly input: Readonly<Record<string, string>>
  readonly repo?: string
}

/** Throws a SherpaError where the options want two things at once, or nothing. */
export function wayOf(options: WayOptions, { canary, dispatch }: Pick<Config, 'canary' | 'dispatch'>): Way {
  const { command, workflow, input } = options
  const image = options.image === false ? undefined : (options.image ?? canary.image)
  const ofContainers = named(options, ['image', 'network', 'memory', 'cpus'])
  if (workflow !== undefined) {
    if (command.length > 0) throw wrong('--workflow and a command cannot be tried at once', 'leave out one of them')
    if (ofContainers)
      throw wrong(`--workflow runs on machines of the CI, so ${ofContainers} means nothing`, 'leave out one of them')
    return { kind: 'workflow', workflow, inputs: { ...dispatch[workflow]?.inputs, ...input } }
  }
  if (command.length === 0) throw wrong('nothing says what to try', 'give a command after --, or a workflow with --workflow')
  if (Object.keys(input).length > 0 || options.repo !== undefined)
    throw wrong('--input and --repo are about a workflow, and none is named', 'name it with --workflow, or leave them out')
  if (image === undefined) {
    if (options.image !== false && ofContainers)
      throw wrong(`${ofContainers} is about containers, and no image is named`, 'name it with --image')
    return { kind: 'worktree' }
  }
  const { network = canary.network ?? 'none', memory = canary.memory === undefined ? null : size(canary.memory) } = options
  return { kind: 'container', container: { image, network, memory, cpus: options.cpus ?? canary.cpus ?? null } }
}

const named = (options: WayOptions, names: readonly (keyof WayOptions)[]) => {
  const name = names.find(one => options[one] !== undefined)
  return name && `--${name}`
}

const wrong = (message: string, hint: string) => new SherpaError({ code: 'bad-option', kind: 'usage', message, hint })

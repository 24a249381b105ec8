import type { GateConfig, SloConfig } from '../../core/config/config.ts'
import { SherpaError } from '../../core/model/trouble.ts'
import type { GateOptions } from './options.ts'

/** The conditions that are asked for: those of sherpa.yml, and those of the options beside or instead of them. */
export interface Wanted {
  readonly ci: NonNullable<GateConfig['ci']> | null
  readonly prometheus: string | null
  readonly slo: readonly SloConfig[]
  readonly incidents: string | null
  readonly canary: string | null
}

/** Throws a SherpaError where options do not fit together, or nothing is asked for. */
export function wantedOf(options: GateOptions, config: GateConfig): Wanted {
  const { ci, ignoreCheck, query, atMost, atLeast } = options
  if ((query === undefined) !== (atMost === undefined && atLeast === undefined))
    throw usage('--query goes with --at-most or --at-least', 'say what the query has to give')
  const from = ci ?? config.ci?.from
  const wanted: Wanted = {
    ci: from ? { from, required: config.ci?.required ?? [], ignore: [...(config.ci?.ignore ?? []), ...ignoreCheck] } : null,
    prometheus: options.prometheus ?? config.prometheus ?? null,
    slo: [...config.slo, ...(query === undefined ? [] : [{ name: query, query, atMost, atLeast }])],
    incidents: options.incidents ?? config.incidents ?? null,
    canary: options.canary ?? null,
  }
  if (wanted.slo.length > 0 && wanted.prometheus === null)
    throw usage('nobody says which Prometheus to ask', 'give --prometheus, or gate.prometheus in sherpa.yml')
  if (!wanted.ci && wanted.slo.length === 0 && wanted.incidents === null && wanted.canary === null)
    throw usage('there is no condition to look at', 'give --ci, --query, --incidents or --canary, or gate: in sherpa.yml')
  return wanted
}

const usage = (message: string, hint: string) => new SherpaError({ code: 'bad-option', kind: 'usage', message, hint })

import { createRedactor, type Redactor } from '../core/redact/redact.ts'
import type { Configuration } from './configuration.ts'
import type { Variables } from './environment.ts'
import { tokenValues } from './token-values.ts'

/** Hides what everybody calls secret, and what this user does. */
export const redactorOf = ({ secrets }: Configuration, variables: Variables): Redactor =>
  createRedactor({
    values: [...secrets.values, ...tokenValues(variables)],
    find: text => secrets.patterns.flatMap(pattern => pattern.spans(text).map(span => ({ ...span, kind: 'secret' as const }))),
  })

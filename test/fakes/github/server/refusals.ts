/** The refusals a fault can ask for, worded as GitHub (or its blob storage) words them. */
import type { FaultRule, RefusalName } from '../fault-rule.ts'
import { type Answer, failed, notFound } from './answer.ts'
import { acceptedPermission } from './permissions.ts'
import type { RateLimit } from './rate-limit.ts'

export interface RefusalContext {
  rule: FaultRule
  method: string
  path: string
  rateLimit: RateLimit
}

export const REFUSALS = {
  'missing-permission': context => forbidden(context, 'Resource not accessible by integration'),
  'missing-permission-pat': context => forbidden(context, 'Resource not accessible by personal access token'),
  'missing-admin-rights': () =>
    failed(403, 'Must have admin rights to Repository.', { 'x-oauth-scopes': '', 'x-accepted-oauth-scopes': 'repo' }),
  'rate-limit-primary': ({ rateLimit, rule }) => rateLimit.refusal(rule.resetInSeconds),
  'rate-limit-secondary': context => secondary(403, context),
  'rate-limit-secondary-429': context => secondary(429, context),
  saml: ({ path }) =>
    failed(
      403,
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
      { 'x-github-sso': `required; url=https://github.com/orgs/${path.split('/')[2] ?? 'acme'}/sso?authorization_request=A1B2` },
    ),
  'run-in-progress': () => failed(403, 'This workflow is already running'),
  'run-cannot-be-retried': () => failed(403, 'This workflow run cannot be retried'),
  'run-too-old': () => failed(403, 'Unable to retry this workflow run because it was created over a month ago'),
  conflict: () => failed(409, 'Conflict'),
  unprocessable: () => failed(422, 'Validation Failed'),
  'not-found': () => notFound(),
  'logs-gone': () => logsGone(),
  'bad-credentials': () => failed(401, 'Bad credentials'),
  'server-error': () => failed(500, 'Server Error'),
  'bad-gateway': () => ({
    status: 502,
    raw: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>502 Bad Gateway</body>\r\n</html>\r\n',
    headers: { 'content-type': 'text/html' },
  }),
  'service-unavailable': () => failed(503, 'Service unavailable', { 'retry-after': '1' }),
  'expired-link': () => ({
    status: 403,
    raw: '\uFEFF<?xml version="1.0" encoding="utf-8"?><Error><Code>AuthenticationFailed</Code></Error>',
    headers: { 'content-type': 'application/xml' },
  }),
} satisfies Record<RefusalName, (context: RefusalContext) => Answer>

/** The answer a declared refusal stands for. */
export function refuse(context: RefusalContext): Answer {
  const make: (context: RefusalContext) => Answer = REFUSALS[context.rule.fault as RefusalName]
  return make(context)
}

/** GitHub's answer for logs past their retention time really says "Server Error". */
export function logsGone(): Answer {
  return failed(410, 'Server Error')
}

function forbidden({ method, path }: RefusalContext, message: string): Answer {
  return failed(403, message, { 'x-accepted-github-permissions': acceptedPermission(method, path) })
}

function secondary(status: number, { rule }: RefusalContext): Answer {
  return failed(status, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.', {
    'retry-after': String(rule.retryAfterSeconds ?? 60),
  })
}

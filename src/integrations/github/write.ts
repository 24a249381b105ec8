import type { Deed } from '../../core/ports/answer.ts'
import { describe } from './request-failure.ts'
import type { Session } from './session.ts'
import type { Subject } from './trouble.ts'
import { explainWrite, mayHaveHappened } from './write-trouble.ts'

export interface Writing {
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the repository: `actions/runs/1/rerun`. */
  readonly path: string
  readonly subject: Subject
}

/** Sends one writing request, once. Never throws. */
export async function write<T>(session: Session, writing: Writing, request: () => Promise<T>): Promise<Deed<T>> {
  const { owner, repo, host, authenticated } = session
  const { method, path, subject } = writing
  try {
    return { value: await request() }
  } catch (error) {
    const failed = describe(error, { request: `${method} /repos/${owner}/${repo}/${path}`, subject, host, authenticated })
    return { trouble: explainWrite(failed), mayHaveHappened: mayHaveHappened(failed) }
  }
}

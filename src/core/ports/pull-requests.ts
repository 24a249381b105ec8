import type { PullRequestFacts } from '../model/run.ts'
import type { Answer } from './answer.ts'

/** The pull requests of a repository. Nothing throws. */
export interface PullRequests {
  pullRequest(number: number): Promise<Answer<PullRequestFacts>>
}

import type { Answer, Deed } from './answer.ts'

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

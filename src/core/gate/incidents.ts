import type { Answer } from '../ports/answer.ts'
import type { OpenIssue } from '../ports/commits.ts'
import { type Condition, judged } from './condition.ts'

/** Whether an incident is open: an issue with a label. */
export const judgeIncidents = (answer: Answer<readonly OpenIssue[]>, label: string): Condition =>
  judged({ kind: 'incidents', name: `incidents (${label})`, threshold: 0 }, answer, issues => {
    const [first] = issues
    const words = first ? `${issues.length} open, has to be 0; the newest is #${first.number} ${first.title}` : 'none is open'
    return { verdict: first ? 'failure' : 'success', observed: issues.length, text: `Incidents (${label}): ${words}.` }
  })

import type { CaseFile } from '../model/case-file.ts'
import type { Diagnosis, Failure } from '../model/diagnosis.ts'

type Answer = Pick<Diagnosis, 'headline' | 'category' | 'confidence' | 'transient' | 'explanation' | 'nextSteps'>

/** One category for the whole case, how sure, and whether a re-run would help. */
export function classify(file: CaseFile, failures: readonly Failure[]): Answer {
  const root = failures[0]
  if (!root) return { headline: `no failure found in ${file.source.name}`, category: 'unknown', confidence: 0.5, transient: 0.2, explanation: '', nextSteps: [] }
  return { headline: root.title, category: root.category, confidence: root.confidence, transient: 0.2, explanation: '', nextSteps: [] }
}

import type { LogReading } from '../../core/record/read-logs.ts'
import { connectSecretFinder } from '../../integrations/connect.ts'
import type { History } from '../store/open.ts'

/** What it takes to read logs for the history. */
export async function logReading({ configuration, redact }: Pick<History, 'configuration' | 'redact'>): Promise<LogReading> {
  const [{ createKnowledge }, { frameworks }, finder] = await Promise.all([
    import('../../core/log/read.ts'),
    import('../../core/tests/index.ts'),
    connectSecretFinder(),
  ])
  return { knowledge: createKnowledge({ rules: configuration.rules, frameworks }), redact, finder }
}

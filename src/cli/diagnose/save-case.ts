import { writeFileSync } from 'node:fs'
import type { CaseFile } from '../../core/model/case-file.ts'
import { SherpaError } from '../../core/model/trouble.ts'

/** Writes a case file, already redacted; readable by its owner only. */
export function saveCase(path: string, file: CaseFile): void {
  try {
    writeFileSync(path, `${JSON.stringify(file)}\n`, { mode: 0o600 })
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
    throw new SherpaError(
      { code: 'case-not-saved', kind: 'world', message: `the case could not be written to ${path}: ${reason}` },
      { cause },
    )
  }
}

/** Finds secrets beyond those whose forms core knows. */
export interface SecretFinder {
  /** False only where `find` would find nothing; cheap, and loads nothing. */
  mayFind(text: string): boolean
  /** Where the secrets stand: UTF-16 offsets, `end` exclusive. Rejects where the finder cannot work. */
  find(text: string): Promise<readonly { readonly start: number; readonly end: number }[]>
}

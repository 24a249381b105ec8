const PATIENCE_MS = 5000

/** Asks the gh client for its token for a host; null where gh is absent, slow or logged out. */
export async function ghToken(host: string): Promise<string | null> {
  const { execa } = await import('execa')
  const { failed, stdout } = await execa('gh', ['auth', 'token', '--hostname', host], { timeout: PATIENCE_MS, reject: false, stdin: 'ignore' })
  return failed || stdout === '' ? null : stdout
}

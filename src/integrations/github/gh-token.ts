const PATIENCE_MS = 5000

/** Asks the gh client for the token it keeps for a host; null where gh is absent, slow or logged out. */
export async function ghToken(host: string, command = 'gh'): Promise<string | null> {
  const { execa } = await import('execa')
  const { failed, stdout } = await execa(command, ['auth', 'token', '--hostname', host], {
    timeout: PATIENCE_MS,
    reject: false,
    stdin: 'ignore',
  })
  return failed || stdout === '' ? null : stdout
}

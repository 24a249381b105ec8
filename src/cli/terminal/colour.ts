/**
 * Whether to colour. FORCE_COLOR (https://force-color.org) wins, then NO_COLOR (https://no-color.org), then whether a capable
 * terminal is there.
 */
export function wantsColour(variables: Readonly<Record<string, string | undefined>>, isTTY: () => boolean): boolean {
  const force = variables['FORCE_COLOR']
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false'
  if (variables['NO_COLOR']) return false
  return variables['TERM'] !== 'dumb' && isTTY()
}

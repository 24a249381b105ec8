/** The oldest Node that sherpa runs on; package.json says the same in `engines`. */
export const OLDEST_NODE = '22.13'

/** Why sherpa cannot run on this version of Node, or an empty string. Plain syntax: it runs on old Nodes. */
export function explainOldNode(version: string): string {
  const have = version.split('.').map(Number)
  const need = OLDEST_NODE.split('.').map(Number)
  const isOlder = Number(have[0]) < Number(need[0]) || (have[0] === need[0] && Number(have[1]) < Number(need[1]))
  if (!isOlder) return ''
  return `✖ sherpa needs Node ${OLDEST_NODE} or newer, and this is Node ${version} [node-too-old]\nhint: install Node 24, or call sherpa with a newer one`
}

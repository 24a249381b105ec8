import type { Ecosystem } from '../ecosystem.ts'

/**
 * `uses:` of workflows and composite actions (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax). Where
 * a commit is pinned and a comment beside it tells the version, the version counts.
 */
export const ecosystem: Ecosystem = {
  id: 'github-actions',
  reads: path => /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/.test(path),
  entries: side =>
    side.flat().flatMap(({ n, text }) => {
      const [, name, ref, comment] = USES.exec(text) ?? []
      return name && ref ? [{ name, version: comment ?? ref, line: n, direct: true }] : []
    }),
}

const USES =
  /^\s*(?:-\s+)?uses:\s*["']?([\w.-]{1,100}\/[\w./-]{1,200})@([^\s"'#]{1,200})["']?(?:\s+#\s*(?:tag=|ratchet:\S*@)?(v?\d[\w.-]{0,60}))?/

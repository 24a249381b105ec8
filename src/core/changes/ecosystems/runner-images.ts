import type { Ecosystem } from '../ecosystem.ts'

/** The machine that a workflow asks for: `runs-on`, and matrix values that end there. `ubuntu-24.04` is `ubuntu` at `24.04`. */
export const ecosystem: Ecosystem = {
  id: 'runner',
  reads: path => /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(path),
  entries: side =>
    side
      .flat()
      .flatMap(({ n, text }) =>
        ASKED.test(text)
          ? Array.from(text.matchAll(LABEL), ([, name = '', version = '']) => ({ name, version, line: n, direct: true }))
          : [],
      ),
}

const ASKED = /^\s*(?:-\s+)?(?:runs-on|os|runner|image|platform|vmImage)\s*:|^\s*-\s+["']?(?:ubuntu|windows|macos)-/
const LABEL = /\b(ubuntu|windows|macos)-([\w.-]{1,30})/g

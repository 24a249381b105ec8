import { inertHtml, inertLine, withoutCommands } from './inert.ts'

/** Text of a stranger, on one line, for a page or a quoted attribute. */
export const text = (value: string): string => inertHtml(inertLine(value))

export interface Page {
  /** Anybody's words. */
  readonly title: string
  readonly style: string
  /** Markup, part by part; empty parts are left out. */
  readonly body: readonly string[]
}

/** One self-contained page in both colour schemes, which may run nothing and ask for nothing. */
export const htmlPage = ({ title, style, body }: Page): string =>
  withoutCommands(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${text(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body.filter(Boolean).join('\n')}
</main>
</body>
</html>
`)

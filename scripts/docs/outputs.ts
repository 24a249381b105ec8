const SHOWN = /(<!-- output of: sherpa (?<args>[^\n]*) -->\n```text\n)[\s\S]*?(```\n<!-- end of output -->)/g

/** A document with what its commands print, between the marks that name them. */
export function withOutputs(document: string, output: (args: readonly string[]) => string): string {
  return document.replace(
    SHOWN,
    (_, before: string, args: string, after: string) => `${before}${output(args.split(' ')).trim()}\n${after}`,
  )
}

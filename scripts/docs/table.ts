/** A text as one cell of a Markdown table, with nothing in it that Markdown or HTML would act on but code spans. */
export function escapeCell(text: string): string {
  const parts = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .split(/(`[^`]*`)/)
  return parts
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll('<', '&lt;').replaceAll('*', '\\*').replaceAll('_', '\\_')))
    .join('')
}

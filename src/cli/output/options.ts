/** How to tell a diagnosis. */
export interface PrintOptions {
  readonly json: boolean
  readonly format?: Format
  readonly highlights?: number
}

export const FORMATS = ['text', 'json', 'markdown', 'html', 'sarif'] as const
export type Format = (typeof FORMATS)[number]

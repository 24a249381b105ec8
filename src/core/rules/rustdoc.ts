import type { Rule } from '../model/rule.ts'

/** rustdoc. */
export const rules: readonly Rule[] = [
  {
    id: 'rustdoc/link',
    category: 'compile',
    title: 'rustdoc: {message}',
    needles: ['error: unresolved link to', 'rustdoc::broken', 'error: public documentation for'],
    pattern:
      /^(?:##\[error\])?\s*error: (?<message>unresolved link to [^\n]{1,150}|public documentation for [^\n]{1,150}|this URL is not a hyperlink|unclosed HTML tag [^\n]{1,60})/,
    extent: { while: /^\s*(?:\d+ *)?[|=]|^\s*-->/ },
    transient: 0.01,
    explanation: 'A doc comment links to an item that does not exist, and warnings of rustdoc are denied.',
    remedies: ['Correct the link in the doc comment.'],
    examples: {
      match: [{ text: 'error: unresolved link to `Cart::total`' }],
      miss: ['warning: unresolved link to `Cart::total`'],
    },
  },
]

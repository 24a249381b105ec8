import type { Rule } from '../model/rule.ts'

/** Protocol Buffers: protoc and buf. */
export const rules: readonly Rule[] = [
  {
    id: 'protobuf/error',
    category: 'compile',
    title: 'protoc: {message}',
    needles: ['.proto:', 'protoc-gen-', 'protoc: '],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,200}\.proto):(?:(?<line>\d+):\d+:)? ?(?<message>(?:File not found|"[^"\n]{1,120}" (?:is not defined|is already defined|seems to be defined)|Import "[^"\n]{1,150}" was not found|Expected |Missing |Field |Interpreting |Required )[^\n]{0,200})|(?<plugin>protoc-gen-[\w-]{1,60}): program not found or is not executable/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'A .proto file is wrong, an import is not on the proto path, or a plug-in of protoc is not installed.',
    remedies: ['Correct the file, add the `-I` path, or install the plug-in on the PATH.'],
    examples: {
      match: [
        { text: 'cart.proto:12:3: "Item" is not defined.', captures: { file: 'cart.proto', line: '12' } },
        { text: 'protoc-gen-go: program not found or is not executable', captures: { plugin: 'protoc-gen-go' } },
      ],
      miss: ['protoc cart.proto --go_out=.'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** LuaRocks. */
export const rules: readonly Rule[] = [
  {
    id: 'luarocks/failed',
    category: 'dependency',
    title: 'LuaRocks: {message}',
    needles: ['No results matching query were found', 'Could not satisfy dependency', 'Error: Build error', 'No such hash:'],
    pattern:
      /Error: (?<message>No results matching query were found[^\n]{0,100}|Could not satisfy dependency[^\n]{0,150}|Build error: [^\n]{1,150}|Could not find library file[^\n]{0,100})/,
    extent: { after: 2 },
    transient: 0.08,
    explanation: 'The rock does not exist for this Lua version, or did not build.',
    remedies: ['Check name, version and Lua version; install the C library it misses.'],
    examples: {
      match: [{ text: 'Error: No results matching query were found for Lua 5.4.' }],
      miss: ['acme 1.0-1 is now installed'],
    },
  },
]

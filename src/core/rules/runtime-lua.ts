import type { Rule } from '../model/rule.ts'

/** Errors of Lua programs. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-lua/module',
    category: 'dependency',
    title: "The Lua module '{package}' is missing",
    needles: ["module '"],
    pattern: /module '(?<package>[\w./-]{1,100})' not found:/,
    extent: { while: /^\s+no (?:field|file|module)/ },
    transient: 0.03,
    explanation: '`require` found the module on none of its paths.',
    remedies: ['Install it with luarocks for this version of Lua, or set LUA_PATH.'],
    examples: {
      match: [{ text: "lua: cart.lua:1: module 'acme.cart' not found:", captures: { package: 'acme.cart' } }],
      miss: ["module 'acme.cart' loaded"],
    },
  },
  {
    id: 'runtime-lua/error',
    category: 'crash',
    title: 'A Lua script stopped: {message}',
    needles: ['lua: ', 'luajit: ', 'luvit: ', 'fail: ', 'uncaught exception: ', '/lua'],
    pattern:
      /^(?:lua[\d.]*|luajit|luvit|fail|\S{1,60}\/lua[\w.]{0,10}|Uncaught exception): (?:\[string "(?<chunk>[^"\n]{1,150})"\]|(?<file>[\w./@+-]{1,200})):(?<line>\d{1,6}): (?!module ')(?<message>[^\n]{3,200})/,
    extent: { while: /^stack traceback|^\s+\S/ },
    transient: 0.08,
    explanation: 'An error that nobody caught ended a Lua program.',
    remedies: ['Go to the named file and line.'],
    examples: {
      match: [
        { text: "lua: cart.lua:3: attempt to index a nil value (global 'cart')", captures: { file: 'cart.lua', line: '3' } },
      ],
      miss: ['lua: version 5.4'],
    },
  },
]

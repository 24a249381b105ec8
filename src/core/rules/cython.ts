import type { Rule } from '../model/rule.ts'

/** Cython. */
export const rules: readonly Rule[] = [
  {
    id: 'cython/error',
    category: 'compile',
    title: 'Cython could not translate a file',
    needles: ['Error compiling Cython file', 'Cython.Compiler.Errors.CompileError'],
    pattern: /Error compiling Cython file:|Cython\.Compiler\.Errors\.CompileError: (?<file>\S{1,200})/,
    extent: { while: /^\S|^\s*$|^\s+\S/ },
    transient: 0.01,
    explanation: 'A .pyx file does not compile with this version of Cython; Cython 3 rejects some code that 0.29 took.',
    remedies: ['Correct the place shown below, or pin the version (`Cython<3`) in build-system.requires.'],
    examples: { match: [{ text: 'Error compiling Cython file:' }], miss: ['Compiling cart.pyx because it changed.'] },
  },
]

import type { TestFramework } from '../model/test-report.ts'
import { mochaEpilogue } from './lines/mocha-epilogue.ts'
import { toolLines } from './lines/tool-lines.ts'

/** Mocha's reporters that end in the common epilogue (spec, dot, min, list …): https://mochajs.org/#reporters, lib/reporters/base.js */
export const framework: TestFramework = {
  id: 'mocha',
  needles: [' passing', ' failing'],
  parse(lines) {
    let cypress = false
    const own = toolLines(lines).filter(({ text }) => {
      if (/^ *\(Run Starting\)$/.test(text)) cypress = true
      if (/^ *\(Run Finished\)$/.test(text)) cypress = false
      return !cypress
    })
    return mochaEpilogue('mocha', own)
  },
}

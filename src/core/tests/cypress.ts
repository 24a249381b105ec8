import type { TestFramework } from '../model/test-report.ts'
import { mochaEpilogue } from './lines/mocha-epilogue.ts'
import { toolLines } from './lines/tool-lines.ts'

/** `cypress run`: https://docs.cypress.io/app/references/command-line. Each spec file ends in Mocha's epilogue. */
export const framework: TestFramework = {
  id: 'cypress',
  needles: ['(Run Starting)', 'Cypress:  '],
  parse(lines) {
    let running = false
    const own = toolLines(lines).filter(({ text }) => {
      if (/^ *\(Run Starting\)$/.test(text)) running = true
      if (/^ *\(Run Finished\)$/.test(text)) running = false
      // The box of results and what follows is no part of a failure.
      return running && !/^ *(?:[│├└┌]|\((?:Results|Screenshots|Video|Uploading.*)\)$|Running: )/.test(text)
    })
    return mochaEpilogue('cypress', own)
  },
}

#!/usr/bin/env node
/**
 * The executable. On a Node that is too old it says so; everything else is loaded after that check, so this file uses no syntax
 * and no module that an old Node does not know.
 */
import { explainOldNode } from './node-version.ts'

/** Where nobody listens, Node opens its debugger at this signal, to whoever can reach it. What comes before this line is Node's own. */
process.on('SIGUSR1', function ignore() {})

const tooOld = explainOldNode(process.versions.node)
if (tooOld) {
  console.error(tooOld)
  process.exitCode = 2
} else {
  import('./start.ts').then(module => module.start())
}

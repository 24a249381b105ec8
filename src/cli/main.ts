#!/usr/bin/env node
/**
 * The executable. On a Node that is too old it says so; everything else is loaded after that check, so this file uses no syntax
 * and no module that an old Node does not know.
 */
import { explainOldNode } from './node-version.ts'

const tooOld = explainOldNode(process.versions.node)
if (tooOld) {
  console.error(tooOld)
  process.exitCode = 2
} else {
  import('./start.ts').then(module => module.start())
}

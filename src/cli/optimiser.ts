import { setFlagsFromString } from 'node:v8'

/**
 * Switches off TurboFan, the last of V8's compilers, for the rest of this process. It makes code fast that runs for many seconds. A diagnosis
 * runs for a tenth of one, and a huge log is scanned in WebAssembly, which this leaves alone: what TurboFan compiles is hardly run any more, and
 * its work was a fifth of the time of a small log and nowhere gained any.
 */
export function doWithoutOptimiser(): void {
  // Under `--jitless`, which takes WebAssembly away too, V8's compilers must be left as they are.
  if ('WebAssembly' in globalThis) setFlagsFromString('--no-turbofan')
}

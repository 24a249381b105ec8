import { setFlagsFromString } from 'node:v8'

/**
 * Sets V8's compilers, for the rest of this process, to what a diagnosis is: a tenth of a second of many small things. TurboFan, the last of
 * them, makes code fast that runs for many seconds; a huge log is scanned in WebAssembly, which this leaves alone, so that what TurboFan compiles
 * is hardly run any more, and its work was a fifth of the time of a small log and nowhere gained any. Regular expressions are interpreted once
 * each: their bytecode need not be good. That they are must not be changed any more: V8 dies where one that it began to interpret is used again.
 */
export function tuneCompilers(): void {
  // Under `--jitless`, which takes WebAssembly away too, V8's compilers must be left as they are.
  if ('WebAssembly' in globalThis) setFlagsFromString('--no-turbofan --no-regexp-peephole-optimization')
}

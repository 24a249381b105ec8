/** What may stand in parameters that name things of a repository: each pattern describes the whole text. */

/** A path in a repository: no way out of it, and none into git's own folder. */
export const PATH = /^(?!\/)(?!(?:.*\/)?(?:\.{0,2}|\.git)(?:\/|$))[^\\\p{Cc}\p{Cf}]+$/iu

/** A branch, as git names them. https://git-scm.com/docs/git-check-ref-format */
export const BRANCH = /^(?!.*(?:\.\.|\/\/|@\{|\.lock$|[./]$))\w[\w./+#@-]*$/

export const COMMIT = /^[0-9a-f]{40,64}$/

/** A package, image, module or reusable step, as manifests of all kinds write it. */
export const DEPENDENCY = /^@?\w[\w./:@-]*$/

/** A version or a range of versions. */
export const VERSION = /^[\w.^~<>=!*+,| -]+$/

/** The name of a test, one a line: no line of a list that means something else, and no option of a program. */
export const TEST_NAME = /^(?![\s#-])[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+(?<!\s)$/u

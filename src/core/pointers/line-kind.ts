import type { LogLine } from '../model/log.ts'
import type { Pointer } from '../model/pointer.ts'

/**
 * What kind of trouble a line tells of; undefined for lines that tell of none. Wording of compilers, linkers, loaders and package
 * managers when an API is gone, and of what merely failed.
 */
export function lineKind({ mark, echo }: LogLine, text: string): Pointer['where'] | undefined {
  if (echo || NOISE.test(text)) return undefined
  if (FRAME.test(text)) return 'frame'
  if (CONSEQUENCE.test(text) || (WARNING.test(text) && !VERDICT.test(text))) return 'aside'
  if (BROKEN.test(text)) return 'broken'
  if (mark === 'error' || ERROR.test(text)) return 'error'
  return ASIDE.test(text) ? 'aside' : undefined
}

/** Transfers, and application logs below a warning. */
const NOISE =
  /^(?:\[INFO\] )?(?:Download(?:ing|ed)(?: from \S+?)?:? |Progress|Fetching |GET )|\b(?:DEBUG|TRACE)\b|^(?:\[INFO\] )?\[?(?:INFO|info)\b.{0,40}(?:Running|Building|Compiling)|^\[WARNING\] +\* /

/** Java, Node, Python, Ruby, PHP, .NET and Go name their stack frames so. */
const FRAME =
  /^\s*(?:\[\w+\]\s+|! |#\d+ )?(?:at (?:async |new )?[\w.$<>/@[\] -]+\(|at (?:file:|\/|[A-Z]:\\)|File "[^"]+", line \d|from \S+:\d+:in |#\d+ \S+\(\d+\): |goroutine \d)/

/** What fails only because something failed before. */
const CONSEQUENCE = /Could not initialize class|previous(?:ly)? (?:error|failed|failure)/
const WARNING = /^\s*(?:\[WARN(?:ING)?\]|warning\b|npm warn|WARN(?:ING)?\b)/i
/** What a warning is only by its mark. */
const VERDICT = /\berror for\b|Rule \d+: |Require upper bound|[Dd]ependency convergence|peer dep/

/** Something is missing, or is not what it was. */
const BROKEN = new RegExp(
  [
    '(?:NoClassDefFound|NoSuchMethod|NoSuchField|AbstractMethod|IncompatibleClassChange|IllegalAccess|UnsupportedClassVersion|Verify|Linkage|BootstrapMethod|ExceptionInInitializer)Error',
    '(?:ClassNotFound|NoSuchMethod|NoProviderFound|ServiceConfiguration|TypeNotPresent)(?:Exception|Error)',
    'class file for .{1,200} not found',
    'cannot (?:access|be applied|be converted|inherit|find symbol|resolve symbol)',
    'bad class file',
    'wrong version \\d+',
    'package \\S+ does not exist',
    'symbol: +(?:class|method|variable)',
    'location: +(?:class|package|variable|interface)',
    'is not abstract and does not override',
    'incompatible types',
    'has been (?:deprecated|removed)',
    'has private access',
    'unreported exception',
    '[Uu]nresolved (?:import|reference)',
    '(?:has|have) no (?:exported member|attribute|method|member)',
    'no (?:method|field|function) named',
    '[Cc]annot (?:import|find|load|resolve) ',
    "[Cc]an't (?:resolve|find)",
    'No module named',
    'Module not found',
    'ModuleNotFoundError',
    'ImportError',
    'ERR_(?:MODULE_NOT_FOUND|PACKAGE_PATH_NOT_EXPORTED|REQUIRE_ESM|UNSUPPORTED_DIR_IMPORT)',
    'is not (?:a function|a constructor|exported|assignable|defined|callable)',
    'undefined(?:: | method | symbol| reference)',
    'uninitialized constant',
    'unexpected keyword argument',
    'takes \\d+ positional',
    '(?:does not|doesn.t) (?:exist|implement|satisfy|contain|provide)',
    '[Uu]n(?:recognized|known) (?:field|property|option|argument|configuration|parameter)',
    'not marked as ignorable',
    'peer dep',
    'Require upper bound dependencies',
    'version (?:conflict|solving failed|mismatch)',
    'Dependency convergence',
    'not found in (?:module|package)',
    'SLF4J: (?!Actual)',
  ].join('|'),
)

const ERROR =
  /\bERROR\b|\bFATAL\b|\bFAIL(?:ED|URE)?\b|\b[Ee]rror(?:\[\w+\])?[:! ]|(?:Exception|Error)\b|\b[Ff]ail(?:ed|ure)\b|^\s*(?:! )?(?:Caus(?:ed by|ing)|Suppressed): |\bpanic(?:ked)?\b|^E\s{2,}|✖|✗|\[ERR_/

/** Trees of dependencies, versions that were overruled, warnings. */
const ASIDE =
  /\bWARN(?:ING)?\b|\b[Ww]arning[: ]|^[\s|│\\]*[+\\├└`][-─]+|\bdeprecat|\brelocated\b|\bmanaged\b|\bmismatch\b|\brequires? \S|^\s+(?:required|found|reason): /

/** Where the part of a line begins that says what is missing: behind the last error of a loader or linker, else at its start. */
export function brokenPart(text: string): number {
  let start = 0
  for (const { index } of text.matchAll(LINKAGE)) start = index
  return start
}

const LINKAGE =
  /(?:NoClassDefFound|NoSuchMethod|NoSuchField|AbstractMethod|IncompatibleClassChange|IllegalAccess|UnsupportedClassVersion|Verify|Linkage|BootstrapMethod)Error|(?:ClassNotFound|NoSuchMethod|NoProviderFound|TypeNotPresent)Exception/g

/** The first line of an exception as most runtimes print it: `pkg.SomeException: message`. */
export const isException = (text: string): boolean => /(?:^|\s)(?:[\w$]+[.:]{1,2})*[\w$]*(?:Exception|Error)(?::|\s*$)/.test(text)

/** Versions that do not go together; a tree of who asks for which follows, as Maven's enforcer prints it. */
export const isConflict = (text: string): boolean =>
  /(?:convergence|bound dependencies) error for |paths? to dependency are/i.test(text)

/** A line of such a tree, or between two of them. */
export const isOfTree = (text: string): boolean => /^\s*(?:and\s*$|[+|\\└├])/.test(text)

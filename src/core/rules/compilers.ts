import type { Rule } from '../model/rule.ts'

/** Compilers of less frequent languages, and build-time generators. */
export const rules: readonly Rule[] = [
  {
    id: 'compiler/error',
    category: 'compile',
    title: '{file}:{line}: {message}',
    needles: ['error: '],
    pattern:
      /^(?!\[(?:WARN|INFO|DEBUG))(?:##\[error\]|\[[\w ]{1,20}\]\s{0,8}|#\d+ [\d.]+ |[\w./@-]{1,40}(?: [\w:-]{1,20})?: |[\w-]{1,30}\s{0,8}\| )?\s{0,12}(?<file>(?:[A-Za-z]:)?[^\s:()[\],]{1,220}\.(?:vala|nim|ad[bs]|f|F|f\d\d|F\d\d|d|zig|y|l|yy|ll|td|pyx|cr|v|sv|metal|idl|vapi|gir|scala|erl|fs|ts|tsx|dart|res|re|elm|sol|move|cairo|nix|hx|pas|pp))(?::(?<line>\d+)(?:[.:]\d+(?:-\d+\.\d+)?)?|\((?<line2>\d+)(?:, ?\d+)?\)):? (?:fatal )?[Ee]rror: (?<message>(?!TS\d)[^\n]{1,300})/,
    extent: { while: /^\s+\S|^\s*\d* *\||^\s*\^/ },
    transient: 0.01,
    explanation: 'A compiler rejects this line of a source file.',
    remedies: ['Correct the place named; begin with the first error.'],
    examples: {
      match: [
        {
          text: "src/cart.vala:12.3-12.8: error: The name `total' does not exist",
          captures: { file: 'src/cart.vala', line: '12' },
        },
        { text: 'src/Cart.sol:12: Error: Undeclared identifier.' },
        { text: "cart.nim(12, 6) Error: undeclared identifier: 'total'" },
      ],
      miss: ['src/cart.vala:12.9: warning: unused variable'],
    },
  },
  {
    id: 'fortran/error',
    category: 'compile',
    title: 'Fortran: {message}',
    needles: ['Error: '],
    pattern:
      /^(?:Fatal )?Error: (?<message>[^\n]{1,200} at \(\d\)[^\n]{0,200}|Cannot open module file [^\n]{1,200}|Symbol '[^'\n]{1,80}' at [^\n]{1,100})/,
    extent: { before: 5 },
    transient: 0.01,
    explanation: 'gfortran shows the line and marks the place with (1) above the message.',
    remedies: ['Correct the line shown above; for a missing module file compile that module first.'],
    examples: {
      match: [{ text: "Error: Symbol 'total' at (1) has no IMPLICIT type" }],
      miss: ['Warning: Unused variable at (1)'],
    },
  },
  {
    id: 'protobuf/error',
    category: 'compile',
    title: 'protoc: {message}',
    needles: ['.proto:', 'protoc-gen-', 'protoc: '],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,200}\.proto):(?:(?<line>\d+):\d+:)? ?(?<message>(?:File not found|"[^"\n]{1,120}" (?:is not defined|is already defined|seems to be defined)|Import "[^"\n]{1,150}" was not found|Expected |Missing |Field |Interpreting |Required )[^\n]{0,200})|(?<plugin>protoc-gen-[\w-]{1,60}): program not found or is not executable/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'A .proto file is wrong, an import is not on the proto path, or a plug-in of protoc is not installed.',
    remedies: ['Correct the file, add the `-I` path, or install the plug-in on the PATH.'],
    examples: {
      match: [
        { text: 'cart.proto:12:3: "Item" is not defined.', captures: { file: 'cart.proto', line: '12' } },
        { text: 'protoc-gen-go: program not found or is not executable', captures: { plugin: 'protoc-gen-go' } },
      ],
      miss: ['protoc cart.proto --go_out=.'],
    },
  },
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
  {
    id: 'ocaml/error',
    category: 'compile',
    title: 'OCaml: {message}',
    needles: [
      'Error: Unbound',
      'Error: This expression',
      'Error: Library "',
      'Error: Syntax error',
      'Error (warning',
      'Error (alert',
      'Error: Signature mismatch',
      'Error: The implementation',
      'Error: No rule found',
      'Error: Some type variables',
      'Error: This variant',
      'Error: The value',
      'Error: This pattern',
      'Error: This function',
    ],
    pattern:
      /^(?:##\[error\])?\s*Error(?: \((?:warning|alert) [^)\n]{1,60}\))?: (?<message>(?:Unbound (?:value|module|constructor|type|record|class)|This (?:expression|variant|pattern|function|type)|Library "|Syntax error|Signature mismatch|The (?:implementation|value|type|record)|No rule found|Some type variables|unused|this )[^\n]{0,250})/,
    extent: { before: 4, while: /^\s{7,}\S/ },
    transient: 0.01,
    explanation: 'The OCaml compiler or dune rejects the place shown above; a library that is not installed looks the same.',
    remedies: ['Correct the place, or install the library with opam and list it in the .opam file.'],
    examples: {
      match: [
        { text: 'Error: Unbound value total', captures: { message: 'Unbound value total' } },
        { text: 'Error: Library "acme" not found.' },
      ],
      miss: ['Error: Process completed with exit code 2.'],
    },
  },
  {
    id: 'opam/failed',
    category: 'dependency',
    title: 'opam: {message}',
    needles: [
      '[ERROR] Package conflict',
      '[ERROR] No package named',
      '[ERROR] The compilation of',
      '[ERROR] The sources of',
      'No solution found',
      'Sorry, no solution found',
      '[ERROR] Could not',
    ],
    pattern:
      /\[ERROR\] (?<message>(?:Package conflict|No package named|The compilation of|The sources of|Could not (?:retrieve|synchronize|update|determine))[^\n]{0,200})|(?:Sorry, no|No) solution found/,
    extent: { after: 1, while: /^\s+\S|^\[ERROR\]/ },
    transient: 0.1,
    explanation: 'opam finds no set of versions, or a package did not download or build.',
    remedies: ['Read the conflict or build output below; update the repository with `opam update`.'],
    examples: {
      match: [
        { text: '[ERROR] Package conflict!' },
        { text: '[ERROR] The compilation of acme.1.0 failed at "dune build -p acme".' },
      ],
      miss: ['[WARNING] Running as root is not recommended'],
    },
  },
  {
    id: 'php/parse-error',
    category: 'compile',
    title: 'PHP: {message} in {file}',
    needles: ['Parse error:'],
    pattern: /(?:PHP )?Parse error: {1,2}(?<message>[^\n]{1,200}?) in (?<file>[^\s]{1,250}) on line (?<line>\d+)/,
    transient: 0.01,
    explanation: 'The file is not valid for this version of PHP; often it uses syntax of a newer one.',
    remedies: ['Correct the line, or raise the PHP version of the job and of composer.json.'],
    examples: {
      match: [
        {
          text: "PHP Parse error:  syntax error, unexpected '|', expecting variable in /srv/cart/src/Cart.php on line 12",
          captures: { file: '/srv/cart/src/Cart.php', line: '12' },
        },
      ],
      miss: ['No syntax errors detected in src/Cart.php'],
    },
  },
  {
    id: 'php/fatal',
    category: 'crash',
    title: 'PHP: {message}',
    needles: ['PHP Fatal error:', 'Fatal error: '],
    pattern:
      /(?:PHP )?Fatal error: {1,2}(?! ?(?:Allowed memory|Maximum execution|Uncaught Error: Class ))(?<message>[^\n]{1,250})/,
    extent: { while: /^(?:#\d+|Stack trace|\s+thrown)/ },
    transient: 0.05,
    explanation: 'PHP stopped: an exception nobody caught, or code that cannot be loaded.',
    remedies: ['Read the place in the message and the trace below.'],
    examples: {
      match: [
        { text: 'PHP Fatal error:  Uncaught TypeError: total(): Argument #1 must be of type int in /srv/cart/Cart.php:12' },
      ],
      miss: ['PHP Warning:  Undefined variable $cart', 'PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted'],
    },
  },
  {
    id: 'php/class-missing',
    category: 'dependency',
    title: 'PHP: class {symbol} not found',
    needles: ["Class '", 'Class "', 'Interface "', "Interface '"],
    pattern: /(?:Fatal error: .{0,40}|Error: |Exception: )(?:Class|Interface|Trait) ['"](?<symbol>[\w\\]{1,200})['"] not found/,
    extent: { after: 1, while: /^(?:#\d+|Stack trace|\s+thrown)/ },
    transient: 0.02,
    explanation:
      'The autoloader finds no file for the class: a package or extension is not installed or of another version, or the name or namespace is wrong.',
    remedies: [
      'Check the package in composer.json and run `composer dump-autoload`.',
      'Install the PHP extension that brings the class.',
    ],
    examples: {
      match: [
        {
          text: "PHP Fatal error:  Class 'Acme\\Cart' not found in /srv/cart/index.php on line 3",
          captures: { symbol: 'Acme\\Cart' },
        },
      ],
      miss: ['Class "Acme\\Cart" is deprecated'],
    },
  },
  {
    id: 'ruby/syntax',
    category: 'compile',
    title: 'Ruby: syntax error in {file}',
    needles: ['syntax error, unexpected', 'syntax errors found', 'syntax error found'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,200}\.(?:rb|rake|gemspec|ru)):(?<line>\d+): (?:\S{0,20} ?syntax errors? (?:found|, unexpected)|syntax error, unexpected)/,
    extent: { while: /^\s+\S|^\s*[>\d]+ *\||^\S{0,3}\.{3}/ },
    transient: 0.01,
    explanation: 'The file is not valid for this version of Ruby.',
    remedies: ['Correct the line, or use the Ruby version the code is written for.'],
    examples: {
      match: [
        {
          text: "lib/cart.rb:12: syntax error, unexpected end-of-input, expecting `end'",
          captures: { file: 'lib/cart.rb', line: '12' },
        },
      ],
      miss: ['Syntax OK'],
    },
  },
]

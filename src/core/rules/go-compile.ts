import type { Rule } from '../model/rule.ts'

/** The Go compiler, go vet, gofmt, golangci-lint, staticcheck. */
export const rules: readonly Rule[] = [
  {
    id: 'go/compile',
    category: 'compile',
    title: 'Go: {message} ({file}:{line})',
    needles: ['.go:'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?:vet: )?(?<file>[^\s:()]{1,220}\.go):(?<line>\d+)(?::(?<column>\d+))?:\s(?:vet: )?(?<message>(?:undefined: |undeclared name|"[^"\n]{1,150}" imported (?:and|but) not used|[^\n]{1,60} (?:declared (?:and|but) not used|redeclared|is not a type|is unexported|imported (?:and|but) not used)|cannot (?:use|convert|infer|assign|call|find package|range|refer|unmarshal)|missing return|syntax error|too many (?:arguments|return|errors)|not enough arguments|assignment mismatch|invalid operation|invalid argument|impossible type|unknown field|could not import|no required module|multiple-value|duplicate case|no new variables|import cycle|expected |illegal |\S{1,80} undefined \(|missing function body|cannot |package \S{1,120} is not in|unexpected |case \S{1,60} |invalid |label |mixed |use of |build constraints|type \S{1,80} (?:has no|is not)|\S{1,120} does not (?:implement|satisfy|exist))[^\n]{0,250})/,
    extent: { while: /^\t\S|^\s{4,}(?:have|want)/ },
    transient: 0.01,
    explanation: 'The Go compiler (or vet) rejects this line.',
    remedies: ['Correct the place named; for code in a module, look at the version in go.mod.'],
    examples: {
      match: [
        { text: './cart.go:12:5: undefined: total', captures: { file: './cart.go', line: '12' } },
        { text: 'cart/cart.go:3:2: "fmt" imported and not used' },
      ],
      miss: ['    cart_test.go:12: want 1, got 2'],
    },
  },
  {
    id: 'go/vet',
    category: 'lint',
    title: 'go vet: {message} ({file}:{line})',
    needles: ['.go:'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>[^\s:()]{1,220}\.go):(?<line>\d+):\d+: (?<message>(?:[\w.]{0,60} ?(?:Printf|Sprintf|Errorf|Fatalf|Logf|Infof|Printf?ln|Println) (?:format|call|arg)|\S{1,80} composite literal uses unkeyed|struct field tag|possible misuse of|(?:call of|assignment|return|range var|literal|func passes)[^\n]{0,40} copies? lock|unreachable code|self-assignment|result of [^\n]{1,60} call not used|the cancel function|loop variable|non-constant format string|method \S{1,60} should have signature|possible formatting directive|this value of|unusedresult)[^\n]{0,200})/,
    transient: 0.01,
    explanation: 'go vet thinks this line is a mistake; `go test` runs part of vet as well.',
    remedies: ['Correct the line named.'],
    examples: {
      match: [{ text: './cart.go:12:2: fmt.Printf format %d has arg x of wrong type string', captures: { line: '12' } }],
      miss: ['./cart.go:12:5: undefined: total'],
    },
  },
  {
    id: 'golangci/failed',
    category: 'config',
    title: 'golangci-lint could not run: {message}',
    needles: [
      "can't load config",
      'used to build golangci-lint is lower',
      'typechecking error',
      "can't run linter",
      'unsupported version of the configuration',
      'Timeout exceeded: try increasing',
    ],
    pattern:
      /(?<message>can't load config: [^\n]{0,200}|the Go language version [^\n]{1,80}used to build golangci-lint is lower[^\n]{0,100}|unsupported version of the configuration[^\n]{0,100}|level=error msg="(?:Running error: )?(?:context loading failed|can't run linter)[^\n]{0,200})/,
    transient: 0.02,
    explanation: 'The linter stopped before it looked at the code: its configuration or version does not fit.',
    remedies: ['Use a golangci-lint version that fits the Go version and the configuration file.'],
    examples: {
      match: [
        {
          text: "Error: can't load config: the Go language version (go1.21) used to build golangci-lint is lower than the targeted Go version (1.23)",
        },
      ],
      miss: ['level=info msg="[config_reader] Used config file .golangci.yml"'],
    },
  },
  {
    id: 'gofmt/diff',
    category: 'lint',
    title: 'gofmt: {file} is not formatted',
    needles: [
      '.go.orig',
      'is not `gofmt',
      'is not gofmt',
      'not formatted properly',
      'gofmt needs running',
      "run 'gofmt",
      'run gofmt',
    ],
    pattern:
      /^diff (?:-u )?(?<file>\S{1,200}\.go)\.orig |File is not `(?:gofmt|goimports|gofumpt|gci)`|gofmt needs running on|(?:please|[Pp]lease) run '?`?(?:gofmt|go fmt)/,
    extent: { while: /^(?:---|\+\+\+|@@|[-+ ])/ },
    transient: 0.01,
    explanation: 'Files are not formatted as gofmt would.',
    remedies: ['Run `gofmt -w .` (or the formatter named) and commit.'],
    examples: {
      match: [{ text: 'diff cart/cart.go.orig cart/cart.go', captures: { file: 'cart/cart.go' } }],
      miss: ['$ gofmt -l .'],
    },
  },
  {
    id: 'go/build-failed',
    category: 'compile',
    role: 'summary',
    title: 'Go: package {package} did not build',
    needles: ['[build failed]', '[setup failed]'],
    pattern: /FAIL\s+(?<package>\S{1,200}) \[(?:build|setup) failed\]/,
    transient: 0.02,
    explanation: 'The package, its tests or its imports do not compile.',
    remedies: ['Read the lines after `# <package>` above.'],
    examples: {
      match: [{ text: 'FAIL\tacme.test/cart [build failed]', captures: { package: 'acme.test/cart' } }],
      miss: ['FAIL\tacme.test/cart\t0.1s'],
    },
  },
]

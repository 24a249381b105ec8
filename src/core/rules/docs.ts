import type { Rule } from '../model/rule.ts'

/** Documentation builds: LaTeX, Sphinx, MkDocs, Jekyll, Hugo, Docusaurus, Javadoc, rustdoc, Doxygen, XML. */
export const rules: readonly Rule[] = [
  {
    id: 'latex/error',
    category: 'compile',
    title: 'LaTeX: {message}',
    needles: [
      '! LaTeX Error',
      '! Undefined control sequence',
      '! Package ',
      '! Missing ',
      '! Emergency stop',
      '! Extra ',
      '! Paragraph ended',
      '==> Fatal error occurred',
      '! Class ',
      '! Too many',
      '! Misplaced',
    ],
    pattern:
      /^! (?<message>LaTeX Error: (?!File `)[^\n]{1,200}|Undefined control sequence|Package \S{1,60} Error: [^\n]{1,200}|Class \S{1,60} Error: [^\n]{1,200}|Missing [^\n]{1,100}|Emergency stop|Extra [^\n]{1,60}|Paragraph ended before[^\n]{1,80}|Too many [^\n]{1,60}|Misplaced [^\n]{1,60})|==> Fatal error occurred/,
    extent: { while: /^l\.\d+|^\s+\S|^\S{0,80}\s*$|^Type {1,2}H/ },
    transient: 0.01,
    explanation: 'TeX stopped at a command it cannot read; `l.<n>` below names the line.',
    remedies: ['Correct the line named below.'],
    examples: {
      match: [{ text: '! Undefined control sequence.' }, { text: '! LaTeX Error: Environment cart undefined.' }],
      miss: ['LaTeX Warning: Reference undefined', "! LaTeX Error: File `acme.sty' not found."],
    },
  },
  {
    id: 'latex/file-missing',
    category: 'dependency',
    title: 'LaTeX: {file} is not installed',
    needles: ['! LaTeX Error: File `', "! I can't find file", 'Metric (TFM) file not found', 'kpathsea: Running mktex'],
    pattern:
      /^! (?:LaTeX Error: File `(?<file>[^'\n]{1,100})' not found|I can't find file `(?<file2>[^'\n]{1,100})'|Font [^\n]{1,80}Metric \(TFM\) file not found)/,
    extent: { after: 4 },
    transient: 0.02,
    explanation: 'A TeX package, class or font is not part of the TeX installation of this job.',
    remedies: ['Install the TeX package (tlmgr install, or the texlive-* package of the distribution that has it).'],
    examples: {
      match: [{ text: "! LaTeX Error: File `acme.sty' not found.", captures: { file: 'acme.sty' } }],
      miss: ['(/usr/share/texlive/acme.sty)'],
    },
  },
  {
    id: 'sphinx/error',
    category: 'compile',
    title: 'Sphinx: {message}',
    needles: [
      'Warning, treated as error:',
      'Extension error',
      'Configuration error:',
      'with warnings treated as errors',
      'Could not import extension',
      'Theme error:',
      'Sphinx error:',
    ],
    pattern:
      /^(?:##\[error\])?\s*(?:Warning, treated as error:|Extension error(?: \([^)\n]{1,80}\))?[:!]|Configuration error:|Theme error:|Sphinx error:)|build finished with problems[^\n]{0,40}\(with warnings treated as errors\)|Could not import extension (?<message>[^\n]{1,200})/,
    extent: { before: 1, after: 3 },
    transient: 0.02,
    explanation:
      'The documentation does not build: a warning under -W, an extension that is missing or fails, or a wrong conf.py.',
    remedies: ['Correct the page named next to it; install missing extensions in the docs environment.'],
    examples: {
      match: [
        { text: 'Warning, treated as error:' },
        { text: "Could not import extension acme.ext (exception: No module named 'acme')" },
      ],
      miss: ['build succeeded, 3 warnings.'],
    },
  },
  {
    id: 'mkdocs/error',
    category: 'compile',
    title: 'MkDocs: {message}',
    needles: ['in strict mode!', 'Config value', 'Aborted with '],
    pattern:
      /Aborted with \d+ (?:warnings|Configuration Errors?)(?: in strict mode)?!|Config value:? '(?<message>[^'\n]{1,60}'[^\n]{1,200})/,
    extent: { before: 3 },
    transient: 0.01,
    explanation: 'MkDocs found broken links or names under --strict, or its configuration names something that is not installed.',
    remedies: ['Correct the `WARNING` lines above, or install the plug-in or theme.'],
    examples: {
      match: [
        { text: 'Aborted with 3 warnings in strict mode!' },
        { text: 'ERROR    -  Config value: \'plugins\'. Error: The "acme" plugin is not installed' },
      ],
      miss: ['INFO     -  Documentation built in 1.20 seconds'],
    },
  },
  {
    id: 'site/error',
    category: 'compile',
    title: 'the site does not build: {message}',
    needles: [
      'Liquid Exception:',
      'Error building site',
      'error building site',
      'REF_NOT_FOUND',
      'Docusaurus found broken',
      'Unable to build website',
      'MDX compilation failed',
      'Conversion error:',
      'Could not compile MDX',
      'jekyll ',
    ],
    pattern:
      /Liquid Exception: (?<message>[^\n]{1,250})|(?:Error: )?[Ee]rror building site:? (?<hugo>[^\n]{0,250})|ERROR [^\n]{0,40}REF_NOT_FOUND: (?<ref>[^\n]{1,250})|Docusaurus found broken|Unable to build website for locale|MDX compilation failed|Conversion error: |jekyll [\d.]+ \| Error: {1,2}(?<jekyll>[^\n]{1,250})/,
    extent: { after: 3 },
    transient: 0.02,
    explanation: 'A page or template of the site (Jekyll, Hugo, Docusaurus) is wrong, or links to a page that does not exist.',
    remedies: ['Correct the page named.'],
    examples: {
      match: [
        { text: 'ERROR 2024/01/02 10:00:00 [en] REF_NOT_FOUND: Ref "/docs/cart": "/srv/cart/content/a.md:1:2": page not found' },
        { text: "  Liquid Exception: Could not locate the included file 'cart.html' in index.md" },
      ],
      miss: ['Total in 1379 ms'],
    },
  },
  {
    id: 'rustdoc/link',
    category: 'compile',
    title: 'rustdoc: {message}',
    needles: ['error: unresolved link to', 'rustdoc::broken', 'error: public documentation for'],
    pattern:
      /^(?:##\[error\])?\s*error: (?<message>unresolved link to [^\n]{1,150}|public documentation for [^\n]{1,150}|this URL is not a hyperlink|unclosed HTML tag [^\n]{1,60})/,
    extent: { while: /^\s*(?:\d+ *)?[|=]|^\s*-->/ },
    transient: 0.01,
    explanation: 'A doc comment links to an item that does not exist, and warnings of rustdoc are denied.',
    remedies: ['Correct the link in the doc comment.'],
    examples: {
      match: [{ text: 'error: unresolved link to `Cart::total`' }],
      miss: ['warning: unresolved link to `Cart::total`'],
    },
  },
  {
    id: 'javadoc/error',
    category: 'compile',
    title: 'Javadoc: {message}',
    needles: [
      'javadoc: error',
      'Error while generating Javadoc',
      'error: reference not found',
      'Javadoc generation failed',
      'error: unknown tag',
      'error: malformed HTML',
      'error: self-closing',
      'error: bad use of',
      'scaladoc',
    ],
    pattern:
      /javadoc: error - (?<message>[^\n]{1,200})|Error while generating Javadoc|error: (?:reference not found|unknown tag|malformed HTML|self-closing element|bad use of '>')|Javadoc generation failed/,
    extent: { after: 2 },
    transient: 0.02,
    explanation: 'A documentation comment is not valid for doclint.',
    remedies: ['Correct the comment named, or narrow the checks (-Xdoclint).'],
    examples: {
      match: [
        { text: 'src/Cart.java:12: error: reference not found' },
        { text: 'javadoc: error - invalid flag: -foo', captures: { message: 'invalid flag: -foo' } },
      ],
      miss: ['Generating Javadoc'],
    },
  },
  {
    id: 'xml/invalid',
    category: 'compile',
    title: '{file}:{line}: {message}',
    needles: ['validity error :', 'parser error :', 'Schemas validity error', 'fails to validate'],
    pattern:
      /^(?:[^\n]{0,40}?\s)?(?<file>[^\s:]{1,200}):(?<line>\d+): (?<message>(?:element [\w:.-]{1,60}: )?(?:Schemas )?(?:validity|parser) error : [^\n]{1,200})/,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'xmllint finds that an XML file is not well-formed, or not valid for its DTD or schema.',
    remedies: ['Correct the element at the line named.'],
    examples: {
      match: [
        {
          text: 'doc/cart.xml:12: element item: validity error : Element price is not declared in item list',
          captures: { file: 'doc/cart.xml', line: '12' },
        },
      ],
      miss: ['doc/cart.xml validates'],
    },
  },
]

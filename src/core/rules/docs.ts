import type { Rule } from '../model/rule.ts'

/** Site generators such as Jekyll, Hugo and Docusaurus, and broken XML. */
export const rules: readonly Rule[] = [
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

import type { Rule } from '../model/rule.ts'

/** Link checkers: lychee, markdown-link-check, linkinator and others. */
export const rules: readonly Rule[] = [
  {
    id: 'links/dead',
    category: 'lint',
    title: 'dead link: {url}',
    needles: [
      '[✖] ',
      'dead links found',
      '> Links',
      '[404]',
      '[ERROR] http',
      '├─BROKEN─',
      'External link ',
      'broken    http',
      '[L0',
      '[L1',
      '[L2',
      '[L3',
      '] 404 http',
      'broken links.',
      '301 http',
      '302 http',
      '✗ [4',
      '404 http',
    ],
    pattern:
      /^\s*\[✖\] (?<url>\S{1,300})|ERROR: [1-9]\d* dead links? found|^\s*\[(?:404|410|500|403|ERROR|TIMEOUT)\] (?<url2>\S{4,300})|├─BROKEN─ (?<url3>\S{1,300})|External link (?<url4>\S{1,300}) failed|\bbroken {4}(?<url5>https?:\S{1,300})|^\s*\d+\. (?:\[L\d+\] )?(?:[345]\d\d )?(?<url6>https?:\S{1,300})(?: +→| getaddrinfo| Connection| No route| Network| Failed|\s*$)|Detected [1-9]\d* broken links|^> Links\s*$/,
    extent: { while: /^\s+\d+\. |^\s+(?:None|\S{1,80}\s*$)|^> Dupes/ },
    transient: 0.35,
    explanation: 'A link checker got an error or redirect for a link; sites also answer so to robots, or for a moment.',
    remedies: [
      'Open the link: correct or remove it if it is gone.',
      'Exempt hosts that refuse robots, and let the checker retry.',
    ],
    examples: {
      match: [
        { text: '  [✖] https://acme.test/cart → Status: 404', captures: { url: 'https://acme.test/cart' } },
        { text: '  1. [L0012] 404 https://acme.test/cart.png  ', captures: { url6: 'https://acme.test/cart.png' } },
      ],
      miss: ['  [✓] https://acme.test/cart', '[200] https://acme.test'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** LaTeX. */
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
]

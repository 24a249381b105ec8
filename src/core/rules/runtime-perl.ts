import type { Rule } from '../model/rule.ts'

/** Errors of Perl programs. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-perl/module',
    category: 'dependency',
    title: "The Perl module '{package}' is missing",
    needles: ["can't locate "],
    pattern:
      /(?<!debconf: \()Can't locate (?:(?<package>[\w/:.-]{1,120}?)(?:\.pm)? in @INC|object method "(?<symbol>\w{1,60})" via package "(?<via>[\w:]{1,100})")/,
    extent: { after: 1 },
    transient: 0.02,
    explanation: 'Perl finds no such module on its search path.',
    remedies: [
      'Install it (`cpanm NAME`, or the package lib…-perl), or declare it in the cpanfile.',
      'For your own modules, run with `-Ilib` or `prove -l`.',
    ],
    examples: {
      match: [
        {
          text: "Can't locate Acme/Cart.pm in @INC (you may need to install the Acme::Cart module) (@INC contains: lib /etc/perl) at t/a.t line 3.",
          captures: { package: 'Acme/Cart' },
        },
      ],
      miss: ['located Acme/Cart.pm'],
    },
  },
]

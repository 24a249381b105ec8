import type { Rule } from '../model/rule.ts'

/** Errors of Ruby programs, and Rake. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-ruby/load',
    category: 'dependency',
    title: "Ruby cannot load '{package}'",
    needles: [
      'cannot load such file',
      'gem::missingspecerror',
      'gem::loaderror',
      "can't find gem",
      'gem::missingspecversionerror',
      'you have already activated',
    ],
    pattern:
      /cannot load such file -- (?<package>[\w./@-]{1,200})|Gem::(?:MissingSpec|Load|MissingSpecVersion|Conflict)Error|[Cc]an't find gem (?<gem>[\w-]{1,80})|You have already activated (?<active>[\w-]{1,80} [\w.]{1,30}), but your Gemfile requires/,
    extent: { while: /^\s+from / },
    transient: 0.03,
    explanation: 'A gem or file is not installed, or two versions of one gem meet.',
    remedies: ['Add the gem to the Gemfile (Ruby 3.4 moved many out of the standard library), and run through `bundle exec`.'],
    examples: {
      match: [
        { text: "<internal:kernel>:136:in `require': cannot load such file -- cart (LoadError)", captures: { package: 'cart' } },
      ],
      miss: ['LoadError is rescued'],
    },
  },
  {
    id: 'runtime-ruby/exception',
    category: 'crash',
    title: 'A Ruby program ended with {code}',
    needles: ["': ", 'undefined method'],
    pattern: /^[\w./@+-]{1,200}:(?<line>\d{1,6}):in [`'][^'\n]{1,120}': (?<message>[^\n]{1,200}) \((?<code>[A-Z][\w:]{2,80})\)/,
    role: 'summary',
    extent: { after: 2, while: /^\s+from |^\/.*:\d+:in / },
    transient: 0.1,
    explanation: 'An exception that nobody caught ended a Ruby program or a Rake task.',
    remedies: ['Read the line after it: it holds the message; the first path in your project is where to look.'],
    examples: {
      match: [
        {
          text: "/app/cart.rb:12:in `total': undefined method `sum' for nil:NilClass (NoMethodError)",
          captures: { code: 'NoMethodError', line: '12' },
        },
      ],
      miss: ['rake aborted!'],
    },
  },
  {
    id: 'runtime-ruby/syntax',
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

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
    needles: ["': ", 'rake aborted!', 'undefined method'],
    pattern:
      /^[\w./@+-]{1,200}:(?<line>\d{1,6}):in [`'][^'\n]{1,120}': (?<message>[^\n]{1,200}) \((?<code>[A-Z][\w:]{2,80})\)|^rake aborted!$/,
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
        { text: 'rake aborted!' },
      ],
      miss: ['rake aborts on purpose: no'],
    },
  },
  {
    id: 'runtime-ruby/rakefile',
    category: 'config',
    title: 'Rake finds no Rakefile or no such task',
    needles: ['no rakefile found', "don't know how to build task"],
    pattern: /No Rakefile found \(looking for|Don't know how to build task '(?<symbol>[^'\n]{1,100})'/,
    extent: { before: 1, after: 1 },
    transient: 0.01,
    explanation: 'The job runs rake (often only because it is the default for Ruby) and the project has no such file or task.',
    remedies: ['Name the commands of the job, or add the Rakefile or task.'],
    examples: {
      match: [
        { text: 'No Rakefile found (looking for: rakefile, Rakefile, rakefile.rb, Rakefile.rb)' },
        {
          text: "Don't know how to build task 'spec' (See the list of available tasks with `rake --tasks`)",
          captures: { symbol: 'spec' },
        },
      ],
      miss: ['Rakefile found'],
    },
  },
]

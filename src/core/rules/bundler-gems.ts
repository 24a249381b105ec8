import type { Rule } from '../model/rule.ts'

/** Bundler, RubyGems, Ruby's require. */
export const rules: readonly Rule[] = [
  {
    id: 'bundler/resolve-gems',
    category: 'dependency',
    title: 'Bundler cannot resolve {package}',
    needles: [
      'Bundler could not find compatible versions',
      'Could not find compatible versions',
      "Could not find gem '",
      'could not be found in any of the sources',
      'can no longer be found in that source',
      'in locally installed gems',
      'in any of the sources',
      'Could not find a valid gem',
      'Gem::MissingSpecError',
      'Gem::GemNotFoundException',
      'Your bundle only supports platforms',
    ],
    pattern:
      /Bundler could not find compatible versions for gem "(?<package>[^"\n]{1,80})"|Could not find compatible versions|Could not find (?:gem )?'(?<gem>[^'\n]{1,80})'[^\n]{0,200}(?:in (?:any of the|locally|rubygems|source|the)|among|required by)|could not be found in any of the sources|can no longer be found in that source|Could not find (?<gem2>[^\s']{1,80}) in (?:any of the sources|locally installed gems)|Could not find a valid gem '(?<gem3>[^'\n]{1,80})'|Your bundle only supports platforms/,
    extent: { while: /^\s+\S|^(?:In Gemfile|In snapshot|Could not|Run `|\s*$)/ },
    transient: 0.04,
    explanation: 'A gem of the Gemfile or lock file is not in the sources, not installed, or no version fits all.',
    remedies: [
      'Run `bundle install` (or `bundle update <gem>`) and commit Gemfile.lock.',
      'Add the platform of CI: `bundle lock --add-platform x86_64-linux`.',
    ],
    examples: {
      match: [
        { text: 'Bundler could not find compatible versions for gem "acme":', captures: { package: 'acme' } },
        {
          text: "Could not find gem 'acme (~> 9.0)' in any of the gem sources listed in your Gemfile.",
          captures: { gem: 'acme (~> 9.0)' },
        },
        { text: 'Could not find acme-1.0.0 in any of the sources' },
      ],
      miss: ['Using acme 1.0.0'],
    },
  },
  {
    id: 'bundler/frozen',
    category: 'dependency',
    title: 'Gemfile.lock does not match the Gemfile',
    needles: [
      'deployment mode after changing',
      'because frozen mode is set',
      'frozen mode is set',
      'The gemspecs for path gems changed',
    ],
    pattern:
      /in deployment mode after changing|(?:because |, but )?(?:the lockfile can't be updated because )?frozen mode is set|The gemspecs for path gems changed/,
    extent: { while: /^\s*\*|^You have|^Run `|^\s*$|^\s+\S/ },
    transient: 0.01,
    explanation: 'CI installs exactly the lock file, and the Gemfile asks for something else.',
    remedies: ['Run `bundle install` and commit Gemfile.lock.'],
    examples: {
      match: [{ text: "The dependencies in your gemfile changed, but the lockfile can't be updated because frozen mode is set" }],
      miss: ['Bundle complete! 12 Gemfile dependencies'],
    },
  },
  {
    id: 'gem/native',
    category: 'dependency',
    title: 'gem {package} could not be installed',
    needles: [
      'An error occurred while installing',
      'Failed to build gem native extension',
      'ERROR:  Error installing',
      'Gem::Ext::BuildError',
    ],
    pattern:
      /An error occurred while installing (?<package>[^\s(]{1,80})|Failed to build gem native extension|ERROR: {2}Error installing (?<gem>[^\s:]{1,80})|Gem::Ext::BuildError/,
    extent: { after: 3 },
    transient: 0.06,
    explanation: 'A gem compiles C code while it is installed, and that failed, mostly for a missing header or library.',
    remedies: ['Read the mkmf or compiler output around it; install the -dev package it misses.'],
    examples: {
      match: [
        { text: 'An error occurred while installing nokogiri (1.10.4), and Bundler cannot', captures: { package: 'nokogiri' } },
      ],
      miss: ['Building native extensions. This could take a while...'],
    },
  },
  {
    id: 'gem/ruby-version',
    category: 'dependency',
    title: 'a gem or the Gemfile needs another Ruby version',
    needles: ['but your Gemfile specified', 'requires ruby version', 'requires Ruby version', 'requires RubyGems version'],
    pattern:
      /Your Ruby version is (?<version>[\w.]+), but your Gemfile specified|(?:^|\s)(?<package>\S{1,80}) requires (?:ruby|Ruby|RubyGems) version [^\n]{1,80}(?:incompatible|The current ruby version|\.)/,
    extent: { after: 1 },
    transient: 0.01,
    explanation: 'The Ruby of this job is not the one that the Gemfile or a gem asks for.',
    remedies: ['Select the Ruby version in CI (.ruby-version), or hold the gem at a release that supports this one.'],
    examples: {
      match: [
        { text: 'Your Ruby version is 2.5.3, but your Gemfile specified 2.6.3', captures: { version: '2.5.3' } },
        { text: 'acme-2.0.0 requires ruby version >= 2.7, which is incompatible with the current version, ruby 2.5.9p229' },
      ],
      miss: ['ruby 2.6.3'],
    },
  },
  {
    id: 'bundler/network',
    category: 'network',
    title: 'RubyGems could not be reached',
    needles: [
      'Could not fetch specs from',
      'Gem::RemoteFetcher::FetchError',
      'Bundler::HTTPError',
      'Network error while fetching',
      'Could not reach host',
      'Could not download data from',
    ],
    pattern:
      /^(?!Retrying)(?:[^\n]{0,80}?)(?:Bundler::HTTPError|Could not fetch specs from|Gem::RemoteFetcher::FetchError|Network error while fetching|Could not reach host|Could not download data from)/,
    extent: { after: 2 },
    transient: 0.75,
    explanation: 'The gem server did not answer, after several attempts.',
    remedies: ['Run again; cache the installed gems if it recurs.'],
    examples: {
      match: [{ text: 'Could not fetch specs from https://rubygems.org/' }],
      miss: ['Retrying fetcher due to error (2/4): Bundler::HTTPError Could not fetch specs from https://rubygems.org/'],
    },
  },
  {
    id: 'bundler/config',
    category: 'config',
    title: 'Bundler: {message}',
    needles: [
      'Could not locate Gemfile',
      'bundler: command not found:',
      'bundler: failed to load command',
      'There was an error parsing `Gemfile`',
      'There was an error while loading',
    ],
    pattern:
      /(?<message>Could not locate Gemfile|bundler: command not found: \S{1,80}|There was an error (?:parsing|while loading) `[^`\n]{1,80}`[^\n]{0,150})/,
    extent: { after: 2 },
    transient: 0.01,
    explanation: 'There is no Gemfile where the step runs, it cannot be read, or it does not have the tool called.',
    remedies: ['Set the working directory, or add the gem that brings the command.'],
    examples: {
      match: [{ text: 'Could not locate Gemfile' }, { text: 'bundler: command not found: rspec' }],
      miss: ['bundle exec rspec'],
    },
  },
]

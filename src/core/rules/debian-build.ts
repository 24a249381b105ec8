import type { Rule } from '../model/rule.ts'

/** Building Debian packages: debhelper, dpkg-dev, sbuild. */
export const rules: readonly Rule[] = [
  {
    id: 'debian-build/debhelper',
    category: 'config',
    title: '{command} failed: {message}',
    needles: ['dh: ', 'dh_'],
    pattern:
      /^(?<command>dh(?:_\w{1,40})?): (?:error: )?(?<message>(?:[Uu]nknown |unable to load addon|The --\w{1,20} option is not supported|Cannot find |Could not |could not |invalid |[^\n]{0,120}(?:missing files|does not contain|is not supported|could not be|returned exit code|failed|aborting))[^\n]{0,200})/,
    extent: { after: 2 },
    transient: 0.03,
    explanation:
      'A helper of the package build refuses: a file named in debian/ does not exist, an add-on is not installed, or its compatibility level dropped an option.',
    remedies: [
      'For missing files, compare debian/*.install with what the build really made.',
      'For add-ons, add the package dh-… to Build-Depends; for options, follow debhelper(7) of the level in use.',
    ],
    examples: {
      match: [
        { text: 'dh_install: error: missing files, aborting', captures: { command: 'dh_install' } },
        {
          text: 'dh: unable to load addon cart: Debian/Debhelper/Sequence/cart.pm did not return a true value',
          captures: { command: 'dh' },
        },
        { text: 'dh_installdocs: Cannot find (any matches for) "NEWS" (tried in ., debian/tmp)' },
      ],
      miss: ['   dh_install -O--buildsystem=cmake'],
    },
  },
  {
    id: 'debian-build/tests',
    category: 'test',
    title: 'The tests of the package failed',
    needles: ['dh_auto_test: error'],
    pattern: /^dh_auto_test: error: (?<message>[^\n]{3,200})/,
    role: 'summary',
    extent: { before: 2 },
    transient: 0.12,
    explanation: 'debhelper ran the project’s test command and it ended with an error; its output stands above.',
    remedies: ['Read the test output above.'],
    examples: {
      match: [{ text: 'dh_auto_test: error: make -j2 test VERBOSE=1 returned exit code 2' }],
      miss: ['   dh_auto_test -O--buildsystem=cmake'],
    },
  },
  {
    id: 'debian-build/symbols',
    category: 'lint',
    title: 'The symbols file of a library does not fit',
    needles: ['dpkg-gensymbols'],
    pattern:
      /dpkg-gensymbols: (?:error: )?(?:some symbols or patterns disappeared|some new symbols appeared|[^\n]{0,80}doesn't match completely)/,
    extent: { after: 3, while: /^[-+ @]/ },
    transient: 0.01,
    explanation: 'The library exports other symbols than debian/*.symbols lists. Lost symbols break programs that use them.',
    remedies: ['Read the diff below; update the symbols file, or raise the library’s version if symbols are gone.'],
    examples: {
      match: [
        { text: 'dpkg-gensymbols: error: some symbols or patterns disappeared in the symbols file: see diff output below' },
      ],
      miss: ['dpkg-gensymbols -plibcart1 -Idebian/libcart1.symbols'],
    },
  },
  {
    id: 'debian-build/dpkg-tools',
    category: 'config',
    title: '{command} failed: {message}',
    needles: [
      'dpkg-source: error',
      'dpkg-buildpackage: error',
      'dpkg-shlibdeps: error',
      'dpkg-checkbuilddeps: error',
      'dpkg-genchanges: error',
      'dpkg-gencontrol: error',
      'dpkg-parsechangelog: error',
      'dpkg-deb: error',
      'debuild: fatal error',
      'dpkg-genbuildinfo: error',
    ],
    pattern:
      /^(?<command>dpkg-\w{1,20}|debuild): (?:fatal )?error(?: at line \d+[^:\n]{0,60})?: (?<message>(?!debian\/rules \w{1,20} subprocess)[^\n]{3,200})/,
    extent: { after: 2 },
    transient: 0.03,
    explanation:
      'A tool of the package build refuses: local changes, an orig tarball that does not fit, a library that no package provides, or missing build dependencies.',
    remedies: ['Read the message; for sources, compare the tarball, debian/changelog and debian/source/format.'],
    examples: {
      match: [
        {
          text: 'dpkg-source: error: aborting due to unexpected upstream changes, see /tmp/cart.diff',
          captures: { command: 'dpkg-source' },
        },
        { text: 'dpkg-checkbuilddeps: error: Unmet build dependencies: debhelper-compat (= 13)' },
      ],
      miss: ['dpkg-buildpackage: error: debian/rules binary subprocess returned exit status 2'],
    },
  },
  {
    id: 'debian-build/failed',
    category: 'unknown',
    title: 'The package build failed',
    needles: ['dpkg-buildpackage: error: debian/rules', 'e: build failure', 'build finished at'],
    pattern: /dpkg-buildpackage: error: debian\/rules \w{1,30} subprocess (?:returned|failed)|^E: Build failure \(/,
    role: 'symptom',
    transient: 0.1,
    explanation: 'The echo of a failed step of debian/rules.',
    remedies: ['Read what the step printed above.'],
    examples: {
      match: [{ text: 'dpkg-buildpackage: error: debian/rules binary subprocess returned exit status 2' }],
      miss: ['dpkg-buildpackage: info: binary-only upload'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Conan, vcpkg, LuaRocks, Julia's Pkg. */
export const rules: readonly Rule[] = [
  {
    id: 'conan/resolve',
    category: 'dependency',
    title: 'Conan: {message}',
    needles: [
      'ERROR: Missing prebuilt package',
      'ERROR: Missing binary',
      'not resolved: Unable to find',
      'ERROR: Version conflict',
      "ERROR: Package '",
      'ERROR: Conflict in',
    ],
    pattern:
      /ERROR: (?<message>Missing (?:prebuilt package|binary)[^\n]{0,150}|Package '[^'\n]{1,120}' not resolved[^\n]{0,150}|Version conflict[^\n]{0,200}|Conflict in [^\n]{1,150})/,
    extent: { after: 4 },
    transient: 0.04,
    explanation: 'No remote has the package for this profile, or two of its requirers want different versions.',
    remedies: ['Add `--build=missing`, correct the profile, or override the version.'],
    examples: { match: [{ text: "ERROR: Missing prebuilt package for 'acme/1.0'" }], miss: ['acme/1.0: Already installed!'] },
  },
  {
    id: 'vcpkg/failed',
    category: 'dependency',
    title: 'vcpkg: {message}',
    needles: [
      'failed with: BUILD_FAILED',
      'failed with: POST_BUILD',
      'while loading baseline version',
      'error: building ',
      'vcpkg install failed',
    ],
    pattern:
      /error: (?<message>building \S{1,100} failed with: \w{1,40}|while loading baseline version[^\n]{0,100})|vcpkg install failed/,
    extent: { after: 3 },
    transient: 0.1,
    explanation: 'A port did not build, or the baseline does not have it; the log file is named below.',
    remedies: ['Read the log of the port; update the baseline or install what it misses.'],
    examples: {
      match: [{ text: 'error: building acme:x64-linux failed with: BUILD_FAILED' }],
      miss: ['Installing 1/3 acme:x64-linux...'],
    },
  },
  {
    id: 'luarocks/failed',
    category: 'dependency',
    title: 'LuaRocks: {message}',
    needles: ['No results matching query were found', 'Could not satisfy dependency', 'Error: Build error', 'No such hash:'],
    pattern:
      /Error: (?<message>No results matching query were found[^\n]{0,100}|Could not satisfy dependency[^\n]{0,150}|Build error: [^\n]{1,150}|Could not find library file[^\n]{0,100})/,
    extent: { after: 2 },
    transient: 0.08,
    explanation: 'The rock does not exist for this Lua version, or did not build.',
    remedies: ['Check name, version and Lua version; install the C library it misses.'],
    examples: {
      match: [{ text: 'Error: No results matching query were found for Lua 5.4.' }],
      miss: ['acme 1.0-1 is now installed'],
    },
  },
  {
    id: 'julia-pkg/unsatisfiable',
    category: 'dependency',
    title: 'Julia: {message}',
    needles: ['Unsatisfiable requirements detected', 'not found in current path', 'ArgumentError: Package '],
    pattern:
      /(?<message>Unsatisfiable requirements detected for package \S{1,80}|ArgumentError: Package \S{1,80} (?:\[\w{1,40}\] )?(?:not found in current path|does not seem to be installed|is required but))/,
    extent: { while: /^\s*[├└│]|^\s+\S|^- / },
    transient: 0.03,
    explanation: 'No set of versions fits the compat bounds, or a package is not in the environment.',
    remedies: ['Adjust [compat], or add the package to Project.toml.'],
    examples: {
      match: [{ text: 'ERROR: Unsatisfiable requirements detected for package Acme [12345678]:' }],
      miss: ['  Resolving package versions...'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Errors of .NET programs. */
export const rules: readonly Rule[] = [
  {
    id: 'runtime-dotnet/unhandled',
    category: 'crash',
    title: 'A .NET program ended with {code}',
    needles: ['unhandled exception'],
    pattern: /Unhandled [Ee]xception[.:] ?(?<code>[\w.]{3,150}Exception)?/,
    role: 'summary',
    extent: { after: 1, while: /^\s+at |^\s*--->/ },
    transient: 0.12,
    explanation: 'An exception that nobody caught ended a .NET program.',
    remedies: ['Read the innermost exception (the last “--->”).'],
    examples: {
      match: [
        {
          text: 'Unhandled exception. System.InvalidOperationException: cart is empty',
          captures: { code: 'System.InvalidOperationException' },
        },
      ],
      miss: ['no unhandled exceptions'],
    },
  },
  {
    id: 'runtime-dotnet/load',
    category: 'dependency',
    title: "The .NET assembly or framework '{package}' is missing",
    needles: [
      'could not load file or assembly',
      'you must install or update .net',
      "the framework '",
      'it was not possible to find any',
      'unable to load shared library',
      'unable to load dll',
    ],
    pattern:
      /Could not load file or assembly '(?<package>[^',\n]{1,150})|You must install or update \.NET|It was not possible to find any compatible framework|Framework: '(?<framework>[\w.]{3,80})', version|Unable to load (?:shared library|DLL) '(?<library>[^'\n]{1,120})'/,
    extent: { after: 6 },
    transient: 0.02,
    explanation:
      'The runtime that the program targets is not installed here, or an assembly or native library was not deployed with it.',
    remedies: [
      'Install that runtime (setup-dotnet takes several versions), or set RollForward.',
      'Check that the package is referenced by the project that runs.',
    ],
    examples: {
      match: [
        {
          text: "System.IO.FileNotFoundException: Could not load file or assembly 'Acme.Cart, Version=1.2.0.0, Culture=neutral'",
          captures: { package: 'Acme.Cart' },
        },
        { text: 'You must install or update .NET to run this application.' },
      ],
      miss: ['.NET SDK 8.0.100 installed'],
    },
  },
]

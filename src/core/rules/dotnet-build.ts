import type { Rule } from '../model/rule.ts'

/** C#, F#, VB, C++ under MSBuild; NuGet; the .NET SDK. */
export const rules: readonly Rule[] = [
  {
    id: 'dotnet/compile',
    category: 'compile',
    title: '{code}: {message} ({file})',
    needles: ['error CS', 'error FS', 'error BC', 'error VBC', 'error RZ'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?:(?<file>(?:[A-Za-z]:)?[^\s:()]{1,250})\((?<line>\d+),(?<column>\d+)(?:,\d+,\d+)?\)|\S{1,200}) ?: (?:\[)?error (?<code>(?:CS|FS|BC|RZ)\d{3,5}): (?<message>[^\n]{1,300})/,
    extent: { while: /: error (?:CS|FS|BC|RZ)\d/ },
    transient: 0.01,
    explanation:
      'The .NET compiler rejects this place; CS0246 and CS0234 mean that a type or namespace, and often a package reference, is missing.',
    remedies: ['Correct the place named, or add the missing reference.'],
    examples: {
      match: [
        {
          text: "/srv/cart/Cart.cs(12,5): error CS0103: The name 'total' does not exist in the current context [/srv/cart/Cart.csproj]",
          captures: { file: '/srv/cart/Cart.cs', line: '12', code: 'CS0103' },
        },
        { text: 'CSC : error CS1566: Error reading resource' },
      ],
      miss: ["/srv/cart/Cart.cs(12,5): warning CS0168: The variable 'x' is declared but never used"],
    },
  },
  {
    id: 'dotnet/analyzer',
    category: 'lint',
    title: 'analyzer {code}: {message} ({file})',
    needles: [
      'error CA',
      'error IDE',
      'error SA',
      'error WHITESPACE',
      'error FINALNEWLINE',
      'error IMPORTS',
      'error CHARSET',
      'error xUnit',
      'error RCS',
      'error S1',
      'error S2',
      'error S3',
      'error SX',
      'error VSTHRD',
      'error RS0',
      'error NUnit',
      'error MA0',
      'error ENDOFLINE',
    ],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>(?:[A-Za-z]:)?[^\s:()]{1,250})\((?<line>\d+),\d+\): error (?<code>(?:CA|IDE|SA|RCS|S|SX|VSTHRD|RS|xUnit|NUnit|MA)\d{3,5}|WHITESPACE|FINALNEWLINE|IMPORTS|CHARSET|ENDOFLINE): (?<message>[^\n]{1,300})/,
    transient: 0.01,
    explanation: 'A code analyser or `dotnet format` has a finding, which this project treats as an error.',
    remedies: [
      'Correct the line, or run `dotnet format` and commit.',
      'A new SDK brings new analyser rules: fix its version in global.json.',
    ],
    examples: {
      match: [
        {
          text: "/srv/cart/Cart.cs(12,5): error WHITESPACE: Fix whitespace formatting. Insert '\\s'.",
          captures: { code: 'WHITESPACE' },
        },
      ],
      miss: ['/srv/cart/Cart.cs(12,5): warning CA1822: Member can be marked as static'],
    },
  },
  {
    id: 'msvc/error',
    category: 'compile',
    title: 'MSVC {code}: {message} ({file})',
    needles: ['error C1', 'error C2', 'error C3', 'error C4', 'error C7', 'error LNK', 'error RC', 'error D8', 'error MIDL'],
    pattern:
      /^(?:[^\n]{0,60}?\s)?(?<file>(?:[A-Za-z]:)?[^\s:()]{1,250})\s?(?:\((?<line>\d+)(?:,\d+)?\))?\s?: (?:fatal |Command line )?error (?<code>(?:C|LNK|RC|D|MIDL)\d{4}) ?: (?<message>[^\n]{1,300})/,
    extent: { while: /: error (?:C|LNK)\d|^\s+\S/ },
    transient: 0.01,
    explanation:
      'The Visual C++ compiler or linker rejects this; C1083 is a missing header, LNK2019 a symbol nothing defines, LNK1104 a file it cannot open.',
    remedies: [
      'Correct the place named, or add the include directory or library.',
      'C2220 is a warning made fatal by /WX: read the warning beside it.',
    ],
    examples: {
      match: [
        {
          text: "C:\\cart\\cart.cpp(12,5): error C2065: 'total': undeclared identifier [C:\\cart\\cart.vcxproj]",
          captures: { line: '12', code: 'C2065' },
        },
        { text: 'cart.obj : error LNK2019: unresolved external symbol "int __cdecl total(void)"' },
        { text: "LINK : fatal error LNK1181: cannot open input file 'acme.lib'" },
      ],
      miss: ["cart.cpp(12): warning C4100: 'x': unreferenced formal parameter"],
    },
  },
  {
    id: 'nuget/restore',
    category: 'dependency',
    title: 'NuGet {code}: {message}',
    needles: ['error NU1', 'error : NU1', 'Unable to find package', 'Unable to find version', 'Unable to resolve dependency'],
    pattern:
      /error(?: :)? (?<code>NU1(?!301|9)\d{3}): (?<message>[^\n]{1,300})|^(?:##\[error\])?\s*(?:error: )?(?<message2>Unable to (?:find (?:package|version)|resolve dependency) '?[^\n]{1,200})/,
    extent: { while: /^\s+- |error NU1/ },
    transient: 0.04,
    explanation:
      'A package or version is in none of the sources, the versions wanted exclude each other, or the lock file is out of date (NU1004).',
    remedies: [
      'Check name, version and sources (nuget.config), or align the versions named.',
      'For NU1004/NU1403 restore without locked mode and commit packages.lock.json.',
    ],
    examples: {
      match: [
        {
          text: '/srv/cart/Cart.csproj : error NU1101: Unable to find package Acme.Cart. No packages exist with this id in source(s): nuget.org',
          captures: { code: 'NU1101' },
        },
      ],
      miss: [
        '/srv/cart/Cart.csproj : warning NU1701: Package was restored using .NETFramework',
        'error NU1301: Unable to load the service index',
      ],
    },
  },
  {
    id: 'nuget/network',
    category: 'network',
    title: 'NuGet could not reach a package source',
    needles: ['NU1301', 'Unable to load the service index for source', 'Failed to retrieve information about'],
    pattern:
      /error(?: :)? NU1301: |error[^\n]{0,40}Unable to load the service index for source|error[^\n]{0,20}Failed to retrieve information about/,
    extent: { after: 2 },
    transient: 0.6,
    explanation: 'The service index of a source did not answer: network, an outage, or missing credentials of a private feed.',
    remedies: ['Run again; look for 401/403 in the next lines, which mean credentials.'],
    examples: {
      match: [{ text: 'error NU1301: Unable to load the service index for source https://nuget.acme.test/v3/index.json.' }],
      miss: ['warning NU1301: Unable to load the service index for source https://nuget.acme.test/v3/index.json.'],
    },
  },
  {
    id: 'nuget/audit',
    category: 'lint',
    title: 'NuGet audit: {message}',
    needles: ['error NU190'],
    pattern: /error NU190[1-4]: (?:Warning As Error: )?(?<message>[^\n]{1,300})/,
    transient: 0.01,
    explanation: 'A package has a known vulnerability, and the project treats that warning as an error.',
    remedies: ['Update the package to a version without the advisory.'],
    examples: {
      match: [{ text: "error NU1903: Warning As Error: Package 'Acme.Cart' 1.0.0 has a known high severity vulnerability" }],
      miss: ['warning NU1903: Package has a known high severity vulnerability'],
    },
  },
  {
    id: 'dotnet/sdk',
    category: 'config',
    title: '.NET SDK: {message}',
    needles: [
      'error NETSDK',
      'A compatible .NET SDK was not found',
      'A compatible installed .NET',
      'error MSB4236',
      'error MSB1003',
      'error MSB1009',
      'error MSB4019',
      'error MSB3644',
      'You must install or update .NET',
      'It was not possible to find any',
      'error MSB1008',
      'error MSB1001',
      'error MSB4025',
      'error MSB8020',
      'error MSB8036',
      'error MSB4057',
      'No .NET SDKs were found',
    ],
    pattern:
      /error (?<code>NETSDK\d{4}|MSB(?:4236|1003|1009|4019|3644|1008|1001|4025|8020|8036|4057)): (?<message>[^\n]{1,300})|A compatible (?:installed )?\.NET (?:Core )?SDK (?:was not found|for global\.json)|You must install or update \.NET|It was not possible to find any (?:compatible framework|installed \.NET)|No \.NET SDKs were found/,
    extent: { after: 3 },
    transient: 0.01,
    explanation: 'The SDK, targeting pack, toolset or project file that the build names is not on the runner.',
    remedies: ['Install the version needed (setup-dotnet, global.json, workload install), or correct the path.'],
    examples: {
      match: [
        { text: 'error NETSDK1045: The current .NET SDK does not support targeting .NET 8.0.', captures: { code: 'NETSDK1045' } },
        { text: 'A compatible .NET SDK was not found.' },
      ],
      miss: ['warning NETSDK1138: The target framework is out of support'],
    },
  },
  {
    id: 'msbuild/failed',
    category: 'compile',
    role: 'summary',
    title: 'MSBuild: {message}',
    needles: ['error MSB', 'Build FAILED.', ' Error(s)'],
    pattern: /error (?<code>MSB\d{4}): (?<message>[^\n]{1,300})|^Build FAILED\.|^\s+[1-9]\d* Error\(s\)/,
    transient: 0.05,
    explanation: 'MSBuild says that a task or command failed.',
    remedies: ['Read the error it repeats, and the output above.'],
    examples: {
      match: [
        {
          text: 'Cart.csproj(30,5): error MSB3073: The command "npm run build" exited with code 1.',
          captures: { code: 'MSB3073' },
        },
        { text: 'Build FAILED.' },
      ],
      miss: ['    0 Error(s)', 'Build succeeded.'],
    },
  },
]

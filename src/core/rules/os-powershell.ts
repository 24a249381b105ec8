import type { Rule } from '../model/rule.ts'

/** PowerShell and cmd: parse errors, exceptions, policies. */
export const rules: readonly Rule[] = [
  {
    id: 'os-powershell/parser-error',
    category: 'config',
    title: 'PowerShell cannot parse the script',
    needles: ['parsererror', 'parseexception', 'missingendcurlybrace', 'unexpectedtoken', 'terminatorexpectedatendofstring'],
    pattern:
      /^(?:##\[error\])?ParserError:|\+ FullyQualifiedErrorId : (?:UnexpectedToken|MissingEnd\w{1,40}|TerminatorExpected\w{1,40})/,
    extent: { before: 6, while: /^\s*(?:\+|\||Line|\d+ \|)/ },
    transient: 0.01,
    explanation:
      'The script is not valid PowerShell; quite often it is bash that runs under the default shell of a Windows runner.',
    remedies: ['Set `shell: bash` for this step, or rewrite it for PowerShell.'],
    examples: {
      match: [{ text: 'ParserError: C:\\a\\_temp\\1.ps1:2' }, { text: '    + FullyQualifiedErrorId : UnexpectedToken' }],
      miss: ['cart.ParserErrorTests passed'],
    },
  },
  {
    id: 'os-powershell/native-command',
    category: 'crash',
    title: 'A PowerShell command failed: {code}',
    needles: ['fullyqualifiederrorid', 'categoryinfo'],
    pattern:
      /^\s*\+ FullyQualifiedErrorId\s*: (?!UnexpectedToken|CommandNotFoundException|MissingEnd|TerminatorExpected|NativeCommandError)(?<code>[^\n]{1,150})/,
    role: 'summary',
    extent: { before: 6 },
    transient: 0.15,
    explanation: 'PowerShell stopped at an exception; the message stands a few lines above, with the line of the script.',
    remedies: ['Read the message above, and the line of the script that it points to.'],
    examples: {
      match: [{ text: '    + FullyQualifiedErrorId : System.IO.IOException,Microsoft.PowerShell.Commands.CopyItemCommand' }],
      miss: ['    + FullyQualifiedErrorId : NativeCommandError'],
    },
  },
  {
    id: 'os-powershell/policy',
    category: 'config',
    title: 'PowerShell refuses to run scripts',
    needles: ['running scripts is disabled', 'is not digitally signed', 'executionpolicy'],
    pattern: /running scripts is disabled on this system|is not digitally signed\. You cannot run this script/,
    transient: 0.01,
    explanation: 'The execution policy of this machine forbids scripts, or unsigned ones.',
    remedies: ['Start it with `powershell -ExecutionPolicy Bypass -File …`, or set the policy on the runner.'],
    examples: {
      match: [{ text: 'File C:\\a\\cart.ps1 cannot be loaded because running scripts is disabled on this system.' }],
      miss: ['powershell -ExecutionPolicy Bypass -File cart.ps1'],
    },
  },
  {
    id: 'os-powershell/web-request',
    category: 'network',
    title: 'A PowerShell download failed',
    needles: [
      'invoke-webrequest',
      'invoke-restmethod',
      'exception calling "downloadfile"',
      'exception calling "downloadstring"',
      'start-bitstransfer',
    ],
    pattern:
      /^(?:##\[error\])?\s*(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm|Start-BitsTransfer)\s?: (?<message>[^\n]{5,200})|Exception calling "Download(?:File|String)" with/,
    extent: { after: 5 },
    transient: 0.7,
    explanation: 'PowerShell could not fetch something from the network.',
    remedies: [
      'Re-run; if it returns, open the address by hand and check that it still exists.',
      'Add `-MaximumRetryCount 5 -RetryIntervalSec 5`.',
    ],
    examples: {
      match: [
        { text: "Invoke-WebRequest : The remote name could not be resolved: 'dl.acme.example'" },
        { text: 'Exception calling "DownloadFile" with "2" argument(s): "The request was aborted"' },
      ],
      miss: ['Invoke-WebRequest https://dl.acme.example/cart.zip -OutFile cart.zip'],
    },
  },
]

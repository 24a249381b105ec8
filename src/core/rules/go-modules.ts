import type { Rule } from '../model/rule.ts'

/** Go modules and toolchains. */
export const rules: readonly Rule[] = [
  {
    id: 'go-mod/checksum',
    category: 'dependency',
    title: 'Go: the checksum of {package} does not match go.sum',
    needles: ['checksum mismatch', 'SECURITY ERROR'],
    pattern: /verifying (?<package>\S{1,200}): checksum mismatch|^SECURITY ERROR$|checksum mismatch$/,
    extent: { after: 2, while: /^\s+\S|^SECURITY ERROR|^This download|^The bits|^intercepted|^For more|^\s*$/ },
    transient: 0.05,
    explanation:
      'The module downloaded has another hash than go.sum records: its tag was moved, or something between altered it.',
    remedies: ['Find out whether the tag was moved; then `go clean -modcache` and `go mod tidy`, and review go.sum.'],
    examples: {
      match: [{ text: 'verifying acme.test/cart@v1.0.0: checksum mismatch', captures: { package: 'acme.test/cart@v1.0.0' } }],
      miss: ['checksum ok'],
    },
  },
  {
    id: 'go-mod/missing',
    category: 'dependency',
    title: 'Go: module of {package} is missing',
    needles: [
      'missing go.sum entry',
      'no required module provides package',
      'cannot find module providing package',
      'updates to go.mod needed',
      'cannot find package "',
      'is not in GOROOT',
      'is not in std',
      'inconsistent vendoring',
      'does not contain package',
      'unknown revision',
      'but was required as',
      'cannot find main module',
      'unrecognized import path',
      'invalid version:',
      'does not match go.mod',
      'cannot find module for path',
      '410 Gone',
      ': reading http',
    ],
    pattern:
      /missing go\.sum entry|no required module provides package (?<package>[^\s;]{1,200})|cannot find (?:module providing package|module for path) (?<package2>\S{1,200})|updates to go\.mod needed|cannot find package "(?<package3>[^"\n]{1,200})"|package (?<package4>\S{1,200}) is not in (?:GOROOT|std)|inconsistent vendoring|, but does not contain package|@\S{1,80}: (?:invalid version: )?unknown revision|but was required as:|unrecognized import path "(?<package5>[^"\n]{1,150})"|: invalid version: |reading https?:\S{1,200}: (?:404|410) /,
    extent: { before: 1, while: /^\s+\S/ },
    transient: 0.06,
    explanation: 'go.mod, go.sum or vendor/ does not have what the code imports, or the version or path named does not exist.',
    remedies: [
      'Run `go mod tidy` (and `go mod vendor`) and commit go.mod and go.sum.',
      'For private modules set GOPRIVATE and credentials for git.',
    ],
    examples: {
      match: [
        {
          text: 'cart.go:3:2: no required module provides package acme.test/item; to add it:',
          captures: { package: 'acme.test/item' },
        },
        { text: 'go: updates to go.mod needed' },
        { text: 'cart.go:3:8: acme.test/item@v1.8.0: reading https://proxy.test/acme.test/item/@v/v1.8.0.zip: 404 Not Found' },
        { text: 'go: acme.test/cart@v9.9.9: invalid version: unknown revision v9.9.9' },
      ],
      miss: ['go: downloading acme.test/cart v1.0.0'],
    },
  },
  {
    id: 'go-mod/go-version',
    category: 'config',
    title: 'Go: the module needs another Go version',
    needles: [
      'go.mod requires go >=',
      'requires go >=',
      'invalid go version',
      'toolchain not available',
      'is newer than',
      'note: module requires Go',
      'unknown directive: toolchain',
      'compile: version "',
    ],
    pattern:
      /(?:go\.mod )?requires go >= ?(?<version>[\d.]+) \(running go|invalid go version '|: toolchain not available|unknown directive: toolchain|note: module requires Go (?<version2>[\d.]+)|compile: version "[^"\n]{1,30}" does not match go tool version/,
    extent: { before: 1, after: 1 },
    transient: 0.02,
    explanation: 'go.mod, or that of a dependency, asks for a newer Go than the job has.',
    remedies: ['Install that version (setup-go with `go-version-file: go.mod`).'],
    examples: {
      match: [
        { text: 'go: go.mod requires go >= 1.22.0 (running go 1.20.14; GOTOOLCHAIN=local)', captures: { version: '1.22.0' } },
      ],
      miss: ['go version go1.22.0 linux/amd64'],
    },
  },
]

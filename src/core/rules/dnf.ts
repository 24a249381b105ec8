import type { Rule } from '../model/rule.ts'

/** yum, dnf and zypper. */
export const rules: readonly Rule[] = [
  {
    id: 'dnf/no-package',
    category: 'dependency',
    title: "dnf or yum finds no package '{package}'",
    needles: [
      'no match for argument',
      'unable to find a match',
      'no package ',
      'nothing provides',
      'no provider of',
      'nothing to do',
    ],
    pattern:
      /(?:Error: Unable to find a match:|No match for argument:|^No package|nothing provides) (?<package>[\w.+()-]{1,80})|No provider of '[^'\n]{1,80}' found|^Error: Nothing to do\s*$/,
    extent: { after: 2 },
    transient: 0.05,
    explanation:
      'The enabled repositories do not have this package or what it needs: another release, a repository that is not enabled (EPEL, CRB, PowerTools), or a renamed package.',
    remedies: [
      'Enable the repository that has it (`dnf config-manager --set-enabled crb`, `dnf install epel-release`).',
      'Look the name up for this release with `dnf provides`.',
    ],
    examples: {
      match: [
        { text: 'No match for argument: libcart-devel', captures: { package: 'libcart-devel' } },
        { text: '  - nothing provides libcart.so.1()(64bit) needed by cart-1.2-1.el9.x86_64' },
        { text: 'Error: Unable to find a match: libcart-devel' },
      ],
      miss: ['there was no package to update'],
    },
  },
  {
    id: 'dnf/repository',
    category: 'network',
    title: 'dnf or yum could not read a repository',
    needles: [
      'failed to download metadata for repo',
      'cannot find a valid baseurl',
      'failed to synchronize cache',
      'cannot download repomd',
      'no more mirrors',
      'all mirrors were tried',
      'error downloading packages',
      'failed to retrieve new repository',
      'cannot prepare internal mirrorlist',
    ],
    pattern:
      /Failed to download metadata for repo|Cannot find a valid baseurl for repo|Failed to synchronize cache for repo|Cannot download repomd\.xml|No more mirrors to try|All mirrors were (?:already )?tried|Error downloading packages:|Cannot prepare internal mirrorlist|Failed to retrieve new repository metadata/i,
    extent: { before: 2, after: 2 },
    transient: 0.45,
    explanation: 'The mirrors did not answer, or the release is at its end of life and was moved to an archive (CentOS 7 and 8).',
    remedies: [
      'Re-run once.',
      'For CentOS 7/8, point the repositories to vault.centos.org or move to a release that is maintained.',
    ],
    examples: {
      match: [
        {
          text: "Error: Failed to download metadata for repo 'appstream': Cannot prepare internal mirrorlist: No URLs in mirrorlist",
        },
        { text: 'Cannot find a valid baseurl for repo: base/7/x86_64' },
      ],
      miss: ['Metadata cache created.'],
    },
  },
  {
    id: 'dnf/failed',
    category: 'dependency',
    title: 'dnf, yum or zypper could not install what was asked',
    needles: [
      'error: transaction',
      'gpg check failed',
      'transaction check error',
      'conflicting requests',
      'depsolve',
      'public key for',
      'nothing provides',
      'error: package:',
      'problem: ',
      'requires:',
    ],
    pattern:
      /^(?:#\d+ [\d.]+ )?(?:Error: (?:GPG check FAILED|Transaction (?:test error|check error|failed)|Package: \S)|Transaction Check Error:|Public key for \S{1,120} is not installed|Problem: (?:conflicting requests|package \S{1,100} requires|nothing provides|cannot install))/,
    extent: { after: 4 },
    transient: 0.06,
    explanation: 'The packages asked for clash with each other or with what is installed, or their signature is not trusted.',
    remedies: [
      'Read which package requires or conflicts with what; install matching versions.',
      'Import the vendor’s key with `rpm --import`.',
    ],
    examples: {
      match: [{ text: 'Error: GPG check FAILED' }, { text: 'Problem: conflicting requests' }],
      miss: ['Transaction check succeeded.'],
    },
  },
]

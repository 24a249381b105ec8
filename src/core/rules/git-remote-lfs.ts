import type { Rule } from '../model/rule.ts'

/** Git LFS and the size limits of hosts. */
export const rules: readonly Rule[] = [
  {
    id: 'git-remote/lfs',
    category: 'rate_limit',
    title: 'The LFS quota of the repository is used up',
    needles: ['over its data quota', 'exceeded its lfs budget', 'lfs budget'],
    pattern: /(?:over its data quota|exceeded its LFS budget)/,
    transient: 0.05,
    explanation:
      'The account has used the LFS bandwidth or storage it pays for, and the host delivers no more files until the next period.',
    remedies: [
      'Buy a data pack or wait for the reset.',
      'Cache LFS files between runs and fetch only what the job needs (`lfs: false`, `git lfs pull --include`).',
    ],
    examples: {
      match: [
        {
          text: 'batch response: This repository is over its data quota. Account responsible for LFS bandwidth should purchase more data packs.',
        },
      ],
      miss: ['LFS budget: 40% used'],
    },
  },
  {
    id: 'git-remote/lfs-missing',
    category: 'config',
    title: 'An LFS file could not be fetched',
    needles: [
      'smudge filter',
      'lfs: object',
      'object does not exist on the server',
      'error downloading object',
      'git-lfs: command not found',
      'git-lfs filter-process',
      'external filter',
    ],
    pattern:
      /smudge filter lfs failed|Smudge error:|Object does not exist on the server|Error downloading object: \S{1,200}|external filter 'git-lfs[^'\n]{1,40}' failed/,
    extent: { before: 1, after: 2 },
    transient: 0.25,
    explanation:
      'git found an LFS pointer but could not get the file: it was never pushed to the LFS store, git-lfs is not installed, or the server refused.',
    remedies: ['Push the objects: `git lfs push --all origin`.', 'Install git-lfs in the image and run `git lfs install`.'],
    examples: {
      match: [
        { text: "error: external filter 'git-lfs filter-process' failed" },
        { text: 'fatal: assets/cart.png: smudge filter lfs failed' },
      ],
      miss: ['Skipping object checkout, Git LFS is not installed.'],
    },
  },
  {
    id: 'git-remote/file-too-large',
    category: 'deploy',
    title: 'A file is too large for the git host',
    needles: ['file size limit of', 'gh001', 'larger than the maximum', 'exceeds the maximum file size'],
    pattern:
      /exceeds GitHub's file size limit of|error: GH001: Large files detected|larger than the maximum file size|push size .{1,40}larger than/,
    extent: { before: 2 },
    transient: 0.01,
    explanation:
      'The host refuses a push that contains a file above its limit (100 MB on GitHub), also when a later commit removes it.',
    remedies: ['Take the file out of the commits, or store it with Git LFS or as a release asset.'],
    examples: {
      match: [{ text: "remote: error: File big.bin is 123.00 MB; this exceeds GitHub's file size limit of 100.00 MB" }],
      miss: [
        "remote: warning: File cart.bin is 51.00 MB; this is larger than GitHub's recommended maximum file size of 50.00 MB",
      ],
    },
  },
]

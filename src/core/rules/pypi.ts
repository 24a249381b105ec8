import type { Rule } from '../model/rule.ts'

/** Uploads to PyPI: twine, trusted publishing. */
export const rules: readonly Rule[] = [
  {
    id: 'pypi/exists',
    category: 'deploy',
    title: 'This file is on PyPI already',
    needles: ['file already exists', 'filename has already been used', 'this filename has'],
    pattern: /\b(?:File already exists|This filename has already been used|filename or contents already exists)\b/i,
    extent: { before: 2, after: 1 },
    transient: 0.01,
    explanation: 'PyPI never takes a file name twice, even after it was deleted.',
    remedies: ['Raise the version.', 'Add `--skip-existing` when re-runs may have uploaded a part.'],
    examples: {
      match: [
        {
          text: "ERROR    HTTPError: 400 Bad Request from https://upload.pypi.org/legacy/\n         File already exists ('cart-1.2.3-py3-none-any.whl', with blake2_256 hash '11').",
        },
      ],
      miss: ['Skipping cart-1.2.3.tar.gz because it appears to already exist'],
    },
  },
  {
    id: 'pypi/auth',
    category: 'auth',
    title: 'PyPI refuses the upload',
    needles: [
      'invalid or non-existent authentication',
      'trusted publishing exchange failure',
      'upload.pypi.org',
      'test.pypi.org',
      "isn't allowed to upload",
      'invalid-publisher',
      "user '",
    ],
    pattern:
      /Invalid or non-existent authentication information|[Tt]rusted publishing exchange failure|`?invalid-publisher`?|isn't allowed to upload to project|40[13] (?:Client Error|Forbidden|Unauthorized)[^\n]{0,80}(?:upload|test)\.pypi\.org/,
    extent: { after: 4 },
    transient: 0.03,
    explanation:
      'The token is wrong or for another project, or no trusted publisher of the project matches this workflow, repository and environment.',
    remedies: [
      'Compare the publisher on PyPI with the claims printed below (workflow file, environment).',
      'Renew the token, and use `__token__` as user name.',
    ],
    examples: {
      match: [
        { text: 'Trusted publishing exchange failure:' },
        { text: 'HTTPError: 403 Forbidden from https://upload.pypi.org/legacy/' },
        { text: 'ERROR    HTTPError: 403 Invalid or non-existent authentication information.' },
      ],
      miss: ['Uploading cart-1.2.3.tar.gz to https://upload.pypi.org/legacy/'],
    },
  },
  {
    id: 'pypi/invalid',
    category: 'deploy',
    title: 'PyPI or twine refuses the package',
    needles: [
      'httperror: 400',
      'invaliddistribution',
      'the description failed to render',
      'long_description',
      'cannot find file (or expand pattern)',
      'has syntax errors in markup',
    ],
    pattern:
      /HTTPError: 400 (?:Bad Request|Client Error|The description|Invalid|'[^'\n]{1,80}' is)|InvalidDistribution: |Cannot find file \(or expand pattern\)|`long_description` has syntax errors in markup|Checking \S{1,200}: FAILED/,
    extent: { after: 3 },
    transient: 0.02,
    explanation: 'The metadata or the file is not acceptable, or there is no file in dist/.',
    remedies: ['Run `python -m build && twine check --strict dist/*` locally.'],
    examples: {
      match: [
        { text: "ERROR    InvalidDistribution: Cannot find file (or expand pattern): 'dist/*'" },
        { text: 'HTTPError: 400 Bad Request from https://upload.pypi.org/legacy/' },
      ],
      miss: ['Checking dist/cart-1.2.3.tar.gz: PASSED'],
    },
  },
]

import type { Rule } from '../model/rule.ts'

/** Uploads of coverage: Codecov, Coveralls. */
export const rules: readonly Rule[] = [
  {
    id: 'codecov/upload',
    category: 'network',
    title: 'The coverage report could not be uploaded',
    needles: [
      'codecov',
      'coveralls',
      'upload queued',
      'rate limit reached. please upload with the codecov',
      'could not find a repository',
      'bad response: 4',
      'bad response: 5',
      'coverallserror',
    ],
    pattern:
      /(?:[Cc]odecov: )?Failed to properly (?:upload report|create commit|create report)|Codecov token not found|Error: Codecov(?: -|:) [^\n]{0,100}|There was an error (?:running the uploader|fetching the storage URL)|Rate limit reached\. Please upload with the Codecov repository upload token|Bad response: (?<code>[45]\d\d)[^\n]{0,120}coveralls|(?:Coveralls|CoverallsError)[^\n]{0,40}(?:Bad response|Couldn't find a repository)|Upload failed: [^\n]{0,160}Codecov|HTTP Error \d{3}[^\n]{0,60}codecov/,
    extent: { after: 1 },
    transient: 0.45,
    explanation:
      'The service did not accept the report: no token, its rate limit for uploads without one, or trouble on its side. The tests themselves were done by then.',
    remedies: [
      'Set the upload token as a secret.',
      'Do not let the upload fail the build (`fail_ci_if_error: false`), or re-run.',
    ],
    examples: {
      match: [
        { text: "##[error]Codecov: Failed to properly upload report: The process '/home/ci/codecov' failed with exit code 1" },
        {
          text: "There was an error running the uploader: Error uploading to https://codecov.io: Error: There was an error fetching the storage URL during POST: 404 - {'detail': ErrorDetail(string='Unable to locate build via Github Actions API.', code='not_found')}",
        },
      ],
      miss: ['info - Upload queued for processing complete'],
    },
  },
]

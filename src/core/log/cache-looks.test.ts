import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cacheLooks } from './cache-looks.ts'

const looks = (text: string) => cacheLooks(text.split('\n').map(text => ({ text })))

test.each([
  ['GitHub, told twice', 'Cache hit for: npm-1a\nCache restored successfully\nCache restored from key: npm-1a', 1, null],
  [
    'GitHub, told twice by other keys',
    'Cache hit for: npm-1a\nCache restored from key: npm-9f\nCache restored from key: x',
    2,
    null,
  ],
  ['GitHub, by a restore key', 'Cache hit for restore-key: npm-\nCache restored from key: npm-', 1, null],
  ['GitHub, after the job', 'Cache hit occurred on the primary key npm-1a, not saving cache.', undefined, undefined],
  ['GitHub, nothing there', 'Cache not found for input keys: npm-1a, npm-', null, 1],
  ['setup-node', 'yarn cache is not found', null, 1],
  ['GitLab', 'Checking cache for default...\nSuccessfully extracted cache', 1, null],
  ['GitLab, nothing there', 'WARNING: Cache file does not exist\nFailed to extract cache', null, 1],
  ['GitLab, no server', 'No URL provided, cache will not be downloaded from shared cache server. ', undefined, undefined],
  ['CircleCI', 'No cache is found for key: npm-1a\nFound a cache from build 13 at npm-', 1, 1],
  ['BuildKit', '#5 [2/4] RUN npm ci\n#5 CACHED\n#6 [3/4] COPY . .\n#6 CACHED\n#7 DONE 0.1s', 2, null],
  ['Docker', 'Step 2/3 : RUN make\n ---> Using cache\n ---> 1f2e3d', 1, null],
  ['ccache', 'Cacheable calls:    685 / 2133 (32.11%)\n  Hits:              57 /  685 ( 8.32%)\n    Direct:  0 / 57', 57, 628],
  ['ccache, before and after', 'Cacheable calls: 5 / 9\n  Hits: 0\nx\nCacheable calls: 16 / 16\n  Hits: 4 / 16', 4, 12],
  [
    'ccache 3',
    'cache hit (direct)   3028\ncache hit (preprocessed)   2\ncache miss   1767\ncache hit rate   63.22 %',
    3030,
    1767,
  ],
  ['hits of something else', 'Hits: 12\ncache hits are good', undefined, undefined],
  [
    'sccache',
    'Compile requests 100\nCache hits   80\nCache misses   18\nCache hits (Rust)   80\nCache misses (Rust)   18',
    80,
    18,
  ],
  ['Gradle', '30 actionable tasks: 4 executed, 21 from cache, 5 up-to-date', 21, 4],
  ['Gradle without a cache', '5 actionable tasks: 1 executed, 4 up-to-date', undefined, undefined],
  ['Bazel', 'INFO: 42 processes: 31 remote cache hit, 2 internal, 9 linux-sandbox.', 31, null],
  ['Nx', 'Nx read the output from the cache instead of running the command for 10 out of 12 tasks.', 10, 2],
  ['Turborepo', ' Tasks:    4 successful, 4 total\nCached:    3 cached, 4 total', 3, 1],
  ['Turborepo, nothing to do', 'Cached:    0 cached, 0 total', undefined, undefined],
  ['several', 'Cache restored from key: a\nCache restored from key: b\nnpm cache is not found', 2, 1],
])('%s', (_, text, hits, misses) => {
  expect(looks(text)).toEqual(hits === undefined ? null : { hits, misses })
})

test('a script that is only echoed tells nothing', () => {
  expect(cacheLooks([{ text: 'npm cache is not found', echo: true }])).toBeNull()
})

test('whatever the lines', () => {
  const part = fc.constantFrom('Cacheable calls:', ' Hits:', ' cache ', '#1 CACHED', ' / ', '9', ': ', ' from cache', 'x')
  const line = fc.oneof(
    fc.string(),
    fc.array(part).map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(fc.array(line), texts => {
      expect(() => looks(texts.join('\n'))).not.toThrow()
    }),
  )
})

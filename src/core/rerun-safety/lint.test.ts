import { describe, expect, it } from 'vitest'
import { parseYaml } from '../../integrations/config-file/parse-yaml.ts'
import type { Run } from '../model/run.ts'
import { judgeSafety, type SafetyVerdict } from './judge.ts'
import { lintWorkflow } from './lint.ts'

const FILE = '.github/workflows/ci.yml'
const PUSH: Pick<Run, 'event' | 'branch'> = { event: 'push', branch: 'main' }
const PULL: Pick<Run, 'event' | 'branch'> = { event: 'pull_request', branch: 'topic' }

function lint(text: string, run = PUSH) {
  const parsed = parseYaml(text, FILE)
  if (!('value' in parsed)) throw new Error(parsed.troubles[0]?.message)
  const { value, locate } = parsed.value
  return lintWorkflow(FILE, { value, text, lineOf: path => locate(path, 'key').line }, run)
}

/** Verdict and line of a re-run of `test`, where `deploy` was skipped and all else ran. */
function judged(text: string, { jobs = ['test'], ran = ['test', 'build'], run = PUSH }: Asked = {}) {
  const { verdict, findings } = judgeSafety(lint(text, run), jobs, ran)
  return [verdict, findings[0]?.line ?? null]
}
interface Asked {
  readonly jobs?: readonly string[] | 'all'
  readonly ran?: readonly string[]
  readonly run?: Pick<Run, 'event' | 'branch'>
}

const job = (...steps: string[]) => `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
${steps.map(step => `      - ${step}`).join('\n')}
`

describe('a step of the job itself', () => {
  it.each<[SafetyVerdict, string]>([
    ['safe', 'uses: actions/checkout@v4'],
    ['safe', 'run: npm ci && npm test'],
    ['safe', 'run: npm publish --dry-run'],
    ['safe', 'run: echo "npm publish comes later"'],
    ['safe', 'run: "# npm publish"'],
    ['safe', 'run: ./gradlew publishToMavenLocal'],
    ['safe', 'run: sbt publishLocal'],
    ['safe', 'run: cargo build --release'],
    ['safe', 'run: docker build -t app .'],
    ['safe', 'run: docker buildx build -t app .'],
    ['safe', 'run: git push --dry-run'],
    ['safe', 'run: terraform plan'],
    ['safe', 'run: kubectl get pods'],
    ['safe', 'run: helm lint chart'],
    ['safe', 'run: npm run publish-report'],
    ['safe', 'run: ansible-playbook site.yml --check'],
    ['safe', 'run: goreleaser release --snapshot'],
    ['safe', 'run: aws s3 cp s3://bucket/fixtures . --dryrun'],
    ['safe', 'uses: EnricoMi/publish-unit-test-result-action@v2'],
    ['safe', 'uses: actions/setup-node@v4'],
    ['safe', 'uses: acme/get-release@v1'],
    ['safe', 'uses: acme/setup-deploy-tool@v1'],
    ['safe', '{uses: docker/build-push-action@v6, with: {push: false}}'],
    ['safe', '{uses: docker/build-push-action@v6, with: {tags: app}}'],
    ['safe', '{uses: goreleaser/goreleaser-action@v6, with: {args: check}}'],
    ['safe', '{uses: pulumi/actions@v6, with: {command: preview}}'],
    ['unsafe', 'run: npm publish'],
    ['unsafe', 'run: npm ci && npm publish --access public'],
    ['unsafe', 'run: NODE_AUTH_TOKEN=x npm publish'],
    ['unsafe', 'run: pnpm -r publish'],
    ['unsafe', 'run: pnpm --filter ./packages publish'],
    ['unsafe', 'run: yarn npm publish'],
    ['unsafe', 'run: npx semantic-release'],
    ['unsafe', 'run: npx lerna publish from-package'],
    ['unsafe', 'run: python -m twine upload dist/*'],
    ['unsafe', 'run: poetry publish --build'],
    ['unsafe', 'run: uv publish'],
    ['unsafe', 'run: cargo publish -p core'],
    ['unsafe', 'run: gem push app.gem'],
    ['unsafe', 'run: mvn -B clean deploy'],
    ['unsafe', 'run: ./mvnw --batch-mode deploy -DskipTests'],
    ['unsafe', 'run: ./gradlew build publish'],
    ['unsafe', 'run: ./gradlew :lib:publishAllPublicationsToMavenRepository'],
    ['unsafe', 'run: dotnet nuget push out.nupkg'],
    ['unsafe', 'run: docker push ghcr.io/acme/app'],
    ['unsafe', 'run: docker buildx build --push -t app .'],
    ['unsafe', 'run: docker compose push'],
    ['unsafe', 'run: helm push app.tgz oci://r'],
    ['unsafe', 'run: gh release create v1'],
    ['unsafe', 'run: goreleaser release --clean'],
    ['unsafe', 'run: git push origin HEAD'],
    ['unsafe', 'run: git tag v1 && git push --tags'],
    ['unsafe', 'run: git -c user.name=bot push'],
    ['unsafe', 'run: kubectl apply -f k8s/'],
    ['unsafe', 'run: kubectl -n prod rollout restart deployment/web'],
    ['unsafe', 'run: helm upgrade --install app chart'],
    ['unsafe', 'run: terraform apply -auto-approve'],
    ['unsafe', 'run: cd infra; terraform -chdir=x apply'],
    ['unsafe', 'run: npx cdk deploy --all'],
    ['unsafe', 'run: npx serverless deploy'],
    ['unsafe', 'run: aws s3 sync dist s3://site'],
    ['unsafe', 'run: aws ecs update-service --force-new-deployment'],
    ['unsafe', 'run: gcloud run deploy web'],
    ['unsafe', 'run: npx firebase deploy'],
    ['unsafe', 'run: npx vercel --prod'],
    ['unsafe', 'run: flyctl deploy'],
    ['unsafe', 'run: npx wrangler deploy'],
    ['unsafe', 'run: rsync -a dist/ me@host:/srv'],
    ['unsafe', 'run: ansible-playbook site.yml'],
    ['unsafe', 'run: mkdocs gh-deploy'],
    ['unsafe', 'uses: pypa/gh-action-pypi-publish@release/v1'],
    ['unsafe', 'uses: softprops/action-gh-release@v2'],
    ['unsafe', 'uses: JamesIves/github-pages-deploy-action@v4'],
    ['unsafe', 'uses: actions/deploy-pages@v4'],
    ['unsafe', 'uses: appleboy/ssh-action@v1'],
    ['unsafe', 'uses: stefanzweifel/git-auto-commit-action@v5'],
    ['unsafe', 'uses: ./.github/actions/deploy'],
    ['unsafe', 'uses: acme/deploy-to-moon@v1'],
    ['unsafe', '{uses: docker/build-push-action@v6, with: {push: true}}'],
    ['unsafe', '{uses: docker/build-push-action@v6, with: {push: "${{ github.event_name != \'pull_request\' }}"}}'],
    ['unsafe', 'uses: goreleaser/goreleaser-action@v6'],
  ])('%s: %s', (verdict, step) => {
    expect(judged(job('run: make', step))).toEqual([verdict, verdict === 'safe' ? null : 7])
  })

  it('is told by its line in a script', () => {
    const text = job('run: |\n          set -e\n          npm ci\n          npm publish \\\n            --access public')
    expect(judged(text)).toEqual(['unsafe', 9])
    expect(judgeSafety(lint(text), ['test'], ['test']).findings[0]?.text).toBe(
      'The job test would run again, and publishes a package: npm publish --access public (.github/workflows/ci.yml:9).',
    )
  })

  it('does not count where its condition does not hold', () => {
    const step = (condition: string) => job(`{run: npm publish, if: "${condition}"}`)
    expect(judged(step("github.event_name == 'push'"), { run: PULL })).toEqual(['safe', null])
    expect(judged(step("github.event_name == 'push'"))).toEqual(['unsafe', 6])
    expect(judged(step("${{ github.event_name == 'release' && success() }}"))).toEqual(['safe', null])
    expect(judged(step("startsWith(github.ref, 'refs/tags/v')"))).toEqual(['safe', null])
    expect(judged(step("startsWith(github.ref, 'refs/tags/')"))).toEqual(['unsafe', 6])
    expect(judged(step("github.ref == 'refs/heads/main'"), { run: PULL })).toEqual(['safe', null])
    expect(judged(step("github.ref == 'refs/heads/main'"))).toEqual(['unsafe', 6])
    expect(judged(step("github.ref_name == 'release'"))).toEqual(['safe', null])
    expect(judged(step("github.event_name == 'release' || inputs.really"))).toEqual(['unsafe', 6])
    expect(judged(step("!(github.event_name == 'push')"))).toEqual(['safe', null])
  })
})

const PIPELINE = `name: ci
on: [push, pull_request]
jobs:
  build:
    runs-on: ubuntu-latest
    outputs:
      tag: \${{ steps.meta.outputs.tag }}
    steps:
      - run: make
  test:
    needs: build
    runs-on: ubuntu-latest
    steps:
      - run: make test
  deploy:
    needs: [build, test]
    runs-on: ubuntu-latest
    environment:
      name: production
      url: https://example.com
    steps:
      - run: ./deploy.sh "\${{ needs.build.outputs.tag }}"
`

describe('jobs', () => {
  it('that follow and deploy for the first time want a person', () => {
    expect(judged(PIPELINE)).toEqual(['sets-off', 18])
  })

  it('that deployed already must not do so again', () => {
    expect(judged(PIPELINE, { jobs: ['deploy'], ran: ['build', 'test', 'deploy'] })).toEqual(['unsafe', 18])
  })

  it('that use outputs of a job that is not run again need all of it to be run again', () => {
    const plain = PIPELINE.replace(/ {4}environment:\n.*\n.*\n/, '')
    expect(judged(plain)).toEqual(['needs-full-rerun', 19])
    expect(judged(plain, { jobs: 'all' })).toEqual(['safe', null])
    expect(judged(plain, { jobs: ['build'] })).toEqual(['safe', null])
  })

  it('that never run in this kind of run do not count', () => {
    const guarded = PIPELINE.replace('    environment:', "    if: github.event_name == 'push'\n    environment:")
    expect(judged(guarded, { run: PULL })).toEqual(['safe', null])
    expect(judged(guarded)).toEqual(['sets-off', 19])
  })

  it('that are called from elsewhere are not known', () => {
    const text = 'on: push\njobs:\n  call:\n    uses: acme/shared/.github/workflows/test.yml@v1\n'
    expect(judged(text, { jobs: ['call / unit'], ran: ['call / unit'] })).toEqual(['unknown', 4])
  })

  it.each([
    ['permissions: {contents: write}', 5],
    ['permissions: {packages: write, contents: read}', 5],
    ['permissions: {id-token: write}', 5],
    ['permissions: write-all', 5],
  ])('with %s may do what no line shows', (permissions, line) => {
    const text = `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    ${permissions}\n    steps: [{run: ./do-it.sh}]\n`
    expect(judged(text)).toEqual(['unknown', line])
  })

  it('inherit the permissions of the workflow, unless they have their own', () => {
    const text = (own: string) =>
      `on: push\npermissions: {contents: write}\njobs:\n  test:\n    runs-on: ubuntu-latest\n${own}    steps: [{run: make}]\n`
    expect(judged(text(''))).toEqual(['unknown', 2])
    expect(judged(text('    permissions: {contents: read}\n'))).toEqual(['safe', null])
    expect(judged(text('    permissions: {}\n'))).toEqual(['safe', null])
  })

  it('are found by their names, with matrix and expressions', () => {
    const text = (name: string) =>
      `on: push\njobs:\n  unit:\n    ${name}strategy: {matrix: {os: [linux]}}\n    runs-on: x\n    steps: [{run: make}]\n`
    expect(judged(text(''), { jobs: ['unit (linux, 22)'] })).toEqual(['safe', null])
    expect(judged(text('name: Unit on ${{ matrix.os }}\n    '), { jobs: ['Unit on linux'] })).toEqual(['safe', null])
    expect(judged(text('name: Unit on ${{ matrix.os }}, fast\n    '), { jobs: ['Unit on linux, fast'] })).toEqual(['safe', null])
    expect(judged(text(''), { jobs: ['other'] })).toEqual(['unknown', null])
  })
})

describe('a file', () => {
  it.each(['on: push', '[]', 'jobs: []', 'jobs: {}', 'jobs: text', ''])('%j without jobs is not judged', text => {
    expect(judged(text)).toEqual(['unknown', null])
  })

  it.each([
    'jobs: {a: null, b: [], c: {steps: [null, 1, {run: {}}, {uses: [], with: 3}], needs: {x: 1}, permissions: 1, if: [], name: {}}}',
    'jobs: {test: {steps: {a: 1}, strategy: 3, environment: [], needs: [test, [test]]}}',
  ])('%j of odd shapes is read without harm', text => {
    expect(() => judgeSafety(lint(text), 'all', ['a'])).not.toThrow()
  })

  it('that means harm takes no time', () => {
    const name = `${'${{ matrix.a }}x'.repeat(2000)}`
    const script = 'npm publis'.repeat(20_000)
    const text = `on: push\njobs:\n  test:\n    name: ${name}\n    if: ${'('.repeat(800)}\n    steps: [{run: "${script}"}]\n`
    expect(judgeSafety(lint(text), ['x'.repeat(5000)], []).verdict).toBe('unknown')
  })

  it('with jobs that need each other ends', () => {
    const text = 'on: push\njobs:\n  test: {needs: b, steps: []}\n  b: {needs: test, steps: [{run: git push}]}\n'
    expect(judged(text)).toEqual(['sets-off', 4])
  })
})

it('tells to which environments a job deploys, where the file does', () => {
  const text = `on: push
jobs:
  plain: { runs-on: ubuntu-latest }
  named: { environment: staging }
  both: { environment: { name: production, url: 'https://example.test' } }
  chosen: { environment: '\${{ inputs.where }}' }
  calls: { uses: ./.github/workflows/deploy.yml }
  never: { environment: production, if: github.event_name == 'release' }
`
  expect(lint(text).jobs.map(({ environments }) => environments)).toEqual([[], ['staging'], ['production'], null, null, []])
})

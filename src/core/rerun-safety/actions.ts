/** What a step's action does to the world outside of the run, by its name and inputs. */

interface ActionEffect {
  readonly does: string
  /** Of `owner/name/path`, in lower case and without the version. */
  readonly pattern: RegExp
  /** Only where its inputs say so. */
  when?(inputs: Readonly<Record<string, string>>): boolean
}

const ACTIONS: readonly ActionEffect[] = [
  {
    does: 'pushes an image',
    pattern:
      /^docker\/(?:build-push|bake)-action$|^redhat-actions\/(?:push-to-registry|buildah-build)$|^mr-smithers-excellent\/docker-build-push$|^macbre\/push-to-ghcr$|^akhilerm\/tag-push-action$/,
    when: inputs => (!('push' in inputs) ? /type=registry|push=true/.test(inputs['outputs'] ?? '') : inputs['push'] !== 'false'),
  },
  {
    does: 'makes a release',
    pattern: /^goreleaser\/goreleaser-action$/,
    when: ({ args = 'release' }) => /\brelease\b/.test(args) && !/--snapshot|--skip[ =]publish/.test(args),
  },
  { does: 'deploys', pattern: /^pulumi\/actions$/, when: ({ command = '' }) => !/^preview$/.test(command) },
  {
    does: 'deploys',
    pattern:
      /^(?:azure\/(?:webapps-deploy|k8s-deploy|functions-action|static-web-apps-deploy|arm-deploy|container-apps-deploy-action|aci-deploy)|aws-actions\/(?:amazon-ecs-deploy-task-definition|aws-cloudformation-github-deploy|aws-lambda-deploy)|google-github-actions\/deploy-[\w-]+|cloudflare\/(?:wrangler|pages)-action|amondnet\/vercel-action|nwtgck\/actions-netlify|netlify\/actions\/.*|superfly\/flyctl-actions.*|akhileshns\/heroku-deploy|appleboy\/(?:ssh|scp)-action|easingthemes\/ssh-deploy|burnett01\/rsync-deployments|samkirkland\/ftp-deploy-action|w9jds\/firebase-action|firebaseextended\/action-hosting-deploy|actions\/deploy-pages|peaceiris\/actions-gh-pages|jamesives\/github-pages-deploy-action|crazy-max\/ghaction-github-pages|jakejarvis\/s3-sync-action|bobheadxi\/deployments|chrnorm\/deployment-action|digitalocean\/app_action.*|dawidd6\/action-ansible-playbook|deliverybot\/helm|koyeb-community\/.*|serverless\/github-action)$/,
  },
  {
    does: 'publishes a package',
    pattern:
      /^(?:pypa\/gh-action-pypi-publish|js-devtools\/npm-publish|rubygems\/release-gem|katyo\/publish-crates|changesets\/action|haaleo\/publish-vscode-extension|r0adkll\/upload-google-play|apple-actions\/upload-testflight-build|snapcore\/action-publish|flatpak\/flatpak-github-actions\/flat-manager|stefanzweifel\/.*publish.*)$/,
  },
  {
    does: 'makes a release',
    pattern:
      /^(?:softprops\/action-gh-release|ncipollo\/release-action|actions\/create-release|actions\/upload-release-asset|svenstaro\/upload-release-action|marvinpinto\/action-automatic-releases|google-github-actions\/release-please-action|googleapis\/release-please-action|cycjimmy\/semantic-release-action|taiki-e\/(?:create-gh-release|upload-rust-binary)-action|release-drafter\/release-drafter|tauri-apps\/tauri-action|relekang\/python-semantic-release|python-semantic-release\/.*)$/,
  },
  {
    does: 'pushes commits or tags',
    pattern:
      /^(?:stefanzweifel\/git-auto-commit-action|ad-m\/github-push-action|endbug\/add-and-commit|mathieudutour\/github-tag-action|anothrnick\/github-tag-action|rickstaa\/action-create-tag|peter-evans\/(?:create-pull-request|repository-dispatch)|phips28\/gh-action-bump-version|cpina\/github-action-push-to-another-repository|benc-uk\/workflow-dispatch|convictional\/trigger-workflow-and-wait)$/,
  },
]

/** Names of actions nobody listed, that say it themselves. */
const SAYS_SO = /(?:^|[/_-])(?:deploy(?:ment)?|publish|release)(?:$|[/_-])/
/** They speak of it, and do something else: set up a tool, read, report. */
const ONLY_SPEAKS =
  /setup|install|notes|version|get-|fetch|download|check|lint|verify|validate|test|report|result|comment|drafter|info|latest|changelog|prepare|annotat/

/** What an action does to the world; null where nothing is known of it. */
export function effectOfAction(uses: string, inputs: Readonly<Record<string, string>>): string | null {
  const name = uses.split('@')[0]?.toLowerCase() ?? ''
  const known = ACTIONS.find(({ pattern }) => pattern.test(name))
  if (known) return (known.when?.(inputs) ?? true) ? known.does : null
  const own = name.replace(/^\.\/(?:\.github\/(?:actions\/)?)?/, '')
  return SAYS_SO.test(own) && !ONLY_SPEAKS.test(own) ? 'publishes or deploys, by its name' : null
}

/** What a line of a script does to the world outside of the run. */
export interface CommandEffect {
  /** As the end of "it …": `publishes a package`. */
  readonly does: string
  readonly pattern: RegExp
}

/** Where a command may begin: a line, after an operator, behind `sudo`, `env X=1`, `npx` and the like. */
const START = String.raw`(?:^|[;&|({]\s*|\$\(\s*|\b(?:then|do|else|sudo|exec|time|xargs|npx|bunx|pnpx|uvx|pipx run|poetry run|uv run|bundle exec|python3? -m|yarn dlx|pnpm exec|pnpm dlx)\s+)(?:[A-Z_][A-Z0-9_]*=\S*\s+)*`
const command = (text: string) => new RegExp(`${START}(?:${text})(?![\\w-])`)

/** Files that begin with these and dry runs are left alone. The first that fits is told. */
const COMMANDS: readonly CommandEffect[] = [
  {
    does: 'publishes a package',
    pattern: command(
      String.raw`(?:npm|pnpm|bun|lerna|changeset|vsce|ovsx|jsr|deno|cargo|poetry|uv|flit|hatch|pdm|wasm-pack|melos exec -- flutter pub|dart pub|flutter pub) (?:[\w./=@ -]*? ?)?publish|yarn (?:npm )?publish|yarn workspaces? foreach .*npm publish|twine upload|python3? setup\.py .*upload|gem push|rake release|(?:mvn|mvnw|\./mvnw)\b.*?\s(?:[\w:-]*:)?deploy|(?:gradle|gradlew|\./gradlew)\b.*?\s[\w:]*publish(?!\w*(?:ToMavenLocal|Local))\w*|sbt\b.*?\bpublish(?!Local)\w*|(?:dotnet )?nuget push|mix hex\.publish|stack upload|cabal upload|luarocks upload|conan upload|pod trunk push|composer-publish|twine`,
    ),
  },
  {
    does: 'pushes an image',
    pattern: command(
      String.raw`(?:docker|podman|nerdctl)(?: image| compose| manifest)? push|docker-compose push|docker buildx (?:build|bake)\b.*--push|docker buildx imagetools create|buildah push|skopeo copy|skopeo sync|crane (?:push|copy|tag)|oras push|cosign (?:sign|attest)|ko (?:build|publish|resolve)|helm push|helm chart push`,
    ),
  },
  {
    does: 'makes a release',
    pattern: command(
      String.raw`gh release (?:create|upload|edit|delete)|hub release create|goreleaser(?: release)?|semantic-release|release-it|standard-version|auto shipit|cargo release|release-please|jreleaser\b.*release|changeset tag`,
    ),
  },
  {
    does: 'pushes commits or tags',
    pattern: command(
      String.raw`git (?:-[cC] \S+ )*push|gh pr (?:create|merge)|gh workflow run|gh api\b.*(?:-X|--method)[ =]?(?:POST|PUT|PATCH|DELETE)|npm version\b.*&& git`,
    ),
  },
  {
    does: 'deploys',
    pattern: command(
      String.raw`kubectl(?: -\S+(?: \S+)?)* (?:apply|create|delete|replace|patch|scale|set|rollout (?:restart|undo))|helm(?:file)? (?:upgrade|install|rollback|uninstall|apply|sync)|kustomize build .*kubectl apply|argocd app (?:sync|set)|(?:terraform|tofu|terragrunt)(?: -\S+)* (?:apply|destroy)|pulumi (?:up|destroy)|cdk (?:deploy|destroy)|(?:serverless|sls|sam|chalice|zappa|copilot|firebase|netlify|wrangler|fly|flyctl|railway|surge|dokku|kamal|cap|mike|gcloud [\w ]+|az [\w -]+|eb|now|amplify|shuttle|supabase functions) (?:\w+ )?deploy|mkdocs gh-deploy|gh-pages|vercel(?: deploy)?|railway up|kamal (?:deploy|redeploy)|wrangler (?:pages )?publish|aws s3 (?:cp|sync|mv|rm)\b.*s3://\S+|aws (?:ecs update-service|lambda update-function-code|cloudformation (?:deploy|create-stack|update-stack)|deploy create-deployment|cloudfront create-invalidation|elasticbeanstalk update-environment|amplify start-deployment)|gcloud (?:run|app|functions|compute|container)\b.*(?:deploy|update|set-image)|gsutil (?:-m )?(?:cp|rsync|mv)\b.*gs://\S+|gcloud storage (?:cp|rsync)\b.*gs://\S+|azcopy (?:copy|sync)|az (?:webapp|functionapp|containerapp|acr|aks|storage blob)\b.*(?:deploy|up|update|import|upload)|heroku (?:container:release|deploy)|ansible-playbook|rsync\b.*\s\S+:\S*|scp\b.*\s\S+:\S*|ssh(?: -\S+(?: \S+)?)* \S+@\S+|(?:prisma migrate deploy)|cf push|nomad job run|nomad run|docker stack deploy|docker service update`,
    ),
  },
]

/** It only shows what it would do. */
const DRY =
  /--dry-?run\b|--dryrun\b|--snapshot\b|--no-push\b|--check\b(?=.*playbook)|ansible-playbook.*\s--check\b|--push=false|--skip[ =]publish|\bDRY_RUN=(?:1|true)\b/

/** What a line of a script does to the world; null where nothing is known of it. */
export function effectOfLine(line: string): string | null {
  const bare = line.trim()
  if (
    bare === '' ||
    /^(?:#|::|REM\b|\/\/)/i.test(bare) ||
    /^(?:echo|printf|Write-Host|Write-Output)\b(?![^'"]*(?:&&|;|\|\|))/.test(bare)
  )
    return null
  if (DRY.test(bare)) return null
  return COMMANDS.find(({ pattern }) => pattern.test(bare))?.does ?? null
}

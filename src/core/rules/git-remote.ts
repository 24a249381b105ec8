import type { Rule } from '../model/rule.ts'

/** git with a remote: clone, fetch, push, submodules, LFS. */
export const rules: readonly Rule[] = [
  {
    id: 'git-remote/no-credentials',
    category: 'auth',
    title: "git has no valid credentials for '{host}'",
    needles: [
      'could not read username',
      'could not read password',
      'authentication failed for',
      'terminal prompts disabled',
      'invalid username or',
      'http basic: access denied',
      'support for password authentication was removed',
      'invalid credentials',
      'terminal is not a tty',
      'access token is expired',
      'no such device or address',
    ],
    pattern:
      /(?:could not read (?:Username|Password) for|Authentication failed for) '?(?:https?:\/\/)?(?<host>[\w.@:-]{1,120})|remote: (?:Invalid username or (?:password|token)|HTTP Basic: Access denied|Support for password authentication was removed|Invalid credentials|Bad credentials)/i,
    extent: { before: 1, after: 1 },
    transient: 0.05,
    explanation:
      'The remote asks for a login and the job has none that works. GitHub and GitLab also ask so when a private repository does not exist or is not visible to the token.',
    remedies: [
      'Check that the token is set in this job, not expired, and may read (or write) this repository.',
      'For private submodules or modules, configure the token for that host, too.',
    ],
    examples: {
      match: [
        {
          text: "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
          captures: { host: 'github.com' },
        },
        { text: "fatal: Authentication failed for 'https://git.acme.example/acme/cart.git/'" },
        { text: 'remote: HTTP Basic: Access denied. The provided password or token is incorrect' },
      ],
      miss: ['✓ shows “could not read” when the Username is missing'],
    },
  },
  {
    id: 'git-remote/forbidden',
    category: 'auth',
    title: 'git may not write to this repository',
    needles: [
      'permission to',
      'the requested url returned error: 403',
      'write access to repository',
      'you are not allowed to',
      'deploy key',
      'refusing to allow',
      'insufficient permission',
      'pre-receive hook declined',
      'protected branch',
      'gh006',
      'gh013',
      'key you are authenticating with',
      'returned error: 401',
      'not allowed to push',
    ],
    pattern:
      /remote: (?:Permission to (?<package>\S{1,120}) denied|Write access to repository not granted|You are not allowed to|error: GH0(?:06|13)|GitLab: You are not allowed to)|fatal: unable to access '[^'\n]{1,200}': The requested URL returned error: 40[13]|ERROR: (?:Permission to|The key you are authenticating with|Deploy key)|refusing to allow (?:a|an) [^\n]{1,80} to create or update workflow|! \[remote rejected\][^\n]{0,160}(?:protected branch|pre-receive hook declined|permission|refusing to allow)/,
    extent: { before: 1, after: 2 },
    transient: 0.03,
    explanation:
      'The login works but lacks the right: a read-only token or deploy key, a protected branch, or a token without the workflow scope.',
    remedies: [
      'Give the job the right (GitHub: `permissions: contents: write`; GitLab: a project access token).',
      'For protected branches, push through a pull request or let the bot bypass the rule.',
    ],
    examples: {
      match: [
        { text: 'remote: Permission to acme/cart.git denied to github-actions[bot].', captures: { package: 'acme/cart.git' } },
        { text: ' ! [remote rejected] main -> main (protected branch hook declined)' },
        { text: "fatal: unable to access 'https://github.com/acme/cart/': The requested URL returned error: 403" },
      ],
      miss: ['remote: Resolving deltas: 100% (3/3), done.', 'Adding permission to deploy key'],
    },
  },
  {
    id: 'git-remote/push-rejected',
    category: 'deploy',
    title: 'git push was rejected',
    needles: ['failed to push some refs', '[rejected]', '[remote rejected]', 'updates were rejected'],
    pattern:
      /! \[(?:remote )?rejected\][^\n]{0,160}\((?:fetch first|non-fast-forward|already exists|stale info|cannot lock ref|failed to [^)\n]{1,60}|would clobber existing tag)|error: failed to push some refs to|Updates were rejected because/,
    extent: { before: 2, while: /^hint:|^error:/ },
    transient: 0.4,
    explanation:
      'The remote branch or tag moved on since this job fetched it, or exists already. Two runs that push at the same time do this.',
    remedies: [
      'Fetch and rebase before pushing, or re-run on the new commit.',
      'Let runs that push wait for each other (a concurrency group).',
    ],
    examples: {
      match: [
        { text: ' ! [rejected]        main -> main (fetch first)' },
        { text: "error: failed to push some refs to 'https://github.com/acme/cart'" },
      ],
      miss: [' * [new branch]      main -> main'],
    },
  },
  {
    id: 'git-remote/not-found',
    category: 'config',
    title: "Repository not found: '{file}'",
    needles: [
      'repository not found',
      "repository '",
      'does not appear to be a git repository',
      'project you were looking for',
      'does not exist',
    ],
    pattern:
      /(?:remote|ERROR): Repository not found|fatal: repository '(?<file>[^'\n]{1,200})' (?:not found|does not exist)|fatal: '[^'\n]{1,200}' does not appear to be a git repository|remote: The project you were looking for could not be found/,
    extent: { after: 1 },
    transient: 0.04,
    explanation:
      'The repository does not exist under this name, or the token of the job may not see it (servers answer both alike).',
    remedies: [
      'Check the address.',
      'If it is private, give the job a token or key that may read it; the default token sees only its own repository.',
    ],
    examples: {
      match: [
        { text: 'remote: Repository not found.' },
        {
          text: "fatal: repository 'https://github.com/acme/gone/' not found",
          captures: { file: 'https://github.com/acme/gone/' },
        },
      ],
      miss: ['warning: repository notes do not exist'],
    },
  },
  {
    id: 'git-remote/missing-ref',
    category: 'config',
    title: "The remote has no ref '{symbol}'",
    needles: [
      "couldn't find remote ref",
      'could not find remote branch',
      'remote branch',
      'not our ref',
      'did not send all necessary objects',
      'unadvertised object',
      'src refspec',
    ],
    pattern:
      /(?:fatal: (?:[Cc]ouldn't find remote ref|[Cc]ould not find remote branch|Remote branch)|error: src refspec) ['"]?(?<symbol>[^\s'"]{1,150})|upload-pack: not our ref|does not allow request for unadvertised object|remote did not send all necessary objects/,
    extent: { after: 1 },
    transient: 0.08,
    explanation:
      'The branch, tag or commit is gone on the server: deleted after a merge, force-pushed away, misspelt, or a submodule points to a commit that was never pushed.',
    remedies: [
      'Re-run from the current commit of the branch, not from an old run.',
      'For submodules, push the commit that the parent points to.',
    ],
    examples: {
      match: [
        { text: "fatal: couldn't find remote ref refs/heads/feature-x", captures: { symbol: 'refs/heads/feature-x' } },
        { text: 'fatal: Remote branch v2 not found in upstream origin', captures: { symbol: 'v2' } },
        { text: 'error: src refspec main does not match any' },
      ],
      miss: ['remote branch is up to date'],
    },
  },
  {
    id: 'git-remote/transfer',
    category: 'network',
    title: 'A git transfer broke off',
    needles: [
      'rpc failed',
      'early eof',
      'the remote end hung up',
      'unexpected disconnect',
      'index-pack failed',
      'fetch-pack',
      'gnutls recv',
      'unable to access',
      'expected flush',
      'the requested url returned error: 5',
      'could not read from remote repository',
      'bad pack header',
      'invalid index-pack',
      'internal server error',
    ],
    pattern:
      /\b(?:error: RPC failed;|fatal: (?:early EOF|[Tt]he remote end hung up|fetch-pack: invalid index-pack|index-pack failed|protocol error: bad pack header|expected flush after ref listing)|fetch-pack: unexpected disconnect|fatal: unable to access '(?<url>[^'\n]{1,200})': (?!The requested URL returned error: 4)|remote: Internal Server Error)/,
    extent: { before: 1, after: 2 },
    transient: 0.75,
    explanation: 'The connection to the git server failed or was cut while objects were transferred.',
    remedies: ['Re-run; check the status page of the git host.', 'Transfer less: a shallow clone, no tags, sparse checkout.'],
    examples: {
      match: [
        { text: 'error: RPC failed; curl 18 transfer closed with outstanding read data remaining' },
        { text: "fatal: unable to access 'https://github.com/acme/cart/': Could not resolve host: github.com" },
        { text: 'fatal: early EOF' },
      ],
      miss: [
        "fatal: unable to access 'https://github.com/acme/cart/': The requested URL returned error: 403",
        'remote: Counting objects: 100%',
      ],
    },
  },
  {
    id: 'git-remote/submodule',
    category: 'config',
    title: "Submodule '{file}' could not be checked out",
    needles: [
      'no submodule mapping',
      'in submodule path',
      'no url found for submodule',
      'failed to clone',
      'into submodule path',
      'failed to recurse into submodule',
      'unable to checkout',
    ],
    pattern:
      /fatal: (?:[Nn]o submodule mapping found in \.gitmodules for path|[Nn]o url found for submodule path|[Uu]nable to checkout '[^'\n]{1,80}' in submodule path|clone of '[^'\n]{1,200}' into submodule path|Failed to (?:clone|recurse into submodule)(?: path)?|Fetched in submodule path) '?(?<file>[^'\n]{1,200}?)'(?:$|[ .,;])/,
    role: 'summary',
    extent: { before: 2 },
    transient: 0.15,
    explanation:
      'A submodule has no entry in .gitmodules, points to a commit that the server does not have, or its repository cannot be read by this job.',
    remedies: [
      'Read the line above for the reason: rights, a missing commit, or the network.',
      'Push the submodule’s commit, or correct .gitmodules.',
    ],
    examples: {
      match: [
        { text: "fatal: No url found for submodule path 'lib/cart' in .gitmodules", captures: { file: 'lib/cart' } },
        { text: "fatal: Unable to checkout '1111111' in submodule path 'vendor/foo'", captures: { file: 'vendor/foo' } },
      ],
      miss: ["Submodule path 'lib/cart': checked out '1111111'"],
    },
  },
]

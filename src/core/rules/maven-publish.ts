import type { Rule } from '../model/rule.ts'

/** Publishing to Maven repositories: deploy, staging, signing. */
export const rules: readonly Rule[] = [
  {
    id: 'maven-publish/deploy',
    category: 'deploy',
    title: 'Artifacts could not be deployed to the repository',
    needles: [
      'failed to deploy artifacts',
      'could not transfer artifact',
      'maven-deploy-plugin',
      'nexus-staging',
      'central-publishing',
      'failed to publish publication',
      'could not put',
      'rule failure while trying to close',
    ],
    pattern:
      /Failed to deploy artifacts(?:\/metadata)?|Failed to publish publication '(?<symbol>[^'\n]{1,80})'|Could not PUT '?(?:https?:\/\/)?(?<host>[\w.-]{3,120})|Rule failure while trying to close staging repository|Failed to execute goal org\.(?:apache\.maven\.plugins:maven-deploy-plugin|sonatype\.\w{1,40}[.:][\w-]{1,60})|Deployment [\w-]{1,60} failed\s*$/,
    extent: { after: 2 },
    transient: 0.2,
    explanation:
      'The upload was refused or broke off: 401/403 is the login, 400/409 a release that exists or may not be overwritten, 5xx the server; “close” rules want sources, javadoc and signatures.',
    remedies: [
      'Read the status in the message.',
      'For 401, renew the token in settings.xml; the server id must be that of distributionManagement.',
      'For 409/400, raise the version.',
    ],
    examples: {
      match: [
        {
          text: '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-deploy-plugin:3.1.1:deploy (default-deploy) on project cart: Failed to deploy artifacts: Could not transfer artifact',
        },
        { text: "> Failed to publish publication 'maven' to repository 'acme'" },
      ],
      miss: ['[INFO] --- maven-deploy-plugin:3.1.1:deploy (default-deploy) @ cart ---'],
    },
  },
  {
    id: 'maven-publish/signing',
    category: 'config',
    title: 'Artifacts could not be signed',
    needles: [
      'maven-gpg-plugin',
      'unable to retrieve secret key',
      'cannot perform signing task',
      'could not read pgp secret key',
      'no configured signatory',
    ],
    pattern:
      /Failed to execute goal org\.apache\.maven\.plugins:maven-gpg-plugin|Cannot perform signing task|no configured signatory|Could not read PGP secret key|unable to retrieve secret key/i,
    extent: { before: 1, after: 2 },
    transient: 0.03,
    explanation: 'The signing key or its passphrase is not in this job, or gpg cannot ask for it.',
    remedies: [
      'Import the key from a secret and pass the passphrase (`--pinentry-mode loopback`, useInMemoryPgpKeys).',
      'Skip signing for snapshots and forks.',
    ],
    examples: {
      match: [
        {
          text: '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-gpg-plugin:3.1.0:sign (sign-artifacts) on project cart: Exit code: 2',
        },
        { text: "> Cannot perform signing task ':signMavenPublication' because it has no configured signatory" },
      ],
      miss: ['[INFO] --- maven-gpg-plugin:3.1.0:sign @ cart ---'],
    },
  },
]

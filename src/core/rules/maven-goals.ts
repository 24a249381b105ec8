import type { Rule } from '../model/rule.ts'

/** Maven: goals that failed, by what they do. */
export const rules: readonly Rule[] = [
  {
    id: 'maven/goal-compile',
    category: 'compile',
    role: 'summary',
    title: 'Maven: {goal} failed in {project}',
    needles: ['Failed to execute goal'],
    pattern:
      /Failed to execute goal \S{0,120}?(?<goal>(?:maven-compiler|kotlin-maven|scala-maven|gmavenplus|maven-javadoc|frontend-maven|protobuf-maven|antlr4?-maven|maven-site|native-maven|aspectj-maven)-plugin:[^\s:]{1,40}:\S{1,40}|\S{0,60}javadoc\S{0,40}) (?:\([^)\n]{1,80}\) )?on project (?<project>[^\s:]{1,100})/,
    extent: { while: /^\[ERROR\] (?!To see|Re-run|For more|After|\[Help|$)/ },
    transient: 0.02,
    explanation: 'The goal that compiles or generates failed; Maven repeats its errors here.',
    remedies: ['Read the errors listed.'],
    examples: {
      match: [
        {
          text: '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.8.1:compile (default-compile) on project cart: Compilation failure',
          captures: { project: 'cart' },
        },
      ],
      miss: ['[INFO] --- maven-compiler-plugin:3.8.1:compile (default-compile) @ cart ---'],
    },
  },
  {
    id: 'maven/goal-test',
    category: 'test',
    role: 'summary',
    title: 'Maven: tests failed in {project}',
    needles: ['Failed to execute goal'],
    pattern:
      /Failed to execute goal \S{0,120}?(?<goal>(?:maven-surefire|maven-failsafe|scalatest-maven|jasmine-maven|tycho-surefire|gmaven\S{0,10}|exec-maven|karaf-maven|pitest-maven)[\w-]{0,20}:[^\s:]{1,40}:\S{1,40}) (?:\([^)\n]{1,80}\) )?on project (?<project>[^\s:]{1,100})/,
    extent: { after: 2 },
    transient: 0.12,
    explanation: 'The goal that runs the tests failed.',
    remedies: ['Read the failed tests above, or target/surefire-reports.'],
    examples: {
      match: [
        {
          text: '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-surefire-plugin:3.0.0:test (default-test) on project cart: There are test failures.',
          captures: { project: 'cart' },
        },
      ],
      miss: ['[ERROR] There are test failures.'],
    },
  },
  {
    id: 'maven/goal-lint',
    category: 'lint',
    role: 'summary',
    title: 'Maven: {goal} found violations in {project}',
    needles: ['Failed to execute goal'],
    pattern:
      /Failed to execute goal \S{0,120}?(?<goal>(?:maven-checkstyle|maven-pmd|spotbugs-maven|findbugs-maven|apache-rat|license-maven|spotless-maven|fmt-maven|formatter-maven|impsort-maven|jacoco-maven|japicmp-maven|revapi-maven|animal-sniffer-maven|forbiddenapis|sonar-maven|dependency-check-maven|detekt-maven|ktlint|xml-maven|git-code-format-maven|clirr-maven|maven-dependency|duplicate-finder-maven|modernizer-maven|error-?prone|coveralls-maven|sortpom-maven)[\w-]{0,20}:[^\s:]{1,40}:(?!deploy)\S{1,40}) (?:\([^)\n]{1,80}\) )?on project (?<project>[^\s:]{1,100})/,
    extent: { while: /^\[ERROR\] (?!To see|Re-run|For more|After|\[Help|$)/ },
    transient: 0.02,
    explanation: 'A check of style, licence, analysis, coverage or API found too much.',
    remedies: ['Read the findings above.'],
    examples: {
      match: [
        {
          text: '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-checkstyle-plugin:3.1.0:check (validate) on project cart: You have 3 Checkstyle violations. -> [Help 1]',
          captures: { project: 'cart' },
        },
      ],
      miss: [
        'Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.8.1:compile (default-compile) on project cart',
      ],
    },
  },
  {
    id: 'maven/goal-deploy',
    category: 'deploy',
    role: 'summary',
    title: 'Maven: {goal} failed in {project}',
    needles: ['Failed to execute goal'],
    pattern:
      /Failed to execute goal \S{0,120}?(?<goal>(?:maven-deploy|nexus-staging-maven|central-publishing-maven|maven-release|maven-gpg|maven-scm-publish|jib-maven|docker-maven|dockerfile-maven|wagon-maven)[\w-]{0,20}:[^\s:]{1,40}:\S{1,40}) (?:\([^)\n]{1,80}\) )?on project (?<project>[^\s:]{1,100})/,
    extent: { after: 2 },
    transient: 0.2,
    explanation: 'Publishing or signing failed.',
    remedies: ['Read the reason in the same line: credentials, an existing version, or the repository.'],
    examples: {
      match: [
        {
          text: '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-deploy-plugin:3.0.0:deploy (default-deploy) on project cart: Failed to deploy artifacts',
        },
      ],
      miss: ['[INFO] --- maven-deploy-plugin:3.0.0:deploy (default-deploy) @ cart ---'],
    },
  },
  {
    id: 'maven/goal',
    category: 'unknown',
    role: 'summary',
    title: 'Maven: a goal failed: {goal}',
    needles: ['Failed to execute goal'],
    pattern:
      /Failed to execute goal (?!on project|\S{0,120}(?:maven-(?:compiler|surefire|failsafe|checkstyle|pmd|deploy|javadoc|enforcer)|spotbugs|spotless))(?<goal>\S{1,200})/,
    extent: { while: /^\[ERROR\] (?!To see|Re-run|For more|After|\[Help|$)/ },
    transient: 0.1,
    explanation: 'A plug-in failed; the reason stands in the same line.',
    remedies: ['Read the reason after the project name, and the output of the goal above.'],
    examples: {
      match: [
        { text: '[ERROR] Failed to execute goal com.acme:cart-maven-plugin:1.0:run (default) on project cart: boom -> [Help 1]' },
      ],
      miss: [
        '[ERROR] Failed to execute goal org.apache.maven.plugins:maven-surefire-plugin:3.0.0:test (default-test) on project cart',
      ],
    },
  },
  {
    id: 'maven/build-failure',
    category: 'unknown',
    role: 'symptom',
    title: 'Maven ended with BUILD FAILURE',
    needles: ['BUILD FAILURE', 'Some Enforcer rules have failed'],
    pattern: /^(?:\[\w+\] )?\s*BUILD FAILURE|Some Enforcer rules have failed/,
    transient: 0.1,
    explanation: 'Maven says only that the build failed.',
    remedies: ['Read the first `[ERROR]` line.'],
    examples: { match: [{ text: '[INFO] BUILD FAILURE' }], miss: ['[INFO] BUILD SUCCESS'] },
  },
]

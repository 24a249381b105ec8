import type { Rule } from '../model/rule.ts'

/** SonarQube and SonarCloud. */
export const rules: readonly Rule[] = [
  {
    id: 'sonar/auth',
    category: 'auth',
    title: 'SonarQube or SonarCloud refuses the analysis',
    needles: [
      'not authorized. please check',
      'not authorized. analyzing this project',
      'sonar.login',
      'sonar_token',
      'sonar',
      "you're not authorized to",
    ],
    pattern:
      /Not authorized\. (?:Please check|Analyzing this project)|You're not authorized to (?:run analysis|analyze)|Running this GitHub Action without SONAR_TOKEN is not recommended|Project not found\. Please check the 'sonar\.projectKey'|Failed to query JRE metadata: [^\n]{0,120}40[13]|could not find a default branch to fall back on/i,
    extent: { after: 1 },
    transient: 0.04,
    explanation: 'The token of the analysis is missing, expired or has no rights on the project; forks get no secrets.',
    remedies: ['Renew SONAR_TOKEN, and check project key and organisation.', 'Skip the analysis on forks.'],
    examples: {
      match: [
        { text: "ERROR: Not authorized. Please check the user token in the property 'sonar.token' or the credentials" },
        { text: "ERROR: You're not authorized to run analysis. Please contact the project administrator." },
      ],
      miss: ['INFO: SonarScanner 5.0'],
    },
  },
  {
    id: 'sonar/quality-gate',
    category: 'lint',
    title: 'the Sonar quality gate failed',
    needles: ['QUALITY GATE STATUS: FAILED', 'Quality Gate has FAILED', 'quality gate failed'],
    pattern: /QUALITY GATE STATUS: FAILED|Quality Gate has FAILED/i,
    extent: { after: 1 },
    transient: 0.03,
    explanation: 'The analysis found more issues, or less coverage, than the gate allows.',
    remedies: ['Open the dashboard that the line names.'],
    examples: {
      match: [{ text: '[ERROR] QUALITY GATE STATUS: FAILED - View details on https://sonar.acme.test/dashboard?id=cart' }],
      miss: ['QUALITY GATE STATUS: PASSED'],
    },
  },
]

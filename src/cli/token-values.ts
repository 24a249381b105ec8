import type { Variables } from './environment.ts'

const TOKENS = ['GITHUB_TOKEN', 'GH_TOKEN', 'GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN']

/** What the environment holds of secrets of ours: hidden wherever it occurs. */
export const tokenValues = (variables: Variables): string[] => TOKENS.flatMap(name => variables[name] ?? [])

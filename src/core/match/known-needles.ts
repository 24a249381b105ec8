import type { Rule } from '../model/rule.ts'
import type { TestFramework } from '../model/test-report.ts'
import { rules as builtInRules } from '../rules/index.ts'
import { frameworks as builtInFrameworks } from '../tests/index.ts'
import { builtInNeedles } from './built-in-needles.ts'
import { indexNeedles, type Needles } from './needles.ts'

/** The literals of rules, then of test frameworks; of the built-in ones they are known beforehand. */
export const needlesOf = (rules: readonly Rule[], frameworks: readonly TestFramework[]): Needles =>
  rules === builtInRules && frameworks === builtInFrameworks ? builtInNeedles() : indexNeedles([...rules, ...frameworks])

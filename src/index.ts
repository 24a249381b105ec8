/** The library: the pipeline of the CLI as functions. */
export type { CaseFile } from './core/model/case-file.ts'
export type { Category } from './core/model/category.ts'
export type { Diagnosis, Failure, Highlight } from './core/model/diagnosis.ts'
export type { Rule } from './core/model/rule.ts'
export { SherpaError } from './core/model/trouble.ts'

/**
 * The library: the pipeline of the command line as functions. Gather reads logs into a case file, `diagnose` thinks about it,
 * a report renders the answer. What a diagnosis quotes from logs is as the logs say it: pass it through {@link redactValue}
 * before it is shown, sent or stored.
 */
export { diagnose } from './core/diagnose.ts'
export { type GatherOptions, gatherInput } from './core/gather/from-logs.ts'
export type { DocumentInput, Input, LogInput, TextFile } from './core/gather/input.ts'
export type { LogSource } from './core/gather/log-source.ts'
export { type Baseline, createBaselineReader } from './core/log/baseline.ts'
export { createKnowledge, createLogReader, type Knowledge, type LogReader, type LogReaderOptions } from './core/log/read.ts'
export type { CaseFile, LogExtract, Note, Source } from './core/model/case-file.ts'
export { CATEGORIES, type Category } from './core/model/category.ts'
export type { Anomaly, Cause, Diagnosis, Evidence, Failure, Highlight, Stats } from './core/model/diagnosis.ts'
export type { LinePattern, Rule } from './core/model/rule.ts'
export type { Job, Run } from './core/model/run.ts'
export type { Finding, Point, SeriesScore } from './core/model/series.ts'
export type { FailedTest, TestFramework, TestReport } from './core/model/test-report.ts'
export { SherpaError } from './core/model/trouble.ts'
export { createRedactor, type Redactor, redact } from './core/redact/redact.ts'
export { redactValue } from './core/redact/value.ts'
export { FORMATS, type FormatName, type Render, type RenderOptions } from './core/report/index.ts'
export { rules } from './core/rules/index.ts'
export { scoreSeries } from './core/series/score.ts'
export { frameworks } from './core/tests/index.ts'
export { version } from './version.ts'

import type { Command } from 'commander'
import { addAnomaliesCommand } from './anomalies/options.ts'
import { addApproveCommand } from './approve/options.ts'
import { addBisectCommand } from './bisect/options.ts'
import { addCanaryCommand } from './canary/options.ts'
import { addCollectCommand } from './collect/options.ts'
import type { Run, Start } from './command.ts'
import { addDiagnoseCommand } from './diagnose/options.ts'
import { addFlakyCommand } from './flaky/options.ts'
import { addGateCommand } from './gate/options.ts'
import { addHealCommand } from './heal/options.ts'
import { addHistoryCommand } from './history/options.ts'
import { addIngestCommand } from './ingest/options.ts'
import { addInitCommand } from './init/options.ts'
import { addLedgerCommand } from './ledger/options.ts'
import { addMetricsCommand } from './metrics/options.ts'
import { addPlanCommand } from './plan/options.ts'
import { addPolicyCommand } from './policy/options.ts'
import { addReplayCommand } from './replay/options.ts'
import { addReportCommand } from './report/options.ts'
import { addRerunCommand } from './rerun/options.ts'
import { addRestartCommand } from './restart/options.ts'
import { addRollbackCommand } from './rollback/options.ts'
import { addRulesCommand } from './rules/options.ts'
import { addRunCommand } from './run/options.ts'
import { addSimulateCommand } from './simulate/options.ts'
import { addStoreCommand } from './store/options.ts'
import { addTrendsCommand } from './trends/options.ts'
import { addUndoCommand } from './undo/options.ts'

/** Makes of what loads a command the start of it. */
export type Lazily = <Options>(load: () => Promise<Run<Options>>) => Start<Options>

/** Every command by its name: adds it to the program. What it runs is loaded when it is run. */
export const commandsOf = (program: Command, lazily: Lazily): Readonly<Record<string, () => void>> => ({
  diagnose: () =>
    addDiagnoseCommand(
      program,
      lazily(async () => (await import('./diagnose/run.ts')).runDiagnose),
    ),
  heal: () =>
    addHealCommand(
      program,
      lazily(async () => (await import('./heal/run.ts')).runHeal),
    ),
  approve: () =>
    addApproveCommand(
      program,
      lazily(async () => (await import('./approve/run.ts')).runApprove),
    ),
  plan: () =>
    addPlanCommand(
      program,
      lazily(async () => (await import('./plan/run.ts')).runPlan),
    ),
  rerun: () =>
    addRerunCommand(
      program,
      lazily(async () => (await import('./rerun/run.ts')).runRerun),
    ),
  policy: () =>
    addPolicyCommand(program, {
      check: lazily(async () => (await import('./policy/check.ts')).runPolicyCheck),
      test: lazily(async () => (await import('./policy/test.ts')).runPolicyTest),
      explain: lazily(async () => (await import('./policy/explain.ts')).runPolicyExplain),
    }),
  restart: () =>
    addRestartCommand(
      program,
      lazily(async () => (await import('./restart/run.ts')).runRestart),
    ),
  rollback: () =>
    addRollbackCommand(
      program,
      lazily(async () => (await import('./rollback/run.ts')).runRollback),
    ),
  simulate: () =>
    addSimulateCommand(
      program,
      lazily(async () => (await import('./simulate/run.ts')).runSimulate),
    ),
  canary: () =>
    addCanaryCommand(
      program,
      lazily(async () => (await import('./canary/run.ts')).runCanaryCommand),
    ),
  bisect: () =>
    addBisectCommand(
      program,
      lazily(async () => (await import('./bisect/run.ts')).runBisectCommand),
    ),
  gate: () =>
    addGateCommand(
      program,
      lazily(async () => (await import('./gate/run.ts')).runGate),
    ),
  replay: () =>
    addReplayCommand(
      program,
      lazily(async () => (await import('./replay/run.ts')).runReplay),
    ),
  rules: () =>
    addRulesCommand(program, {
      list: lazily(async () => (await import('./rules/list.ts')).runRulesList),
      show: lazily(async () => (await import('./rules/show.ts')).runRulesShow),
      test: lazily(async () => (await import('./rules/test.ts')).runRulesTest),
    }),
  ingest: () =>
    addIngestCommand(
      program,
      lazily(async () => (await import('./ingest/run.ts')).runIngest),
    ),
  collect: () =>
    addCollectCommand(
      program,
      lazily(async () => (await import('./collect/run.ts')).runCollect),
    ),
  run: () =>
    addRunCommand(
      program,
      lazily(async () => (await import('./run/run.ts')).runRun),
    ),
  flaky: () =>
    addFlakyCommand(
      program,
      lazily(async () => (await import('./flaky/run.ts')).runFlaky),
    ),
  store: () =>
    addStoreCommand(program, {
      check: lazily(async () => (await import('./store/check.ts')).runStoreCheck),
      export: lazily(async () => (await import('./store/export.ts')).runStoreExport),
      import: lazily(async () => (await import('./store/import.ts')).runStoreImport),
      merge: lazily(async () => (await import('./store/merge.ts')).runStoreMerge),
      prune: lazily(async () => (await import('./store/prune.ts')).runStorePrune),
    }),
  history: () =>
    addHistoryCommand(
      program,
      lazily(async () => (await import('./history/run.ts')).runHistory),
    ),
  trends: () =>
    addTrendsCommand(
      program,
      lazily(async () => (await import('./trends/run.ts')).runTrends),
    ),
  anomalies: () =>
    addAnomaliesCommand(program, {
      history: lazily(async () => (await import('./anomalies/history.ts')).runAnomalies),
      score: lazily(async () => (await import('./anomalies/score.ts')).runScore),
    }),
  report: () =>
    addReportCommand(
      program,
      lazily(async () => (await import('./report/run.ts')).runReport),
    ),
  metrics: () =>
    addMetricsCommand(
      program,
      lazily(async () => (await import('./metrics/run.ts')).runMetrics),
    ),
  ledger: () =>
    addLedgerCommand(program, {
      show: lazily(async () => (await import('./ledger/show.ts')).runLedger),
      verify: lazily(async () => (await import('./ledger/verify.ts')).runLedgerVerify),
    }),
  undo: () =>
    addUndoCommand(
      program,
      lazily(async () => (await import('./undo/run.ts')).runUndo),
    ),
  init: () =>
    addInitCommand(
      program,
      lazily(async () => (await import('./init/run.ts')).runInit),
    ),
})

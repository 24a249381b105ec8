import type { FormatReader, LogEvent, Marked, Stripped } from './format.ts'
import { stripTimestamp } from './timestamp.ts'

/** Any other log: what a program printed, perhaps under timestamps, perhaps with a shell's trace; verdicts of several CIs. */
export const plain: FormatReader = {
  format: 'plain',
  recognise: () => 1,
  adapt: lines => (isBuildkite(lines) ? buildkite : plain),
  strip: stripStamp,
  mark: text => markCommand(text) ?? markVerdict(text),
}

/** Buildkite writes the time in an escape sequence that terminals do not show; headings begin with three signs. */
const buildkite: FormatReader = {
  ...plain,
  mark: text => {
    const name = /^(?:---|\+\+\+|~~~) (?<name>\S.*)$/.exec(text)?.groups?.name
    return name ? { mark: 'step', name } : plain.mark(text, text)
  },
}

const BUILDKITE_TIME = /^\u001b_bk;t=(?<ms>\d{10,16})\u0007/
/** AWS CodeBuild: `[Container] 2024/05/01 10:00:00.123456 Running command make`. */
const CODEBUILD_TIME = /^\[Container\] (?<date>\d{4}\/\d\d\/\d\d) (?<time>\d\d:\d\d:\d\d)(?:\.\d+)? /

function stripStamp(raw: string): Stripped {
  const { ms } = BUILDKITE_TIME.exec(raw)?.groups ?? {}
  if (ms) return { raw: raw.replace(BUILDKITE_TIME, ''), timeMs: Number(ms) }
  const codeBuild = raw.startsWith('[Container] ') ? CODEBUILD_TIME.exec(raw) : null
  if (!codeBuild?.groups) return stripTimestamp(raw)
  const { date = '', time } = codeBuild.groups
  return { raw: raw.slice(codeBuild[0].length), timeMs: Date.parse(`${date.replaceAll('/', '-')}T${time}Z`) }
}

function isBuildkite(lines: Iterable<string>): boolean {
  for (const line of lines) if (BUILDKITE_TIME.test(line) || line.startsWith('~~~ Preparing working directory')) return true
  return false
}

/** Phases of CodeBuild, steps of Buildbot. */
const PHASE = /^(?:Entering phase (?<phase>\w+)|={3,} Started (?<step>\S.{0,300}?) (?:\w{1,40} )?\(.*=)$/
const COMMAND = /^(?:(?:\+{1,3}|\$) |Running command )(?<name>\S.*)$/

function markCommand(text: string): Marked | null {
  const name = COMMAND.exec(text)?.groups?.name
  if (name) return { mark: 'command', name }
  const { phase, step = phase } = PHASE.exec(text)?.groups ?? {}
  return step === undefined ? null : { mark: 'step', name: step }
}

/** Whole lines with which CIs end a step: CircleCI, Buildkite, AppVeyor, TeamCity, Cirrus, CodeBuild, Cloud Build, Drone, Buildbot. */
const VERDICTS: readonly RegExp[] = [
  /^Exited with code (?:exit status )?(?<code>\d+)$/,
  /^CircleCI received exit code (?<code>\d+)$/,
  /^(?:\S+ )?Error: The command exited with status (?<code>-?\d+)$/,
  /^user command error: (?:the plugin .+ )?(?:command hook )?exit(?:ed with)? status (?<code>\d+)$/,
  /^Command exited with code (?<code>\d+)$/,
  /^Process exited with code (?<code>\d+)(?: \(Step: .+\))?$/,
  /^Exit status: (?<code>\d+)$/,
  /^Command did not exit successfully .* exit status (?<code>\d+)$/,
  /^Phase complete: \w+ State: (?:FAILED|FAULT|TIMED_OUT|STOPPED|CLIENT_ERROR)$/,
  /^ERROR: build step \d+ ".*" failed: .*non-zero status: (?<code>\d+)$/,
  /^program finished with exit code (?<code>-?\d+)$/,
  /^={3,} Finished .* (?:failed|exception) \(results: [245], .*=$/,
  /^\s*linux: process exited with code (?<code>\d+)$/,
]

/** Only a failure is a verdict here: after a step that passed, others follow. */
function markVerdict(text: string): Marked | null {
  for (const pattern of VERDICTS) {
    const found = pattern.exec(text)
    if (!found) continue
    const code = found.groups?.code
    const exitCode = code === undefined ? {} : { exitCode: Number(code) }
    const failed: LogEvent = { mark: 'error', ...exitCode, failed: true, verdict: 'failed' }
    return exitCode.exitCode === 0 ? { mark: 'notice', exitCode: 0 } : failed
  }
  return BUILDBOT_WARNINGS.test(text) ? { mark: 'warning', failed: 'maybe' } : null
}

/** Buildbot ends a step like this where tests failed, but also where a compiler warned. */
const BUILDBOT_WARNINGS = /^={3,} Finished .* warnings \(results: 1, .*=$/

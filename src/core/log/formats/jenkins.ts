import type { FormatReader, Marked, Stripped } from './format.ts'
import { stripTimestamp } from './timestamp.ts'

/** Jenkins' console: `[Pipeline]` annotations, `+ command` traces, parallel branches by prefix, a verdict in the last line. */
export const jenkins: FormatReader = {
  format: 'jenkins',
  recognise: lines => (lines.some(line => OWN_WORDS.test(line)) ? 5 : 0),
  adapt: lines => withBranches(branchNames(lines)),
  strip: stripStamp,
  mark: text => (text.startsWith('[Pipeline] ') ? markPipeline(text.slice(11)) : markOther(text)),
}

const STAMP = String.raw`(?:\[?\d[\d:.TZ-]+\]? +)?`
const OWN_WORDS = new RegExp(
  String.raw`^${STAMP}(?:Started by (?:user|timer|upstream|an SCM change|GitHub|GitLab|remote host)\b|Running as SYSTEM$|\[Pipeline\] |Building (?:remotely on .+ |on .+ |)in workspace |Finished: (?:SUCCESS|FAILURE|UNSTABLE|ABORTED|NOT_BUILT)$)`,
)

/** The time of day, as the timestamper plug-in shows it (https://plugins.jenkins.io/timestamper/); it has no date, so it is only taken off. */
const TIME_OF_DAY = /^\d\d:\d\d:\d\d(?:[.,]\d{1,3})? {1,2}/

function stripStamp(raw: string): Stripped {
  const time = TIME_OF_DAY.exec(raw)
  return time ? { raw: raw.slice(time[0].length) } : stripTimestamp(raw)
}

const BRANCH = /\[Pipeline\] (?:\[[^\]]*\] )?\{ \(Branch: (?<name>.+)\)\s*$/

function branchNames(lines: Iterable<string>): Set<string> {
  const names = new Set<string>()
  for (const line of lines) {
    const name = line.includes('(Branch: ') ? BRANCH.exec(line)?.groups?.name : undefined
    if (name) names.add(name)
  }
  return names
}

function withBranches(names: ReadonlySet<string>): FormatReader {
  if (names.size === 0) return jenkins
  const branched = ({ raw, ...stamp }: Stripped): Stripped => {
    const end = raw.charCodeAt(0) === OPENING ? raw.indexOf('] ') : -1
    const branch = raw.slice(1, Math.max(1, end))
    return names.has(branch) ? { raw: raw.slice(end + 2), ...stamp, branch } : { raw, ...stamp }
  }
  return { ...jenkins, strip: raw => branched(stripStamp(raw)) }
}

const OPENING = 91

const BLOCK = '{'

/** Blocks nest: node, stage, parallel branches, steps with a body. */
function markPipeline(text: string): Marked | null {
  const { name } = /^(?:\[[^\]]*\] )?\{ \((?:Branch: )?(?<name>.*)\)$/.exec(text)?.groups ?? {}
  if (name !== undefined)
    return { mark: 'step', name, id: BLOCK, traits: name.startsWith('Declarative: Post') ? ['nested', 'aside'] : ['nested'] }
  if (/^(?:\[[^\]]*\] )?\{$/.test(text)) return { mark: 'group', name: '', id: BLOCK }
  return /^(?:\[[^\]]*\] )?\}$/.test(text) ? { mark: 'endgroup', id: BLOCK } : null
}

const COMMAND = /^(?:\+{1,3} | > (?=git )|[A-Za-z]:\\[^<>|"]*> ?)(?<command>\S.*?)(?: # timeout=\d+)?$/
const FINISHED = /^Finished: (?<result>SUCCESS|FAILURE|UNSTABLE|ABORTED|NOT_BUILT)$/
const LATE =
  /^(?:ERROR: script returned exit code (?<code>-?\d+)|Build step '.*' marked build as failure|Failed in branch (?<branch>.+))$/

function markOther(text: string): Marked | null {
  const command = COMMAND.exec(text)?.groups?.command
  if (command) return { mark: 'command', name: command }
  const result = FINISHED.exec(text)?.groups?.result
  if (result === 'SUCCESS' || result === 'NOT_BUILT') return { mark: 'notice', verdict: 'passed' }
  if (result) return { mark: 'error', failed: true, blames: {}, verdict: 'failed' }
  if (/^Stage ".*" skipped due to /.test(text)) return { mark: 'notice', traits: ['skipped'] }
  const late = LATE.exec(text)
  if (!late) return null
  const { code, branch } = late.groups ?? {}
  return { mark: 'error', failed: true, blames: branch ? { step: branch } : {}, ...(code ? { exitCode: Number(code) } : {}) }
}

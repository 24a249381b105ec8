import type { CommandConfig } from '../config/config.ts'
import type { Failure } from '../model/diagnosis.ts'
import type { Trouble } from '../model/trouble.ts'
import type { Remedy, Subject, World } from '../plan/remedy.ts'
import type { Answer } from '../ports/answer.ts'
import type { Commands } from '../ports/commands.ts'

/** Of https://man.freebsd.org/cgi/man.cgi?sysexits: a temporary failure, so ask again. */
const NOT_YET = '75'

/** Runs a command that sherpa.yml names, as it stands there: nothing that anybody else wrote becomes a part of it. */
export const remedy: Remedy = {
  id: 'run-command',
  title: ({ command }) => `run the command ${command}`,
  params: {
    command: { kind: 'text', longest: 100, pattern: /^[a-z0-9][a-z0-9-]*$/ },
    run: { kind: 'texts', longest: 2000, most: 100 },
  },
  risk: 'medium',
  reversible: false,
  propose: ({ commands = {}, diagnosis, nowMs }) =>
    Object.entries(commands).flatMap(([name, { run, for: failures, risk, undo }]) => {
      const mended = diagnosis.failures.find(failure => failures.some(one => isMeant(failure, one)))
      if (!mended) return []
      return [
        {
          params: { command: name, run },
          judged: { verdict: 'allow', reasons: [{ code: 'rule', text: `sherpa.yml has ${name} for failures like this.` }] },
          because: mended.title,
          costMinutes: 0,
          notBeforeMs: nowMs,
          job: mended.job,
          risk,
          reversible: undo !== undefined,
        },
      ]
    }),
  thing: (_target, { command }) => `command:${command}`,
  /** Only the ledger knows whether it ran. */
  async find(subject, world) {
    const known = knownCommand(subject, world)
    return known.trouble ? known : { value: null }
  },
  async act(subject, world) {
    const known = knownCommand(subject, world)
    if (known.trouble) return { ...known, mayHaveHappened: false }
    const done = await known.value.commands.run(String(subject.params['command']), 'run')
    return done.trouble ? done : { value: { kind: 'command', id: String(done.value.exitCode) } }
  },
  async verify(subject, { id }, world) {
    if (id !== '0') return { value: { state: 'not-healed', detail: `it ended with exit code ${id}` } }
    const known = knownCommand(subject, world)
    if (known.trouble) return known
    if (!known.value.command.verify)
      return { value: { state: 'healed', detail: 'it ended with exit code 0, and no command verifies it' } }
    const asked = await known.value.commands.run(String(subject.params['command']), 'verify')
    if (asked.trouble) return { trouble: asked.trouble }
    const code = String(asked.value.exitCode)
    const detail = `its verification ended with exit code ${code}`
    return { value: { state: code === '0' ? 'healed' : code === NOT_YET ? 'pending' : 'not-healed', detail } }
  },
  async undo(subject, _effect, world) {
    const known = knownCommand(subject, world)
    if (known.trouble) return { ...known, mayHaveHappened: false }
    const name = String(subject.params['command'])
    if (!known.value.command.undo)
      return { trouble: trouble('command-without-undo', `${name} has no undo`), mayHaveHappened: false }
    const done = await known.value.commands.run(name, 'undo')
    if (done.trouble) return done
    const { exitCode, output } = done.value
    if (exitCode === 0) return { value: null }
    return {
      trouble: trouble('undo-failed', `the undo of ${name} ended with exit code ${exitCode}: ${output}`),
      mayHaveHappened: true,
    }
  },
}

/** Whether a failure is one of those: a category, the id of a rule, or `tool/*`. */
const isMeant = ({ category, rule }: Failure, one: string): boolean =>
  one === category || one === rule || (one.endsWith('/*') && rule?.startsWith(one.slice(0, -1)) === true)

/** The command as sherpa.yml has it, if it still is what was planned. */
function knownCommand(
  { params }: Subject,
  { commands }: World,
): Answer<{ readonly commands: Commands; readonly command: CommandConfig }> {
  const name = String(params['command'])
  const command = commands?.find(name)
  if (!commands || !command) return { trouble: trouble('command-unknown', `sherpa.yml has no command ${name}`) }
  if (JSON.stringify(command.run) !== JSON.stringify(params['run']))
    return { trouble: trouble('command-changed', `${name} is another command in sherpa.yml than when this was planned`) }
  return { value: { commands, command } }
}

const trouble = (code: string, message: string): Trouble => ({ code, kind: 'usage', message })

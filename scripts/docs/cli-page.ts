/** docs/cli.md: what `--help` says of every command. */
export function cliPage(help: (command: readonly string[]) => string): string {
  const commands = commandsBelow([], help)
  const parts = commands.map(
    command => `## \`${['sherpa', ...command].join(' ')}\`\n\n\`\`\`text\n${help(command).trimEnd()}\n\`\`\``,
  )
  return ['# The command line', ...parts].join('\n\n')
}

/** The command and those that its help lists, depth first. */
function commandsBelow(command: readonly string[], help: (command: readonly string[]) => string): readonly (readonly string[])[] {
  const list = /^Commands:\n(?<lines>(?: .*\n)+)/m.exec(help(command))?.groups?.['lines'] ?? ''
  const names = [...list.matchAll(/^ {2}(?<name>[a-z]+)\b/gm)].flatMap(({ groups }) => groups?.['name'] ?? [])
  return [command, ...names.filter(name => name !== 'help').flatMap(name => commandsBelow([...command, name], help))]
}

/** The command line. Each command is a file of src/commands; this one knows their names and their words. */
import { parseArgs } from 'node:util'
import type { Command } from './commands/command.ts'
import { COMMANDS as OTHERS } from './commands/commands.ts'
import { serveCommand } from './commands/serve-command.ts'
import { startOffice } from './server.ts'
import { readSettings } from './settings.ts'

const COMMANDS: Record<string, Command> = { serve: serveCommand(startOffice), ...OTHERS }

// Whoever reads our lines may stop reading, as `head` does: then there is nobody left to write to.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

/**
 * Runs one command. Resolves to the exit status: 0 done, 1 something is wrong with the data, 2 called wrongly. Results
 * go to stdout, everything else to stderr.
 */
export async function main(words: string[]): Promise<number> {
  const [first = '--help', ...rest] = words
  if (first === '--help' || first === 'help') {
    process.stdout.write(usage())
    return 0
  }
  const name = [`${first} ${rest[0] ?? ''}`, first].find((candidate) =>
    Object.hasOwn(COMMANDS, candidate),
  )
  const command = name === undefined ? undefined : COMMANDS[name]
  if (!name || !command) {
    process.stderr.write(`stele: no command "${first}"\n${usage()}`)
    return 2
  }
  return run(name, command, name.includes(' ') ? rest.slice(1) : rest)
}

/** Errors become one line; `DEBUG` in the environment shows where they come from. */
async function run(name: string, command: Command, words: string[]): Promise<number> {
  const help = `stele ${name} ${command.usage}\n  ${command.does}\n`
  if (words.includes('--help')) {
    process.stdout.write(help)
    return 0
  }
  const calledWrongly = (why: string) => {
    process.stderr.write(`stele ${name}: ${why}\n${help}`)
    return 2
  }
  let given
  try {
    given = parseArgs({ args: words, options: command.options, allowPositionals: true })
  } catch (error) {
    return calledWrongly((error as Error).message)
  }
  const options = given.values as Record<string, string | boolean | undefined>
  const [least, most] = command.words
  if (given.positionals.length < least || given.positionals.length > most)
    return calledWrongly(`takes ${least === most ? least : `${least} to ${most}`} words`)
  const settings = readSettings({ ...process.env, ...command.settings?.(options) })
  if (Array.isArray(settings)) {
    for (const problem of settings) process.stderr.write(`${problem}\n`)
    return 1
  }
  try {
    return await command.run({
      settings,
      words: given.positionals,
      options,
      out: (line) => process.stdout.write(`${line}\n`),
      note: (line) => process.stderr.write(`${line}\n`),
      calledWrongly,
    })
  } catch (error) {
    process.stderr.write(`stele ${name}: ${(error as Error).message}\n`)
    if (process.env['DEBUG']) console.error(error)
    return 1
  }
}

function usage(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { usage, does }]) => `  stele ${name} ${usage}\n      ${does}`,
  )
  return `Usage:\n${lines.join('\n')}\n`
}

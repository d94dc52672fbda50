import type { ParseArgsOptionsConfig } from 'node:util'
import type { Settings } from '../settings.ts'

/** What a command is called with. */
export interface Called {
  settings: Settings
  /** What stands after the command's name, without options. */
  words: string[]
  /** As parseArgs gives them; an option that was not given has its default, or is undefined. */
  options: Record<string, string | boolean | undefined>
  /** Writes one line of result to stdout. */
  out: (line: string) => void
  /** Writes one line about the work to stderr. */
  note: (line: string) => void
  /** Says on stderr why the call was wrong; gives the exit status. */
  calledWrongly: (why: string) => number
}

/** One command of `stele`: what its help says, what it takes, and what it does. It is tested without a process. */
export interface Command {
  usage: string
  does: string
  options: ParseArgsOptionsConfig
  /** Least and most words. */
  words: readonly [number, number]
  /** Settings that options overrule, by their names in the environment. */
  settings?: (options: Called['options']) => Record<string, string>
  /** Resolves to the exit status: 0 done, 1 something is wrong with the data, 2 called wrongly. */
  run: (called: Called) => Promise<number>
}

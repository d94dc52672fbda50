/**
 * `stele check [DIR]`: one tab-separated line per finding, in words that say the cure. The day is that of the folder's
 * own time zone.
 */
import { readContent } from '../content/read-content.ts'
import type { CheckRule } from '../domain/check-rules.ts'
import type { IsoDate } from '../domain/entry.ts'
import { reportInto, type Finding } from '../domain/finding.ts'
import { localDay } from '../domain/scan.ts'
import { checkFolder } from '../exchange/folder/check-folder.ts'
import { fix } from '../exchange/folder/fix.ts'
import { readFolderFromDisk } from '../exchange/folder/folder-on-disk.ts'
import { checkMessage, type CheckLanguage } from '../messages/check-message.ts'
import { noteBasemap } from './basemap-note.ts'
import type { Command } from './command.ts'

export const checkCommand: Command = {
  usage: '[DIR] [--lang vi|en] [--fix]',
  does: 'Checks content/ and signs/: severity, file, line, rule and what to do, one finding a line. --fix first brings files into canonical form.',
  options: { lang: { type: 'string', default: 'vi' }, fix: { type: 'boolean', default: false } },
  words: [0, 1],
  async run(called) {
    const { settings, words, options, calledWrongly } = called
    const { lang } = options
    if (lang !== 'vi' && lang !== 'en') return calledWrongly('--lang is vi or en')
    const folder = words[0] ?? settings.content
    if (options['fix']) await fix({ folder, out: process.stderr })
    const { site } = readContent(await readFolderFromDisk(folder), reportInto([]))
    const today = localDay(new Date(), site?.site.timeZone ?? 'UTC')
    const isShown = await noteBasemap(called)
    return Math.max(await check({ folder, lang, out: process.stdout, today }), isShown ? 0 : 1)
  },
}

export interface CheckOptions {
  /** Holds content/ and signs/. */
  folder: string
  /** Vietnamese unless said otherwise. */
  lang?: CheckLanguage
  out: { write: (text: string) => unknown }
  /** The installation's local day. */
  today: IsoDate
}

/**
 * Writes every finding to `out`, in order of file, line and rule. Resolves to the exit status: 1 when anything found is
 * an error, else 0.
 */
export async function check({ folder, lang = 'vi', out, today }: CheckOptions): Promise<number> {
  const findings = checkFolder(await readFolderFromDisk(folder), today)
  for (const finding of findings) out.write(`${findingLine(lang, finding)}\n`)
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** One finding as a line: severity, file, line, rule and message, between tabs. */
export function findingLine(lang: CheckLanguage, finding: Finding<CheckRule>): string {
  const { severity, file, line, rule } = finding
  return [severity, file, line, rule, checkMessage(lang, finding)].map(flat).join('\t')
}

/** A cell without tabs, line ends and control characters: they must not break the line, nor reach a terminal. */
function flat(cell: string | number): string {
  return String(cell).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

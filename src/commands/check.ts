/** `stele check [DIR]`: one tab-separated line per finding, in words that say the cure. */
import { checkMessage, type CheckLanguage } from '../messages/check-message.ts'
import type { Finding } from '../domain/check.ts'
import type { CheckRule } from '../domain/check-rules.ts'
import type { IsoDate } from '../domain/entry.ts'
import { checkFolder } from './check-folder.ts'
import { readFolderFromDisk } from './folder.ts'

export interface CheckOptions {
  /** Holds content/ and signs/. */
  folder: string
  /** Vietnamese unless said otherwise. */
  lang?: CheckLanguage
  out: { write: (text: string) => unknown }
  /** The installation's local day. */
  today: IsoDate
}

/** Resolves to the exit status: 1 when anything found is an error, else 0. */
export async function check({ folder, lang = 'vi', out, today }: CheckOptions): Promise<number> {
  const findings = checkFolder(await readFolderFromDisk(folder), today)
  for (const finding of findings) out.write(`${findingLine(lang, finding)}\n`)
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** Severity, file, line, rule and message. */
export function findingLine(lang: CheckLanguage, finding: Finding<CheckRule>): string {
  const { severity, file, line, rule } = finding
  return [severity, file, line, rule, checkMessage(lang, finding)].map(flat).join('\t')
}

/** Tabs, line ends and control characters in a value must not break the line, nor reach a terminal. */
function flat(cell: string | number): string {
  return String(cell).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

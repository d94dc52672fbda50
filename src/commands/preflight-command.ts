import { readFile } from 'node:fs/promises'
import { isReleased, type PreflightReport } from '../domain/preflight.ts'
import { preflightMessage, type PreflightLanguage } from '../messages/preflight-message.ts'
import { isSite, SITE_USAGE, SITE_WRONG } from '../printing/ask-site.ts'
import { findFileFacts } from '../printing/file-facts.ts'
import { guardedPreflight } from '../printing/guarded-preflight.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

/** Nothing is written: files are only judged. */
export const preflightCommand: Command = {
  usage: `FILE.pdf… [--distance METRES] ${SITE_USAGE} [--format text|json] [--lang vi|en] [--d1 local|remote]`,
  does: 'Judges finished print files, from here or elsewhere: file, rule, state, measured, threshold and cure, one rule a line. Signs of the database are asked for at the running site: at the printed origin, or where --site says. Status 1 when anything must not be printed.',
  options: {
    distance: { type: 'string' },
    site: { type: 'string' },
    format: { type: 'string', default: 'text' },
    lang: { type: 'string', default: 'vi' },
    d1: { type: 'string' },
  },
  words: [1, 10_000],
  async run(called) {
    const { words, options, out, calledWrongly } = called
    const { lang, format, distance, site } = options
    if (lang !== 'vi' && lang !== 'en') return calledWrongly('--lang is vi or en')
    if (format !== 'text' && format !== 'json') return calledWrongly('--format is text or json')
    const metres = distance === undefined ? null : Number(distance)
    if (metres !== null && !(metres > 0)) return calledWrongly('--distance is a number of metres')
    if (typeof site === 'string' && !isSite(site)) return calledWrongly(SITE_WRONG)
    return withDatabase(called, async (db) => {
      const preflight = guardedPreflight()
      const asked = { metres, siteOption: site }
      let status = 0
      try {
        for (const file of words) {
          const pdf = new Uint8Array(await readFile(file))
          const report = await preflight.judge(pdf, (question) =>
            findFileFacts(db, called.settings, question, asked),
          )
          if (!isReleased(report)) status = 1
          if (format === 'json') out(jsonLine(file, report, lang))
          else for (const line of textLines(file, report, lang)) out(line)
        }
      } finally {
        await preflight.close()
      }
      return status
    })
  },
}

/** Tab-separated, one rule a line, in the order of the rules. */
export function textLines(
  file: string,
  { rows }: PreflightReport,
  lang: PreflightLanguage,
): string[] {
  return rows.map(({ id, state, measured, threshold, fault, values }) =>
    [file, id, state, measured, threshold, fault ? preflightMessage(lang, { fault, values }) : '']
      .map((cell) => cell.replace(/\s+/g, ' '))
      .join('\t'),
  )
}

/** One line of JSON a file. */
function jsonLine(file: string, report: PreflightReport, lang: PreflightLanguage): string {
  const findings = report.findings.map((one) => ({ ...one, message: preflightMessage(lang, one) }))
  return JSON.stringify({ file, released: isReleased(report), findings, rows: report.rows })
}

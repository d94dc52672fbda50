import { readFile } from 'node:fs/promises'
import { isReleased, type PreflightReport } from '../domain/preflight.ts'
import { parseShortCode } from '../domain/short-code.ts'
import { isEnded, stateOf } from '../domain/sign.ts'
import { preflightMessage, type PreflightLanguage } from '../messages/preflight-message.ts'
import type { FileFacts } from '../press/preflight/preflight-file.ts'
import { promisedBy } from '../press/preflight/preflight-site.ts'
import type { SymbolLevel } from '../press/face/symbol.ts'
import type { Database } from '../store/database.ts'
import { findEdition } from '../store/site-settings.ts'
import { findHistories } from '../store/signs.ts'
import { askSite, isSite, SITE_USAGE, SITE_WRONG, siteToAsk } from '../printing/ask-site.ts'
import type { Called, Command } from './command.ts'
import { placardTextsFor } from '../printing/placard-texts-for.ts'
import { listTemplates } from '../printing/templates.ts'
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
      // Loaded only here: the parser and the engines take a third of a second.
      const { preflightFile } = await import('../press/preflight/preflight-file.ts')
      const { printEngines } = await import('../printing/print-engines.ts')
      const engines = await printEngines()
      let status = 0
      for (const file of words) {
        const facts = (payload: string | null, subject: string) =>
          factsFor(called, db, payload, subject, metres)
        const report = await preflightFile(new Uint8Array(await readFile(file)), facts, engines)
        if (!isReleased(report)) status = 1
        if (format === 'json') out(jsonLine(file, report, lang))
        else for (const line of textLines(file, report, lang)) out(line)
      }
      return status
    })
  },
}

/** What the database knows of the sign a file is about; without a sign in it, only the address itself is judged. */
async function factsFor(
  { settings, options }: Called,
  db: Database,
  payload: string | null,
  subject: string,
  metres: number | null,
): Promise<FileFacts> {
  const { site } = await findEdition(db)
  const code = parseShortCode(payload?.split('/').at(-1) ?? '')
  const history = code ? (await findHistories(db, code)).get(code) : undefined
  const texts = site && code && history ? await placardTextsFor(db, site, code) : null
  const promised = texts ? promisedBy(texts) : []
  const printed = URL.parse(payload ?? '')?.origin ?? ''
  const isOurs = printed === settings.origin || site?.origins.includes(printed)
  // A file from elsewhere must not make us ask a host of its choice.
  const asked = siteToAsk(options['site'], isOurs ? printed : null)
  const [, name] = / · ([a-z0-9-]+)@\d+$/.exec(subject) ?? []
  const template = (await listTemplates(settings.content)).find(({ id }) => id === name)
  const { symbolVersion, symbolLevel, symbolMask, readingDistanceMm } = history?.sign ?? {}
  const isPinned = symbolVersion && symbolLevel && symbolMask !== null && symbolMask !== undefined
  return {
    sign: {
      payload: null,
      origins: site?.origins ?? null,
      isIssued: site ? history !== undefined : null,
      isEnded: history ? isEnded(stateOf(history.events)) : null,
      pinned: isPinned
        ? { version: symbolVersion, level: symbolLevel as SymbolLevel, mask: symbolMask }
        : null,
    },
    review: texts && {
      isApproved: texts.approved,
      names: texts.names.map(({ text }) => text),
    },
    site: texts && {
      promised,
      answers: asked !== null && code ? await askSite(asked, code, promised) : null,
    },
    scanMetres: metres ?? (readingDistanceMm ? readingDistanceMm / 1000 : null),
    minModule: template?.symbol?.minModule ?? 0,
    wanted: template ? { trim: template.trim, bleed: template.bleed } : null,
    maxInk: template?.maxInk ?? 300,
  }
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

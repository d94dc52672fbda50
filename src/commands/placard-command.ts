import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDraftOrigin } from '../domain/placard.ts'
import { parseShortCode } from '../domain/short-code.ts'
import { placardMessage } from '../messages/placard-message.ts'
import { makePlacard } from '../press/files/placard-artwork.ts'
import { isProblems, type FaceProblem } from '../press/face/problems.ts'
import type { Database } from '../store/database.ts'
import { findEdition } from '../store/site-settings.ts'
import type { Called, Command } from './command.ts'
import { bytesFor, endingOf, FORMATS, type Format } from '../printing/placard-formats.ts'
import { readPlacardKit } from '../printing/placard-kit.ts'
import { placardTextsFor } from '../printing/placard-texts-for.ts'
import { withDatabase } from './with-database.ts'
import { inBoth, sentenceInBoth } from '../messages/bilingual.ts'

/** The status is that of the worst sign; signs before and after it are written all the same. */
export const placardCommand: Command = {
  usage:
    'CODE… --out DIR [--template placard-150x200] [--format pdf,screen,svg,dxf,ndef,png] [--d1 local|remote]',
  does: 'Writes the files of single signs, in any template of templates/: for print, for screens and office printers, for machines, for NFC tags and, as PNG, to look at; file names contain the code. An origin that may not be printed, or an entry not yet approved, gives a draft.',
  options: {
    out: { type: 'string' },
    template: { type: 'string', default: 'placard-150x200' },
    format: { type: 'string', default: 'pdf' },
    d1: { type: 'string' },
  },
  words: [1, 1000],
  async run(called) {
    const { words, options, calledWrongly } = called
    const { out, template, format } = options
    if (typeof out !== 'string') return calledWrongly('--out must name a folder')
    const formats = String(format).split(',')
    const strange = formats.find((one) => !(FORMATS as readonly string[]).includes(one))
    if (strange !== undefined)
      return calledWrongly(`--format ${strange}: only ${FORMATS.join(', ')}`)
    return withDatabase(called, async (db) => {
      const { site } = await findEdition(db)
      if (!site) throw new Error('the database is empty: run "stele import" first')
      const kit = await readPlacardKit(called.settings.content, String(template))
      let status = 0
      for (const word of words)
        status = Math.max(
          status,
          await writePlacard(called, db, { site, kit, out, word, formats: formats as Format[] }),
        )
      return status
    })
  },
}

interface PlacardJob {
  site: NonNullable<Awaited<ReturnType<typeof findEdition>>['site']>
  kit: Awaited<ReturnType<typeof readPlacardKit>>
  out: string
  word: string
  formats: Format[]
}

/** Resolves to the exit status for this one sign; a sign that cannot be printed leaves no file. */
async function writePlacard(
  { settings, out: print, note }: Called,
  db: Database,
  { site, kit, out, word, formats }: PlacardJob,
): Promise<number> {
  const code = parseShortCode(word)
  const found = code && (await placardTextsFor(db, site, code))
  if (!code || !found) {
    note(`${word}: ${sentenceInBoth('placard.notInUse')}`)
    return 1
  }
  const { origin } = settings
  // A face without symbol carries no address.
  const isUnlisted = kit.template.symbol !== null && isDraftOrigin(origin, site.origins)
  const draft = isUnlisted || !found.approved
  const input = { ...found, ...kit, code, origin, draft, allowedOrigins: site.origins }
  const made = makePlacard(input)
  if (isProblems(made)) {
    made.forEach((problem) => note(`${code}: ${said(problem)}`))
    return 1
  }
  made.warnings.forEach((warning) => note(`${code}: ${said(warning)}`))
  await mkdir(out, { recursive: true })
  const name = `${code}__${kit.template.id}@${kit.template.version}${draft ? '__draft' : ''}`
  for (const format of formats) {
    const bytes = await bytesFor(format, site, kit, input, made)
    if (bytes === null) continue
    const file = join(out, `${name}${endingOf(format, kit.template)}`)
    await writeFile(file, bytes)
    print(file)
  }
  if (isUnlisted) note(`${code}: ${sentenceInBoth('placard.unlisted', { origin })}`)
  else if (draft) note(`${code}: ${sentenceInBoth('placard.unapproved')}`)
  return 0
}

function said(problem: FaceProblem): string {
  return inBoth({ vi: placardMessage('vi', problem), en: placardMessage('en', problem) })
}

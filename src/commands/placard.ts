import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDraftOrigin } from '../domain/placard.ts'
import { parseShortCode } from '../domain/short-code.ts'
import { placardMessage } from '../messages/placard-message.ts'
import { makePlacard } from '../signs/placard-artwork.ts'
import { isProblems, type Problem } from '../signs/problems.ts'
import type { Database } from '../store/database.ts'
import { findEdition } from '../store/site.ts'
import type { Called, Command } from './command.ts'
import { readPlacardKit } from './placard-kit.ts'
import { placardTextsFor } from './placard-texts-for.ts'
import { withDatabase } from './with-database.ts'

/** Formats this program writes. */
const FORMATS = ['pdf']

export const placardCommand: Command = {
  usage: 'CODE… --out DIR [--template placard-150x200] [--format pdf] [--d1 local|remote]',
  does: 'Writes the print file of single signs, in any template of templates/; file names contain the code. An origin that may not be printed, or an entry not yet approved, gives a draft.',
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
    const strange = String(format)
      .split(',')
      .find((one) => !FORMATS.includes(one))
    if (strange !== undefined)
      return calledWrongly(`--format ${strange}: only ${FORMATS.join(', ')}`)
    return withDatabase(called, async (db) => {
      const { site } = await findEdition(db)
      if (!site) throw new Error('the database is empty: run "stele import" first')
      const kit = await readPlacardKit(called.settings.content, String(template))
      let status = 0
      for (const word of words)
        status = Math.max(status, await writePlacard(called, db, { site, kit, out, word }))
      return status
    })
  },
}

interface Job {
  site: NonNullable<Awaited<ReturnType<typeof findEdition>>['site']>
  kit: Awaited<ReturnType<typeof readPlacardKit>>
  out: string
  word: string
}

/** Resolves to the exit status for this one sign; a sign that cannot be printed leaves no file. */
async function writePlacard(
  { settings, out: print, note }: Called,
  db: Database,
  { site, kit, out, word }: Job,
): Promise<number> {
  const code = parseShortCode(word)
  const found = code && (await placardTextsFor(db, site, code))
  if (!code || !found) {
    note(`${word}: không phải mã của biển đang dùng / not the code of a sign in use`)
    return 1
  }
  const { origin } = settings
  // A face without symbol carries no address.
  const isUnlisted = kit.template.symbol !== null && isDraftOrigin(origin, site.origins)
  const draft = isUnlisted || !found.approved
  const made = makePlacard({
    ...found,
    ...kit,
    code,
    origin,
    draft,
    allowedOrigins: site.origins,
  })
  if (isProblems(made)) {
    made.forEach((problem) => note(`${code}: ${inBoth(problem)}`))
    return 1
  }
  made.warnings.forEach((warning) => note(`${code}: ${inBoth(warning)}`))
  await mkdir(out, { recursive: true })
  const file = join(
    out,
    `${code}__${kit.template.id}@${kit.template.version}${draft ? '__draft' : ''}.pdf`,
  )
  await writeFile(file, made.pdf)
  if (isUnlisted)
    note(`${code}: ${origin} không in được, đây là bản nháp / may not be printed, this is a draft`)
  else if (draft)
    note(`${code}: mục từ chưa được thẩm định, đây là bản nháp / not approved yet, this is a draft`)
  print(file)
  return 0
}

function inBoth(problem: Problem): string {
  return `${placardMessage('vi', problem)} / ${placardMessage('en', problem)}`
}

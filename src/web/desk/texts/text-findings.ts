/** What `stele check` would say of one text, for the person who is writing it. */
import { UNITS_FILE, writeUnits } from '../../../content/admin-units-file.ts'
import { readAndCheckContent } from '../../../content/check-content.ts'
import { writeEntryFile } from '../../../content/entry-file.ts'
import { SITE_FILE, writeSiteFile } from '../../../content/site-file.ts'
import { writeTextFile } from '../../../content/text-file.ts'
import type { Finding } from '../../../domain/finding.ts'
import type { CheckRule } from '../../../domain/check-rules.ts'
import { entryPath, factsFileOf, type Facts } from '../../../domain/entry.ts'
import type { Text } from '../../../domain/revision.ts'
import type { Site } from '../../../domain/site.ts'
import type { Database } from '../../../store/database.ts'
import { listUnits } from '../../../store/site-settings.ts'
import type { TextAtDesk } from '../entry-of.ts'

/** What the checks need besides the text. */
interface FindingsInput {
  site: Site
  facts: Facts
  /** The source revision beside it, for checks that compare; null when this text is the source. */
  source: (Text & { number: number }) | null
  /** YYYY-MM-DD, local. */
  today: string
}

export interface PlacedFinding extends Finding<CheckRule> {
  /** Where in the form, lines from 1; null when it is about the text as a whole. */
  place: { field: 'title' | 'summary' | 'body'; line: number } | null
}

/**
 * Findings about this text alone: the check runs over a folder in memory that holds this entry only, and what it says
 * of other files is left out. Rules about other entries find none.
 */
export async function textFindings(
  db: Database,
  { history, locale, source: sourceTag }: TextAtDesk,
  draft: Text,
  { site, facts, source, today }: FindingsInput,
): Promise<PlacedFinding[]> {
  const folder = `content/${entryPath(history.kind, history.slug)}`
  const file = `${folder}/${locale}.md`
  const text = (one: Text & { number: number }) => writeTextFile({ ...one, revision: one.number })
  const files: Record<string, string> = {
    [SITE_FILE]: writeSiteFile(site),
    [UNITS_FILE]: writeUnits(await listUnits(db)),
    [`${folder}/${factsFileOf(history.kind)}`]: writeEntryFile(facts),
    ...(source && { [`${folder}/${sourceTag}.md`]: text(source) }),
    [file]: text({ ...draft, number: Math.max(1, draft.basedOn ?? 1) }),
  }
  const bytes = Object.entries(files).map(
    ([path, words]) => [path, new TextEncoder().encode(words)] as const,
  )
  const { findings } = readAndCheckContent(new Map(bytes), today)
  const header = draft.basedOn === null ? 5 : 6
  return findings
    .filter((one) => one.file === file)
    .map((one) => ({ ...one, place: placeOf(one.line, header) }))
}

/**
 * Where in the form a line of the file stands. `header`: lines of the written file before its body; the second is the
 * title, the third the summary.
 */
function placeOf(line: number, header: number): PlacedFinding['place'] {
  if (line === 2) return { field: 'title', line: 1 }
  if (line === 3) return { field: 'summary', line: 1 }
  return line > header ? { field: 'body', line: line - header } : null
}

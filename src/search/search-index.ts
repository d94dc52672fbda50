/**
 * Brings the index of search up to date. What may be found follows from rows alone, but how words are folded and what
 * of a text is public is code: so what is due is written here, before a search is answered and at the end of an import.
 */
import { plainText } from '../content/markdown.ts'
import { unitsOver, type AdminUnit } from '../domain/admin-unit.ts'
import { foldedWords, indexWords, KIND_WORDS } from '../domain/search.ts'
import type { Database } from '../store/database.ts'
import {
  findUnitsDue,
  listDue,
  saveDocuments,
  saveUnitDocuments,
  type DueEntry,
  type SearchDocument,
  type SearchName,
} from '../store/search-writing.ts'
import { listUnits } from '../store/site-settings.ts'

/** Entries in one batch: their texts pass the database as one value, which D1 allows 2 MB. */
const AT_ONCE = 20

/**
 * Writes what is due, in `rounds` batches at most; an act writes one, an import all it brought. Two processes may do it
 * at once: what changed meanwhile stays due.
 */
export async function refreshSearch(db: Database, rounds = Infinity): Promise<void> {
  let units: AdminUnit[] | null = null
  for (let round = 0; round < rounds; round++) {
    const due = await listDue(db, AT_ONCE)
    const unitsDue = round === 0 ? await findUnitsDue(db) : null
    if (due.length === 0 && unitsDue === null) return
    units ??= await listUnits(db)
    if (unitsDue === null) await writeEntries(db, due, units)
    else await writeUnits(db, unitsDue, units)
  }
}

async function writeEntries(
  db: Database,
  due: readonly DueEntry[],
  units: readonly AdminUnit[],
): Promise<void> {
  const documents = due.flatMap((one) => documentsOf(one, units))
  const names = due.flatMap(namesOf)
  await saveDocuments(db, new Map(due.map((one) => [one.subject, one.stamp])), documents, names)
}

/** One row for names and places, one for each public text; none of what is not public. */
function documentsOf({ subject, entry }: DueEntry, units: readonly AdminUnit[]): SearchDocument[] {
  if (!entry) return []
  const places = unitsOver(entry.units, units).map((unit) => unit.name)
  const names = entry.names.map((name) => name.text)
  const about = {
    subject,
    kind: entry.kind,
    locale: '',
    names: names.map(foldedWords),
    title: '',
    summary: '',
    body: '',
    words: {
      names: indexWords(names.join(' · ')),
      places: indexWords([...places, KIND_WORDS[entry.kind]].join(' · ')),
      title: '',
      summary: '',
      body: '',
    },
  }
  const texts = entry.texts.map(({ locale, title, summary, body }) => {
    // Where a citation was, its space stays.
    const said = plainText(body)
      .normalize('NFC')
      .replace(/[ \t]+([.,;:!?…])/g, '$1')
    return {
      subject,
      kind: entry.kind,
      locale,
      names: [],
      title,
      summary: summary.normalize('NFC'),
      body: said,
      words: {
        names: '',
        places: '',
        title: indexWords(title),
        summary: indexWords(summary),
        body: indexWords(said),
      },
    }
  })
  return [about, ...texts]
}

function namesOf({ subject, entry }: DueEntry): SearchName[] {
  return (entry?.names ?? []).map(({ text, locale }) => ({
    subject,
    text,
    locale,
    folded: foldedWords(text),
  }))
}

async function writeUnits(db: Database, stamp: string, units: readonly AdminUnit[]): Promise<void> {
  const documents = units.map(({ code, validFrom, name }): SearchDocument => {
    const words = { names: indexWords(name), places: '', title: '', summary: '', body: '' }
    return {
      subject: `units/${code}/${validFrom}`,
      kind: 'unit',
      locale: '',
      names: [foldedWords(name)],
      title: name,
      summary: '',
      body: '',
      words,
    }
  })
  const names = documents.map(({ subject, title }) => ({
    subject,
    text: title,
    locale: 'vi',
    folded: foldedWords(title),
  }))
  await saveUnitDocuments(db, stamp, documents, names)
}

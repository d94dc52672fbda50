/**
 * Lists of the desk as files, with the filters of their pages; withheld things too, for they are the owner's. Each
 * leaves its line in the log.
 */
import { Hono, type Context } from 'hono'
import writeXlsxFile from 'write-excel-file/universal'
import { pathOf } from '../../../domain/entry.ts'
import { localDay } from '../../../domain/scan.ts'
import { positionOf, stateOf, type Sign, type SignEvent } from '../../../domain/sign.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { csvOf, csvTable } from '../../../domain/table.ts'
import { addAudit } from '../../../store/audit-log.ts'
import { listSketches } from '../../../store/facts.ts'
import { listFactsOf, listTextsOf } from '../../../store/import-rows.ts'
import { listSignEvents, listSigns } from '../../../store/signs.ts'
import { listSignsAtDesk } from '../../../store/signs-at-desk.ts'
import { columnsOf } from '../../../exchange/tables/columns.ts'
import {
  entriesAsJson,
  entryColumns,
  entryRow,
  type ListedFacts,
} from '../../../exchange/tables/entry-table.ts'
import { actOf, allow } from '../desk.tsx'
import { foundEntries } from '../entries-listed.ts'
import type { DeskEnv } from '../desk-env.ts'
import { inTurns } from '../../../domain/in-turns.ts'
import { signFilter } from '../sign-filter.ts'

const CSV = 'text/csv; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const listRoutes = new Hono<DeskEnv>()
  .get('/admin/entries.csv', allow('exchange.export'), async (c) => {
    const { headings, rows } = await entryRows(c)
    return file(c, csvTable(headings, rows), CSV, 'entries.csv')
  })
  .get('/admin/entries.xlsx', allow('exchange.export'), async (c) => {
    const { headings, rows } = await entryRows(c)
    const cells = [
      headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
    ]
    const made = writeXlsxFile(
      cells as unknown as Parameters<typeof writeXlsxFile>[0],
      { stickyRowsCount: 1 } as Parameters<typeof writeXlsxFile>[1],
    )
    const blob = await (made as { toBlob: () => Promise<Blob> }).toBlob()
    return file(c, await blob.arrayBuffer(), XLSX, 'entries.xlsx')
  })
  .get('/admin/entries.json', allow('exchange.export'), async (c) =>
    file(c, entriesAsJson(await listedFacts(c)), 'application/json', 'entries.json'),
  )
  .get('/admin/signs.csv', allow('exchange.export'), async (c) => {
    const columns = columnsOf('sign', c.get('site'), c.get('language'))
    const rows = (await signsFound(c)).map(({ sign, path, state }) => {
      const values: Record<string, string | number | null> = { ...sign, entry: path, state }
      return Object.fromEntries(columns.map(({ key, heading }) => [heading, values[key] ?? '']))
    })
    const headings = columns.map(({ heading }) => heading)
    return file(c, csvOf(rows, headings), CSV, 'signs.csv')
  })
  .get('/admin/signs.geojson', allow('exchange.export'), async (c) => {
    const features = (await signsFound(c)).map(({ sign, path, state, place }) => ({
      type: 'Feature',
      id: sign.code,
      geometry: place && { type: 'Point', coordinates: [place.lon, place.lat] },
      properties: { ...sign, entry: path, state },
    }))
    const body = JSON.stringify({ type: 'FeatureCollection', features })
    return file(c, body, 'application/geo+json', 'signs.geojson')
  })

/** The name of the file gets the local day: `entries-2026-11-22.csv`. */
async function file(
  c: Context<DeskEnv>,
  body: string | ArrayBuffer,
  type: string,
  name: string,
): Promise<Response> {
  const { db, now } = c.env.services
  const [stem, extension] = name.split('.')
  const day = localDay(now(), c.get('site').timeZone)
  const told = { what: 'list.exported', subject: 'content', details: { list: name } }
  await db.run(addAudit(told, actOf(c)))
  return c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${stem}-${day}.${extension}"`,
  })
}

/** Texts are the latest revisions in the source language; a removed one is left out. */
async function listedFacts(c: Context<DeskEnv>): Promise<ListedFacts[]> {
  const { db } = c.env.services
  const found = await foundEntries(c)
  const ids = found.map(({ id }) => id)
  const facts = await listFactsOf(db, ids)
  const texts = await listTextsOf(db, ids, sourceLocale(c.get('site')))
  return found.flatMap(({ id, kind, slug }) => {
    const state = facts.get(id)
    const text = texts.get(id)
    if (!state) return []
    return [{ id, kind, slug, facts: state.facts, text: text && !text.isRemoved ? text : null }]
  })
}

/** Cells as text, in the order of the columns. */
async function entryRows(c: Context<DeskEnv>): Promise<{ headings: string[]; rows: string[][] }> {
  const site = c.get('site')
  const entries = await listedFacts(c)
  const columns = entryColumns(entries, site, c.get('language'))
  const rows = await inTurns(entries, (entry) => {
    const row = entryRow(entry, site)
    return columns.map(({ key }) => row[key] ?? '')
  })
  return { headings: columns.map(({ heading }) => heading), rows }
}

/** In order of issue; `place` is where the sign is believed to be, `path` that of its entry today. */
async function signsFound(c: Context<DeskEnv>) {
  const { db } = c.env.services
  const asked = await signFilter(c)
  const paths = new Map((await listSketches(db)).map((entry) => [entry.id, pathOf(entry)]))
  const codes = new Set((await listSignsAtDesk(db, asked)).map(({ code }) => code))
  const events = new Map<string, SignEvent[]>()
  for (const event of await listSignEvents(db))
    events.set(event.code, [...(events.get(event.code) ?? []), event])
  return (await listSigns(db)).flatMap((sign: Sign) => {
    const happened = events.get(sign.code) ?? []
    const state = stateOf(happened)
    if (!codes.has(sign.code) || (asked.state !== null && asked.state !== state)) return []
    return [{ sign, state, path: paths.get(sign.entry) ?? '', place: positionOf(sign, happened) }]
  })
}

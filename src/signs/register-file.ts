/**
 * signs/register.csv, one row per code ever issued; signs/events.csv, what happened to each;
 * signs/legacy-codes.csv, addresses already on signs in the street. Rows are read one by one:
 * a row with an error is reported and left out, and takes no other down.
 */
import { stringify } from 'csv-stringify/sync'
import type { Report } from '../domain/finding.ts'
import { parseEntryPath, type EntryPath } from '../domain/entry.ts'
import { normalised, shortened } from '../domain/folder.ts'
import { ALPHABET, isReserved, parseShortCode, SHORT_CODE_LENGTH } from '../domain/short-code.ts'
import type { ShortCode } from '../domain/short-code.ts'
import { MOUNTS, SIGN_EVENTS, type LegacyCode, type Sign, type SignEvent } from '../domain/sign.ts'
import { cellReader, rowsOf, type CellReader } from '../domain/table.ts'

export const REGISTER_FILE = 'signs/register.csv'
export const EVENTS_FILE = 'signs/events.csv'
export const LEGACY_FILE = 'signs/legacy-codes.csv'

export const REGISTER_COLUMNS =
  'code entry issued_on placement lat lon accuracy_m mount height_mm reading_distance_mm template faces symbol_version symbol_level symbol_mask replaces note'.split(
    ' ',
  )
export const EVENT_COLUMNS = 'code on what by lat lon successor note'.split(' ')
export const LEGACY_COLUMNS = 'address entry code note'.split(' ')

/** A row with its line in the file, from 1. */
export type AtLine<T> = T & { line: number }

/** In the order of the file; none where the header is wrong. */
export function readRegister(text: string, report: Report): AtLine<Sign>[] {
  return (rowsOf(text, REGISTER_COLUMNS, REGISTER_FILE, report) ?? []).flatMap((row) => {
    const cells = cellReader(row, REGISTER_FILE, report)
    const sign = {
      line: row.line,
      code: code(cells, 'code', true),
      entry: entry(cells),
      issuedOn: requiredDate(cells, 'issued_on'),
      placement: cells.text('placement'),
      lat: cells.number('lat', -180, 180),
      lon: cells.number('lon', -180, 180),
      accuracyM: cells.number('accuracy_m', 0, 100_000),
      mount: cells.oneOf('mount', MOUNTS),
      heightMm: cells.number('height_mm', 0, 20_000),
      readingDistanceMm: cells.number('reading_distance_mm', 0, 50_000),
      template: cells.text('template') || null,
      faces: cells.whole('faces', 1, 4),
      symbolVersion: cells.whole('symbol_version', 1, 40),
      symbolLevel: cells.oneOf('symbol_level', ['L', 'M', 'Q', 'H']),
      symbolMask: cells.whole('symbol_mask', 0, 7),
      replaces: code(cells, 'replaces', false),
      note: cells.text('note'),
    }
    if (!cells.isOk() || !sign.code || !sign.entry) return []
    return [{ ...sign, code: sign.code, entry: sign.entry }]
  })
}

/** In the order of the file, which is that of writing. */
export function readEvents(text: string, report: Report): AtLine<SignEvent>[] {
  return (rowsOf(text, EVENT_COLUMNS, EVENTS_FILE, report) ?? []).flatMap((row) => {
    const cells = cellReader(row, EVENTS_FILE, report)
    cells.required('what')
    const event = {
      line: row.line,
      code: code(cells, 'code', true),
      on: requiredDate(cells, 'on'),
      what: cells.oneOf('what', SIGN_EVENTS),
      by: cells.text('by'),
      lat: cells.number('lat', -180, 180),
      lon: cells.number('lon', -180, 180),
      successor: code(cells, 'successor', false),
      note: cells.text('note'),
    }
    if (!cells.isOk() || !event.code || !event.what) return []
    return [{ ...event, code: event.code, what: event.what }]
  })
}

export function readLegacyCodes(text: string, report: Report): AtLine<LegacyCode>[] {
  return (rowsOf(text, LEGACY_COLUMNS, LEGACY_FILE, report) ?? []).flatMap((row) => {
    const cells = cellReader(row, LEGACY_FILE, report)
    const legacy = {
      line: row.line,
      address: cells.required('address'),
      entry: entry(cells),
      code: code(cells, 'code', false),
      note: cells.text('note'),
    }
    return cells.isOk() && legacy.entry ? [{ ...legacy, entry: legacy.entry }] : []
  })
}

/** The canonical file, in the order given; what is not known is an empty cell. The same rows give the same bytes. */
export function writeRegister(signs: readonly Sign[]): string {
  return written(
    REGISTER_COLUMNS,
    signs.map((sign) => [
      ...[sign.code, sign.entry, sign.issuedOn, sign.placement, sign.lat, sign.lon, sign.accuracyM],
      ...[sign.mount, sign.heightMm, sign.readingDistanceMm, sign.template, sign.faces],
      ...[sign.symbolVersion, sign.symbolLevel, sign.symbolMask, sign.replaces, sign.note],
    ]),
  )
}

export function writeEvents(events: readonly SignEvent[]): string {
  return written(
    EVENT_COLUMNS,
    events.map((e) => [e.code, e.on, e.what, e.by, e.lat, e.lon, e.successor, e.note]),
  )
}

export function writeLegacyCodes(legacy: readonly LegacyCode[]): string {
  return written(
    LEGACY_COLUMNS,
    legacy.map((one) => [one.address, one.entry, one.code, one.note]),
  )
}

function written(columns: readonly string[], rows: (string | number | null)[][]): string {
  const cells = rows.map((row) => row.map((cell) => String(cell ?? '').trim()))
  return normalised(stringify([[...columns], ...cells], { record_delimiter: '\n' }))
}

/**
 * A code as it stands in files, which is as it is printed: six capitals without spaces. Null with a problem, or where
 * none is asked for.
 */
function code(cells: CellReader, column: string, isRequired: boolean): ShortCode | null {
  const value = isRequired ? cells.required(column) : cells.text(column)
  if (value === '') return null
  const isWellFormed =
    value.length === SHORT_CODE_LENGTH && [...value].every((char) => ALPHABET.includes(char))
  if (!isWellFormed) cells.fail('sign.code-malformed', { code: shortened(value) })
  else if (isReserved(value)) cells.fail('sign.code-reserved', { code: value })
  else if (!parseShortCode(value)) cells.fail('sign.code-check-character', { code: value })
  else return value as ShortCode
  return null
}

function entry(cells: CellReader): EntryPath | null {
  const value = cells.required('entry')
  const path = parseEntryPath(value)?.path ?? null
  if (value !== '' && !path)
    cells.fail('value.not-an-entry', { key: 'entry', value: shortened(value) })
  return path
}

function requiredDate(cells: CellReader, column: string): string {
  cells.required(column)
  return cells.date(column)
}

/** Print orders, what they froze, and what people said of them. An order is never changed. */
import type { IsoDate } from '../domain/entry.ts'
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import type { ShortCode } from '../domain/short-code.ts'
import { addAudit } from './audit-log.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

/**
 * How many orders have ids that begin with `prefix`, as in `LS-2026-`; the next number follows from it. Two who count
 * at once collide on the id.
 */
export async function countOrders(db: Database, prefix: string): Promise<number> {
  const end = `${prefix}~`
  const row = await db.first<{ n: number }>(
    sql`SELECT count(*) AS n FROM print_order WHERE id >= ${prefix} AND id < ${end}`,
  )
  return row?.n ?? 0
}

/**
 * UniqueError on `print_order.id` when another order took the number meanwhile, on `print_order.pressed` when this form
 * has made an order already. `recipes` keep their order.
 */
export function addOrder(
  order: PrintOrder,
  recipes: readonly Recipe[],
  pressed: string | null = null,
): Statement[] {
  return [
    sql`INSERT INTO print_order
        (id, template, template_name, origin, is_draft, materials, ordered_by, ordered_at, pressed)
      VALUES (${order.id}, ${JSON.stringify(order.template)}, ${order.templateName}, ${order.origin},
        ${order.isDraft ? 1 : 0}, ${JSON.stringify(order.materials)}, ${order.orderedBy}, ${order.orderedAt},
        ${pressed})`,
    sql`INSERT INTO print_order_item (order_id, position, code, recipe)
      SELECT ${order.id}, j.key, j.value->>'code', j.value
      FROM json_each(${JSON.stringify(recipes)}) j`,
  ]
}

/** Null when there is none. `template` is JSON as it was on the day of the order; the caller reads it. */
export async function findOrder(db: Database, id: string): Promise<PrintOrder | null> {
  const row = await db.first<Record<string, string> & { is_draft: number }>(
    sql`SELECT id, template, template_name, origin, is_draft, materials, ordered_by, ordered_at
      FROM print_order WHERE id = ${id}`,
  )
  return (
    row && {
      id: row['id'] ?? '',
      template: JSON.parse(row['template'] ?? 'null') as unknown,
      templateName: row['template_name'] ?? '',
      origin: row['origin'] ?? '',
      isDraft: row.is_draft === 1,
      materials: JSON.parse(row['materials'] ?? '{}') as Record<string, string>,
      orderedBy: row['ordered_by'] ?? '',
      orderedAt: row['ordered_at'] ?? '',
    }
  )
}

/**
 * The JSON of a template by id and version, as in `placard-150x200@1`, as an order has frozen it; drafts freeze
 * nothing. Null when none has used it.
 */
export async function findTemplateUsed(db: Database, name: string): Promise<string | null> {
  const row = await db.first<{ template: string }>(
    sql`SELECT template FROM print_order WHERE template_name = ${name} AND is_draft = 0 LIMIT 1`,
  )
  return row?.template ?? null
}

/** In the order of the faces; an empty list when there is no such order. */
export async function listRecipes(db: Database, orderId: string): Promise<Recipe[]> {
  const rows = await db.all<{ recipe: string }>(
    sql`SELECT recipe FROM print_order_item WHERE order_id = ${orderId} ORDER BY position`,
  )
  return rows.map((row) => JSON.parse(row.recipe) as Recipe)
}

export interface OrderedFace {
  order: PrintOrder
  recipe: Recipe
}

/** Everything one sign was ordered as, drafts apart; the latest first. */
export async function listOrderedFaces(db: Database, code: ShortCode): Promise<OrderedFace[]> {
  const rows = await db.all<Record<string, string>>(
    sql`SELECT o.id, o.template, o.template_name, o.origin, o.materials, o.ordered_by, o.ordered_at,
        i.recipe
      FROM print_order_item i JOIN print_order o ON o.id = i.order_id
      WHERE i.code = ${code} AND o.is_draft = 0 ORDER BY o.ordered_at DESC, o.id DESC`,
  )
  return rows.map((row) => ({
    order: {
      id: row['id'] ?? '',
      template: JSON.parse(row['template'] ?? 'null') as unknown,
      templateName: row['template_name'] ?? '',
      origin: row['origin'] ?? '',
      isDraft: false,
      materials: JSON.parse(row['materials'] ?? '{}') as Record<string, string>,
      orderedBy: row['ordered_by'] ?? '',
      orderedAt: row['ordered_at'] ?? '',
    },
    recipe: JSON.parse(row['recipe'] ?? 'null') as Recipe,
  }))
}

/**
 * The last recipe each sign was ordered with, in orders that were no drafts; in no order, signs never ordered left out.
 */
export async function listLatestRecipes(db: Database): Promise<Recipe[]> {
  const rows = await db.all<{ recipe: string }>(
    sql`SELECT i.recipe, max(o.ordered_at) AS latest
      FROM print_order o JOIN print_order_item i ON i.order_id = o.id
      WHERE o.is_draft = 0 GROUP BY i.code /* every row */`,
  )
  return rows.map((row) => JSON.parse(row.recipe) as Recipe)
}

/** Pins the symbol of each sign at its first order; a pinned one is never changed. */
export function pinSymbols(recipes: readonly Recipe[]): Statement {
  const symbols = recipes.flatMap(({ code, symbol }) => (symbol ? [{ code, ...symbol }] : []))
  return sql`UPDATE sign SET symbol_version = j.value->>'version', symbol_level = j.value->>'level',
      symbol_mask = j.value->>'mask'
    FROM json_each(${JSON.stringify(symbols)}) j
    WHERE sign.code = j.value->>'code' AND sign.symbol_mask IS NULL`
}

/** A file of a parcel that has left the house and must come out the same again. */
export interface IssuedFile {
  /** Within the parcel. */
  path: string
  /** SHA-256, hexadecimal: its name in the media store. */
  digest: string
  /** Bytes. */
  size: number
}

/** In the order of paths. */
export async function listIssuedFiles(db: Database, orderId: string): Promise<IssuedFile[]> {
  return db.all(
    sql`SELECT path, digest, size FROM issued_file WHERE order_id = ${orderId} ORDER BY path`,
  )
}

/** A file is issued once; the same path again keeps the first. */
export function addIssuedFiles(orderId: string, files: readonly IssuedFile[]): Statement {
  return sql`INSERT INTO issued_file (order_id, path, digest, size)
    SELECT ${orderId}, j.value->>'path', j.value->>'digest', j.value->>'size'
    FROM json_each(${JSON.stringify(files)}) j WHERE true
    ON CONFLICT DO NOTHING`
}

/** For files that have not left the house: they may be made anew. The bytes stay in the media store. */
export function forgetIssuedFiles(orderId: string, files: readonly IssuedFile[]): Statement {
  const paths = JSON.stringify(files.map(({ path }) => path))
  return sql`DELETE FROM issued_file
    WHERE order_id = ${orderId} AND path IN (SELECT j.value FROM json_each(${paths}) j)`
}

/** What people say of an order: receipt, a fault, the measured first article, warnings of preflight signed off. */
export const ORDER_NOTES = ['received', 'defect', 'first-article', 'signed-off'] as const

export interface OrderNote {
  what: (typeof ORDER_NOTES)[number]
  /** The sign that is meant; null when the whole order is. */
  code: string | null
  details: Record<string, unknown>
  /** E-mail address of an editor, or the name of the contractor at whose address it was said. */
  by: string
  at: string
}

/** Append-only: a note is never changed. */
export function addOrderNote(
  orderId: string,
  note: Omit<OrderNote, 'by' | 'at'>,
  act: Act,
): Statement {
  return sql`INSERT INTO print_order_note (order_id, what, code, details, by, at)
    VALUES (${orderId}, ${note.what}, ${note.code}, ${JSON.stringify(note.details)}, ${act.by}, ${act.at})`
}

/** In the order of writing. */
export async function listOrderNotes(db: Database, orderId: string): Promise<OrderNote[]> {
  const rows = await db.all<OrderNote & { details: string }>(
    sql`SELECT what, code, details, by, at FROM print_order_note WHERE order_id = ${orderId} ORDER BY id`,
  )
  return rows.map((row) => ({
    ...row,
    details: JSON.parse(row.details) as Record<string, unknown>,
  }))
}

/**
 * A note of somebody with an account, with its line in the log. `on`: the local day; signs that were received are
 * printed from it on.
 */
export async function sayOfOrder(
  db: Database,
  orderId: string,
  note: Omit<OrderNote, 'by' | 'at'>,
  on: IsoDate,
  act: Act,
): Promise<void> {
  const details = { ...note.details, code: note.code }
  await db.batch([
    addOrderNote(orderId, note, act),
    ...(note.what === 'received' ? [addPrinted(orderId, note.code, on, act)] : []),
    addAudit({ what: `order.${note.what}`, subject: orderId, details }, act),
  ])
}

/**
 * Says of each sign of the order, or of one, that it is printed: not of drafts, of cancelled orders and of signs that
 * have ended, and of no sign twice.
 */
export function addPrinted(orderId: string, code: string | null, on: IsoDate, act: Act): Statement {
  return sql`INSERT INTO sign_event (code, happened_on, what, by, note)
    SELECT i.code, ${on}, 'printed', ${act.by}, o.id
    FROM print_order o JOIN print_order_item i ON i.order_id = o.id
    WHERE o.id = ${orderId} AND o.is_draft = 0 AND (${code} IS NULL OR i.code = ${code})
      AND NOT EXISTS (SELECT 1 FROM print_order_cancellation x WHERE x.order_id = o.id)
      AND NOT EXISTS (SELECT 1 FROM sign_event v WHERE v.code = i.code
        AND (v.what IN ('replaced', 'retired') OR (v.what = 'printed' AND v.note = o.id)))
    ORDER BY i.position`
}

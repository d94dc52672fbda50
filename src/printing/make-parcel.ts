/** Makes the parcel of an order. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { digestOf } from '../domain/digest.ts'
import { preflightReports, rulesNotSignedOff, type SignReport } from '../domain/preflight.ts'
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import { csvOf } from '../domain/table.ts'
import type { ParcelLanguage } from '../messages/parcel-words.ts'
import { manifestRow } from '../press/files/manifest.ts'
import type { Database } from '../store/database.ts'
import {
  addIssuedFiles,
  forgetIssuedFiles,
  listIssuedFiles,
  listOrderNotes,
  listRecipes,
  type IssuedFile,
} from '../store/print-orders.ts'
import type { MediaStoreWithFiles } from '../store/media-port.ts'
import { sheetFonts } from './sheet-fonts-of-kit.ts'
import { cutListOf, panelPath, panelsFor } from './parcel-panels.ts'
import { neighboursOf } from './install-sheet.ts'
import { boxLabels } from './box-labels.ts'
import { jobTicket } from './job-ticket.ts'
import { readmeSheet } from './parcel-sheets.ts'
import { reportPage } from './parcel-preflight.ts'
import { digestsOf, kitFor, type PlacardKit } from './placard-kit.ts'
import { makeOnThreads } from './print-pool.ts'
import { proofPath, proofsFor } from './proof-sheet.ts'
import { writeZip } from './parcel-zip.ts'
import type { ParcelFile } from './parcel-file.ts'
import type { PrintTask } from './print-worker.ts'
import { sentenceInBoth } from '../messages/bilingual.ts'

export interface ParcelWork {
  /** The folder that holds templates/. */
  content: string
  /** The origin where the running site is asked about each sign; null for not asking. */
  site: string | null
  threads: number
  /** Called once with the number of pieces of work; what it returns, after each of them. */
  begin: (pieces: number) => () => void | Promise<void>
}

/**
 * Makes what is missing of an order's parcel, then writes all of it to `out`, a ZIP. A run that was interrupted goes on
 * where it stopped. Throws a sentence in both languages where a sign must not be printed, materials have changed, or a
 * warning wants a signature.
 */
export async function makeParcel(
  db: Database,
  media: MediaStoreWithFiles,
  order: PrintOrder,
  out: string,
  { content, site, threads, begin }: ParcelWork,
): Promise<void> {
  const kit = await kitFor(content, order.template)
  await refuseOtherMaterials(order, kit)
  const recipes = await listRecipes(db, order.id)
  const issue = async (files: readonly ParcelFile[]) => {
    const rows: IssuedFile[] = []
    for (const { path, bytes } of files) {
      const digest = await digestOf(bytes)
      await media.put(digest, bytes)
      rows.push({ path, digest, size: bytes.byteLength })
    }
    await db.run(addIssuedFiles(order.id, rows))
  }

  if (site !== null) await forgetUnasked(db, media, order)
  const before = await listIssuedFiles(db, order.id)
  const tasks = missingTasks(order, kit, recipes, before)
  const step = begin(tasks.length)
  const start = { order, materials: kit.files, site }
  await makeOnThreads(start, tasks, threads, async (files) => {
    await issue(files)
    await step()
  })
  await issue(cutListOf(kit, recipes))
  const made = await listIssuedFiles(db, order.id)
  const reports = await preflightReports(made, media.find)
  const open = rulesNotSignedOff(reports, await listOrderNotes(db, order.id))
  if (open.length > 0 && !order.isDraft)
    throw new Error(
      sentenceInBoth('parcel.needsSignOff', {
        id: order.id,
        rules: open.join(', '),
        rule: open[0] ?? '',
      }),
    )
  if (!made.some(({ path }) => path === 'manifest.csv'))
    await issue(await listsFor(order, kit, recipes, made, reports))
  await writeFolder(media, order, await listIssuedFiles(db, order.id), out)
}

/**
 * Forgets files of signs made while nobody asked the site, so that they are made again, as long as no parcel has left.
 */
async function forgetUnasked(
  db: Database,
  media: MediaStoreWithFiles,
  { id }: PrintOrder,
): Promise<void> {
  const issued = await listIssuedFiles(db, id)
  if (issued.some(({ path }) => path === 'manifest.csv')) return
  const unasked = (await preflightReports(issued, media.find))
    .filter(({ findings }) => findings.some(({ fault }) => fault === 'QR-07.unasked'))
    .flatMap(({ code }) => filesOf(issued, code))
  if (unasked.length > 0) await db.run(forgetIssuedFiles(id, unasked))
}

/** Pieces of work for what is not issued yet; the large files first, so that no thread ends with one alone. */
function missingTasks(
  order: PrintOrder,
  kit: PlacardKit,
  recipes: readonly Recipe[],
  issued: readonly IssuedFile[],
): PrintTask[] {
  const has = (path: string) => issued.some((file) => file.path === path)
  const panels = panelsFor(kit, recipes)
  return [
    ...proofsFor(recipes)
      .filter((proof) => !has(proofPath(proof)))
      .map((proof): PrintTask => ({ make: 'proof', proof })),
    ...panels.flatMap((faces, i): PrintTask[] => {
      const panel = { number: i + 1, of: panels.length, recipes: faces }
      return has(panelPath(order, panel.number)) ? [] : [{ make: 'panel', panel }]
    }),
    ...recipes
      .filter(({ code }) => filesOf(issued, code).length === 0)
      .map((recipe): PrintTask => ({ make: 'sign', recipe, near: neighboursOf(recipe, recipes) })),
  ]
}

/**
 * Throws where fonts or profile are others than on the day of the order: they would give other bytes under the same
 * name.
 */
async function refuseOtherMaterials(order: PrintOrder, kit: PlacardKit): Promise<void> {
  const now = await digestsOf(kit)
  for (const [name, digest] of Object.entries(order.materials))
    if (now[name] !== digest)
      throw new Error(sentenceInBoth('order.otherMaterials', { id: order.id, name }))
}

/** Of one sign, those for print first. */
function filesOf(files: readonly IssuedFile[], code: string): IssuedFile[] {
  return files
    .filter(({ path }) => path.split('/').at(-1)?.startsWith(`${code}__`))
    .sort((a, b) => Number(b.path.startsWith('print/')) - Number(a.path.startsWith('print/')))
}

/**
 * Files that describe the parcel: made last, from the files that are in it. Once the manifest is issued, a parcel has
 * left.
 */
async function listsFor(
  order: PrintOrder,
  kit: PlacardKit,
  recipes: readonly Recipe[],
  files: readonly IssuedFile[],
  reports: readonly SignReport[],
): Promise<ParcelFile[]> {
  const { template } = kit
  const text = (path: string, words: string) => ({ path, bytes: new TextEncoder().encode(words) })
  const rows = recipes.map((recipe) =>
    manifestRow(order, template, recipe, filesOf(files, recipe.code)),
  )
  const { id, templateName, origin, isDraft, orderedBy, orderedAt } = order
  const json = { id, templateName, origin, isDraft, orderedBy, orderedAt, signs: rows }
  const kinds = new Set(files.map(({ path }) => path.split('/')[0] ?? ''))
  const readme = async (language: ParcelLanguage) => ({
    path: `README.${language}.pdf`,
    bytes: await readmeSheet(order, template, recipes, kinds, language, sheetFonts(kit)),
  })
  const ticket = async (language: ParcelLanguage) => ({
    path: `job-ticket.${language}.pdf`,
    bytes: await jobTicket(order, template, recipes, language, sheetFonts(kit)),
  })
  const lists: ParcelFile[] = [
    await readme('vi'),
    await readme('en'),
    await ticket('vi'),
    await ticket('en'),
    await boxLabels(order, template, recipes, sheetFonts(kit)),
    ...profileFiles(kit),
    text('manifest.csv', csvOf(rows)),
    text('preflight-report.html', reportPage(order, reports)),
    text('preflight-report.json', `${JSON.stringify(reports)}\n`),
    text('manifest.json', `${JSON.stringify(json, null, 2)}\n`),
  ]
  return [...lists, text('SHA256SUMS', await checksumsOf([...files, ...lists]))]
}

/** As `sha256sum -c` reads it, in the order of paths: all of the parcel but this list itself. */
async function checksumsOf(files: readonly (ParcelFile | IssuedFile)[]): Promise<string> {
  const lines = files.map(async (file) => {
    const digest = 'digest' in file ? file.digest : await digestOf(file.bytes)
    return { path: file.path, line: `${digest}  ${file.path}\n` }
  })
  return (await Promise.all(lines))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ line }) => line)
    .join('')
}

/** The profile of the printing condition the files are made for, with its licence. */
function profileFiles({ condition, files }: PlacardKit): ParcelFile[] {
  const name = Object.keys(files).find((file) => file.endsWith('.icc')) ?? ''
  const notice =
    `${name}: ${condition.identifier}, made from characterisation data that are under the zlib licence.\n` +
    'Fonts are embedded in the PDFs under the SIL Open Font License 1.1, and are outlines in SVG and DXF.\n'
  return [
    { path: `profile/${name}`, bytes: condition.profile },
    { path: 'profile/LICENCES.txt', bytes: new TextEncoder().encode(notice) },
  ]
}

/** Every entry bears the day of the order, so that the same files give the same ZIP. */
async function writeFolder(
  media: MediaStoreWithFiles,
  order: PrintOrder,
  files: readonly IssuedFile[],
  out: string,
): Promise<void> {
  await mkdir(dirname(out), { recursive: true })
  const entries = files.map(({ path, digest }) => ({
    path: `${order.id}/${path}`,
    read: async () => {
      const bytes = await media.find(digest)
      if (!bytes) throw new Error(`${order.id}: ${path} (${digest}) is not in the media folder`)
      return bytes
    },
  }))
  await writeZip(out, entries, order.orderedAt.slice(0, 10))
}

import { readFile } from 'node:fs/promises'
import { digestOf } from '../domain/digest.ts'
import { orderId, type PrintOrder, type Recipe } from '../domain/print-order.ts'
import { addressOf, isDraftOrigin } from '../domain/placard.ts'
import { localDay } from '../domain/scan.ts'
import { parseShortCode, type ShortCode } from '../domain/short-code.ts'
import { isEnded, stateOf } from '../domain/sign.ts'
import { sourceLocale, type Site } from '../domain/site.ts'
import { placardMessage } from '../messages/placard-message.ts'
import { makePlacard } from '../signs/placard-artwork.ts'
import { isProblems } from '../signs/problems.ts'
import { encodeSymbol, matrixSha256 } from '../signs/symbol.ts'
import { templateName, type Template } from '../signs/template.ts'
import type { Database } from '../store/database.ts'
import { addOrder, countOrders, findTemplateUsed, pinSymbols } from '../store/print-orders.ts'
import { findEdition } from '../store/site.ts'
import { findHistories } from '../store/signs.ts'
import type { Called, Command } from './command.ts'
import { digestsOf, readPlacardKit, type PlacardKit } from './placard-kit.ts'
import { placardTextsFor, type PlacardWords } from './placard-texts-for.ts'
import { withDatabase } from './with-database.ts'

export const orderNew: Command = {
  usage: '--codes FILE --template placard-150x200 [--by NAME] [--draft] [--d1 local|remote]',
  does: 'Freezes what is to be printed for the codes of FILE, one a line, and prints the order’s number. Refused whole when one sign cannot be printed.',
  options: {
    codes: { type: 'string' },
    template: { type: 'string', default: 'placard-150x200' },
    by: { type: 'string', default: 'command line' },
    draft: { type: 'boolean', default: false },
    d1: { type: 'string' },
  },
  words: [0, 0],
  async run(called) {
    const { options, calledWrongly } = called
    const file = options['codes']
    if (typeof file !== 'string')
      return calledWrongly('--codes must name a file with one code a line')
    const lines = (await readFile(file, 'utf8')).split(/\r?\n/)
    return withDatabase(called, async (db) => {
      const { site } = await findEdition(db)
      if (!site) throw new Error('the database is empty: run "stele import" first')
      const kit = await readPlacardKit(called.settings.content, String(options['template']))
      return placeOrder(called, db, { site, kit, lines })
    })
  },
}

interface Wanted {
  site: Site
  kit: PlacardKit
  lines: string[]
}

async function placeOrder(
  { settings, options, out, note }: Called,
  db: Database,
  { site, kit, lines }: Wanted,
): Promise<number> {
  const { origin } = settings
  const isDraft = options['draft'] === true || isDraftOrigin(origin, site.origins)
  const used = await findTemplateUsed(db, templateName(kit.template))
  if (used !== null && (await digestOf(used)) !== (await digestOf(JSON.stringify(kit.template)))) {
    note(
      `${templateName(kit.template)} đã dùng cho một đơn in với nội dung khác; hãy tăng version. / was used by an order with other contents; raise its version.`,
    )
    return 1
  }
  const recipes: Recipe[] = []
  const refusals: string[] = []
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue
    const refuse = (why: string) => refusals.push(`${i + 1}: ${line.trim()}: ${why}`)
    const code = parseShortCode(line)
    if (!code) refuse('không phải mã biển / not a code')
    else if (recipes.some((recipe) => recipe.code === code))
      refuse('đã có ở dòng trên / stands above already')
    else {
      const made = await recipeFor(db, site, kit, { origin, code, isDraft })
      if (typeof made === 'string') refuse(made)
      else recipes.push(made)
    }
  }
  if (recipes.length === 0 && refusals.length === 0) refusals.push('0: chưa có mã nào / no codes')
  if (refusals.length > 0) {
    for (const refusal of refusals) note(refusal)
    note('Chưa lập đơn nào. / No order was made.')
    return 1
  }
  const at = new Date()
  const year = Number(localDay(at, site.timeZone).slice(0, 4))
  const prefix = orderId(site.name[sourceLocale(site)] ?? '', year, 0).slice(0, -3)
  const order: PrintOrder = {
    id: `${prefix}${String((await countOrders(db, prefix)) + 1).padStart(3, '0')}`,
    template: kit.template,
    templateName: templateName(kit.template),
    origin,
    isDraft,
    materials: await digestsOf(kit),
    orderedBy: String(options['by']),
    orderedAt: at.toISOString(),
  }
  await db.batch([...addOrder(order, recipes), ...(isDraft ? [] : [pinSymbols(recipes)])])
  if (isDraft) note('Đơn nháp: mọi mặt biển đều mang chữ NHÁP. / A draft: every face says DRAFT.')
  out(order.id)
  return 0
}

/** Without the texts this template does not print: what nobody can read on the sign cannot differ from today's. */
function onlyPrinted(texts: PlacardWords, template: Template): PlacardWords {
  const { captions = [], intro = [], body = [], ...rest } = texts
  const binds = new Set(template.stacks.flatMap((stack) => stack.lines.map((line) => line.bind)))
  const isCaptioned = binds.has('caption-first') || binds.has('caption-others')
  const hasText = (template.texts ?? []).length > 0
  return {
    ...rest,
    ...(isCaptioned && { captions }),
    ...(hasText && { intro, body }),
  }
}

interface Face {
  origin: string
  code: ShortCode
  isDraft: boolean
}

/** The recipe of one face, or the sentence that says why it cannot be printed. */
async function recipeFor(
  db: Database,
  site: Site,
  kit: PlacardKit,
  { origin, code, isDraft }: Face,
): Promise<Recipe | string> {
  const history = (await findHistories(db, code)).get(code)
  if (!history) return 'chưa từng cấp mã này / this code was never issued'
  if (isEnded(stateOf(history.events)))
    return 'biển đã thôi dùng, hãy cấp mã mới / this sign has ended, issue a new code'
  const texts = await placardTextsFor(db, site, code)
  if (!texts) return 'mục từ của biển chưa công bố / the entry of this sign is not published'
  if (!texts.approved && !isDraft)
    return 'mục từ chưa được thẩm định; hãy duyệt, hoặc in nháp bằng --draft / its entry is not approved; approve it, or order a draft with --draft'
  const { approved, pinned, ...words } = onlyPrinted(texts, kit.template)
  const made = makePlacard({
    ...words,
    ...kit,
    code,
    origin,
    draft: isDraft,
    allowedOrigins: site.origins,
    pinned,
  })
  if (isProblems(made))
    return made
      .map((problem) => `${placardMessage('vi', problem)} / ${placardMessage('en', problem)}`)
      .join('; ')
  const payload = addressOf(origin, code)
  const symbol = payload && kit.template.symbol ? encodeSymbol(payload, pinned) : null
  const { sign } = history
  return {
    code,
    ...words,
    symbol: symbol && {
      ...{ version: symbol.version, level: symbol.level, mask: symbol.mask },
      payload: symbol.payload,
      matrixSha256: await matrixSha256(symbol),
    },
    placement: sign.placement,
    lat: sign.lat,
    lon: sign.lon,
    heightMm: sign.heightMm,
    readingDistanceMm: sign.readingDistanceMm,
    faces: sign.faces ?? 1,
    approved,
  }
}

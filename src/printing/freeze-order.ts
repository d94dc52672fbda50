/** Freezes what is printed for a list of signs; refused whole when one of them cannot be printed. */
import { digestOf } from '../domain/digest.ts'
import { FORMS, orderId, type PrintOrder, type Recipe } from '../domain/print-order.ts'
import { isDraftOrigin } from '../domain/placard.ts'
import { localDay } from '../domain/scan.ts'
import { parseShortCode, type ShortCode } from '../domain/short-code.ts'
import { mayHappen, stateOf } from '../domain/sign.ts'
import { sourceLocale, type Site } from '../domain/site.ts'
import { placardMessage } from '../messages/placard-message.ts'
import { drawPlacard } from '../press/files/placard-artwork.ts'
import { isProblems } from '../press/face/problems.ts'
import { matrixSha256 } from '../press/face/symbol.ts'
import { templateName, type Template } from '../press/template/template.ts'
import type { Database } from '../store/database.ts'
import type { Act } from '../store/entries.ts'
import { placeOrder } from '../store/order-acts.ts'
import { findTemplateUsed } from '../store/print-orders.ts'
import { findHistories } from '../store/signs.ts'
import type { Refusal } from './printing.ts'
import { digestsOf, type PlacardKit } from './placard-kit.ts'
import { placardTextsFor, type PlacardWords } from './placard-texts-for.ts'
import { sentence, type Bilingual } from '../messages/bilingual.ts'

export interface ToFreeze {
  site: Site
  kit: PlacardKit
  origin: string
  /** As typed; empty ones are passed over. */
  words: readonly string[]
  /** Asked for; an origin that may not be printed makes a draft of any order. */
  isDraft: boolean
  /** The form it was sent with: the same form makes no second order. */
  pressed?: string | null
  /** Told of each face that may be printed once somebody has signed for it. */
  warn?: (code: ShortCode, why: Bilingual) => void
}

export interface LineRefusal extends Refusal {
  /** From 1; 0 for what is wrong with the order as a whole. */
  line: number
}

/**
 * Draws every face once, to know that it can be printed, and pins its symbol. Nothing is written where anything is
 * refused; a template that an order used with other contents is refused as well.
 */
export async function freezeOrder(
  db: Database,
  { site, kit, origin, words, warn, pressed = null, ...wanted }: ToFreeze,
  act: Act,
): Promise<PrintOrder | LineRefusal[]> {
  const isDraft = wanted.isDraft || isDraftOrigin(origin, site.origins)
  const name = templateName(kit.template)
  const used = await findTemplateUsed(db, name)
  if (used !== null && (await digestOf(used)) !== (await digestOf(JSON.stringify(kit.template))))
    return [whole(sentence('order.templateUsed', { template: name }))]
  const recipes: Recipe[] = []
  const refusals: LineRefusal[] = []
  for (const [i, line] of words.entries()) {
    const word = line.trim()
    if (word === '') continue
    const refuse = (why: Bilingual) => refusals.push({ line: i + 1, word, why })
    const code = parseShortCode(word)
    if (!code) refuse(sentence('order.notACode'))
    else if (recipes.some((recipe) => recipe.code === code)) refuse(sentence('order.twice'))
    else {
      const made = await recipeFor(db, site, kit, {
        origin,
        code,
        isDraft,
        warn: (why) => warn?.(code, why),
      })
      if ('code' in made) recipes.push(made)
      else refuse(made)
    }
  }
  if (recipes.length === 0 && refusals.length === 0) refusals.push(whole(sentence('order.noCodes')))
  if (refusals.length > 0) return refusals
  const order: Omit<PrintOrder, 'id'> = {
    template: kit.template,
    templateName: name,
    origin,
    isDraft,
    materials: await digestsOf(kit),
    orderedBy: act.by,
    orderedAt: act.at,
  }
  const year = Number(localDay(new Date(act.at), site.timeZone).slice(0, 4))
  const prefix = orderId(site.name[sourceLocale(site)] ?? '', year, 0).slice(0, -3)
  const on = localDay(new Date(act.at), site.timeZone)
  const id = await placeOrder(db, { order, recipes, prefix, on, pressed }, act)
  return { ...order, id }
}

function whole(why: Bilingual): LineRefusal {
  return { line: 0, word: '', why }
}

/**
 * Words without the texts this template does not print: what nobody can read on the sign cannot differ from today's.
 */
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

interface FaceToFreeze {
  origin: string
  code: ShortCode
  isDraft: boolean
  warn: (why: Bilingual) => void
}

/** The recipe of one face, or why it cannot be printed. */
async function recipeFor(
  db: Database,
  site: Site,
  kit: PlacardKit,
  { origin, code, isDraft, warn }: FaceToFreeze,
): Promise<Recipe | Bilingual> {
  const history = (await findHistories(db, code)).get(code)
  if (!history) return sentence('order.neverIssued')
  if (!mayHappen(stateOf(history.events), 'ordered')) return sentence('order.ended')
  const texts = await placardTextsFor(db, site, code)
  if (!texts) return sentence('order.unpublished')
  if (!texts.approved && !isDraft) return sentence('order.unapproved')
  const { approved, pinned, isRestricted, ...words } = onlyPrinted(texts, kit.template)
  const drawn = drawPlacard({
    ...words,
    ...kit,
    code,
    origin,
    draft: isDraft,
    allowedOrigins: site.origins,
    pinned,
  })
  if (isProblems(drawn))
    return {
      vi: drawn.map((problem) => placardMessage('vi', problem)).join('; '),
      en: drawn.map((problem) => placardMessage('en', problem)).join('; '),
    }
  for (const one of drawn.warnings)
    warn({ vi: placardMessage('vi', one), en: placardMessage('en', one) })
  const { symbol } = drawn
  const { sign } = history
  return {
    code,
    ...words,
    symbol: symbol && {
      version: symbol.version,
      level: symbol.level,
      mask: symbol.mask,
      payload: symbol.payload,
      matrixSha256: await matrixSha256(symbol),
    },
    placement: sign.placement,
    lat: isRestricted ? null : sign.lat,
    lon: isRestricted ? null : sign.lon,
    heightMm: sign.heightMm,
    mount: sign.mount,
    readingDistanceMm: sign.readingDistanceMm,
    faces: sign.faces ?? 1,
    approved,
    forms: FORMS,
  }
}

/** What the register, the orders and the running site know of the sign whose address a finished file carries. */
import { isDraftOrigin } from '../domain/placard.ts'
import { parseShortCode, type ShortCode } from '../domain/short-code.ts'
import { isEnded, stateOf, type Sign } from '../domain/sign.ts'
import type { Site } from '../domain/site.ts'
import type { PlacardInput } from '../press/files/placard-artwork.ts'
import type { FileFacts } from '../press/preflight/preflight-file.ts'
import { promisedBy } from '../press/preflight/preflight-site.ts'
import type { SymbolLevel } from '../press/face/symbol.ts'
import { templateName, type Template } from '../press/template/template.ts'
import type { Settings } from '../settings.ts'
import type { Database } from '../store/database.ts'
import { listOrderedFaces, type OrderedFace } from '../store/print-orders.ts'
import { findEdition } from '../store/site-settings.ts'
import { findHistories } from '../store/signs.ts'
import { askSite, siteToAsk } from './ask-site.ts'
import { placardInput } from './parcel-files.ts'
import { kitFor, type Materials } from './placard-kit.ts'
import { placardTextsFor, type PlacardWords } from './placard-texts-for.ts'
import { listTemplates } from './templates.ts'

/** A face that is drawn elsewhere: nothing in it that cannot be handed to a thread. */
export interface FaceToDraw {
  words: Omit<PlacardInput, 'template' | 'fonts' | 'condition'>
  /** As JSON. */
  template: unknown
  materials: Materials
}

export type SignFactsFound = Omit<FileFacts, 'faces' | 'profile' | 'template'> & {
  faces: FaceToDraw[]
  /** Whose printing condition the inks are judged by; null where no template is known. */
  template: { value: unknown; materials: Materials } | null
}

export interface FileQuestion {
  /** Null where no symbol was found. */
  payload: string | null
  subject: string
  /** What a reader would copy from the page. */
  words: string
}

/** Of a face without a symbol the line below the trim says which sign it is. */
const SLUG_CODE = /\b([2-9A-HJKMNP-Z]{6})\s+\d+ x \d+ mm\b/

/** `metres`: from where the sign must be read, where somebody said so. `siteOption`: `--site`. */
export async function findFileFacts(
  db: Database,
  settings: Settings,
  { payload, subject, words }: FileQuestion,
  { metres, siteOption }: { metres: number | null; siteOption: unknown },
): Promise<SignFactsFound> {
  const { site } = await findEdition(db)
  const code = parseShortCode(payload?.split('/').at(-1) ?? SLUG_CODE.exec(words)?.[1] ?? '')
  const history = code ? (await findHistories(db, code)).get(code) : undefined
  const sign = history?.sign ?? null
  const texts = site && code && history ? await placardTextsFor(db, site, code) : null
  const promised = texts ? promisedBy(texts) : []
  const printed = URL.parse(payload ?? '')?.origin ?? ''
  const isOurs = printed === settings.origin || site?.origins.includes(printed)
  // A file from elsewhere must not make us ask a host of its choice.
  const asked = siteToAsk(siteOption, isOurs ? printed : null)
  const [, says = ''] = / · ([a-z0-9-]+@\d+)$/.exec(` · ${subject}`) ?? []
  const templates = await listTemplates(settings.content)
  const ordered = sign ? await listOrderedFaces(db, sign.code) : []
  const choice = templatesFor(sign, ordered, says, templates)
  const template = choice.templates[0]
  const kit = template && (await kitFor(settings.content, template))
  const origin = isOurs ? printed : settings.origin
  const drawn: FaceToDraw[] = []
  if (site && code && texts)
    for (const one of choice.templates) {
      const { files } = await kitFor(settings.content, one)
      const face = { template: one, materials: files }
      drawn.push({ ...face, words: wordsNow(texts, site, code, origin, one) })
    }
  for (const face of ordered) drawn.push(await frozenFace(settings, face))
  const { symbolVersion, symbolLevel, symbolMask, readingDistanceMm } = sign ?? {}
  const isPinned = symbolVersion && symbolLevel && symbolMask !== null && symbolMask !== undefined
  return {
    sign: {
      payload: null,
      origins: site?.origins ?? null,
      isIssued: site ? history !== undefined : null,
      isEnded: history ? isEnded(stateOf(history.events)) : null,
      pinned: isPinned
        ? { version: symbolVersion, level: symbolLevel as SymbolLevel, mask: symbolMask }
        : null,
    },
    // A sign of ours whose entry nobody may read has nothing that may be printed.
    review: texts
      ? { isApproved: texts.approved, names: texts.names.map(({ text }) => text) }
      : history && site
        ? { isApproved: false, names: null }
        : null,
    site: texts && {
      promised,
      answers: asked !== null && code ? await askSite(asked, code, promised) : null,
    },
    scanMetres: metres ?? (readingDistanceMm ? readingDistanceMm / 1000 : null),
    minModule: template?.symbol?.minModule ?? 0,
    wanted: template ? { trim: template.trim, bleed: template.bleed } : null,
    maxInk: template?.maxInk ?? 300,
    otherTemplate: choice.clash,
    isKnown: drawn.length > 0,
    faces: drawn,
    template: kit && template ? { value: template, materials: kit.files } : null,
  }
}

/**
 * The register and the orders decide the template; what the file says of itself chooses among those, and decides
 * alone only where neither names one.
 */
function templatesFor(
  sign: Sign | null,
  ordered: readonly OrderedFace[],
  says: string,
  templates: readonly Template[],
): { templates: Template[]; clash: { subject: string; wanted: string } | null } {
  const named = (name: string) => templates.filter((one) => templateName(one) === name)
  const registered = templates.filter(({ id }) => id === sign?.template)
  const frozen = ordered.map(({ order }) => order.templateName)
  const allowed = [...new Set([...registered.map(templateName), ...frozen])]
  if (allowed.length === 0) {
    const said = named(says)
    return { templates: said.length > 0 || !sign ? said : [...templates], clash: null }
  }
  const isOther = says !== '' && !allowed.includes(says)
  const first = allowed.includes(says) ? says : (allowed[0] ?? '')
  const names = [first, ...allowed.filter((name) => name !== first)]
  return {
    templates: names.flatMap(named),
    clash: isOther ? { subject: says, wanted: allowed.join(', ') } : null,
  }
}

/** As `stele placard` would make it today. */
function wordsNow(
  { approved, isRestricted: _, ...words }: PlacardWords,
  { origins }: Site,
  code: ShortCode,
  origin: string,
  template: Template,
): FaceToDraw['words'] {
  const isUnlisted = template.symbol !== null && isDraftOrigin(origin, origins)
  return { ...words, code, origin, allowedOrigins: origins, draft: isUnlisted || !approved }
}

async function frozenFace(settings: Settings, { order, recipe }: OrderedFace): Promise<FaceToDraw> {
  const kit = await kitFor(settings.content, order.template)
  const {
    template: _,
    fonts: __,
    condition: ___,
    files,
    ...words
  } = {
    ...placardInput(order, kit, recipe),
    files: kit.files,
  }
  return { words, template: order.template, materials: files }
}

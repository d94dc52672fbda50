/** What keeps a sign from being ordered, in words, each with the way to mend it. */
import type { Context } from 'hono'
import { KIND_FOLDERS } from '../../../domain/entry.ts'
import { spaced } from '../../../domain/short-code.ts'
import { reachOf, type SignNeed, type SignReadiness } from '../../../domain/sign-readiness.ts'
import { deskMessage, type DeskLanguage, type Say } from '../../../messages/desk-message.ts'
import { ownName, type Locale } from '../../../domain/locale.ts'
import { sizedTemplates } from '../../../press/template/template.ts'
import { faceLocales } from '../../../printing/placard-texts-for.ts'
import {
  listReadiness,
  type ReadinessAsked,
  type ReadinessPage,
} from '../../../store/ready-signs.ts'
import type { DeskEnv } from '../desk-env.ts'

/** A sign with the name people know its entry under. */
export interface NamedReadiness extends SignReadiness {
  name: string
}

/** As listReadiness, for the languages and the templates of this installation. */
export async function readinessOf(
  c: Context<DeskEnv>,
  asked: Omit<ReadinessAsked, 'locales' | 'reach'>,
): Promise<ReadinessPage> {
  const { db, printing } = c.env.services
  const templates = await printing?.listTemplates()
  const reach = templates ? reachOf(sizedTemplates(templates)) : null
  return listReadiness(db, { ...asked, locales: faceLocales(c.get('site')), reach })
}

interface NeedsProps {
  language: DeskLanguage
  sign: SignReadiness
  /** Those that are told; all of them unless told. */
  needs?: readonly SignNeed[]
}

/** One line a need. Nothing for a sign that is ready. */
export function Needs({ language, sign, needs = sign.needs }: NeedsProps) {
  const say: Say = (key, values) => deskMessage(language, key, values)
  return (
    <ul class="needs">
      {needs.map((need) => (
        <li>
          {say(`ready.need.${need}`, valuesOf(language, sign))}{' '}
          <a href={mendAddress(sign, need)} aria-label={labelOf(say, sign, need)}>
            {say(`ready.mend.${need}`)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Links of a long list are told apart by the sign they are about. */
function labelOf(say: Say, { code }: SignReadiness, need: SignNeed): string {
  return `${say(`ready.mend.${need}`)}: ${spaced(code)}`
}

function valuesOf(language: DeskLanguage, { missing, openOrders }: SignReadiness) {
  const list = new Intl.ListFormat(language)
  return {
    languages: list.format(missing.map((locale) => ownName(locale as Locale))),
    orders: list.format(openOrders),
  }
}

function mendAddress({ code, kind, slug, openOrders, missing }: SignReadiness, need: SignNeed) {
  const entry = `${KIND_FOLDERS[kind]}/${slug}`
  if (need === 'ordered') return `/admin/orders/${openOrders[0] ?? ''}`
  if (need === 'unapproved') return `/admin/review/${entry}`
  if (need === 'untranslated') return `/admin/entries/${entry}/${missing[0] ?? ''}`
  if (need === 'withheld') return `/admin/entries/${entry}/facts`
  return need === 'ended' ? `/admin/signs/${code}` : `/admin/signs/${code}#spot`
}

/**
 * A process of the workshop: it draws, freezes orders and reads tables (`desk`), or works off the queue of parcels
 * (`parcels`), and ends when the server that started it lets go of it, or is gone.
 */
import { setPriority } from 'node:os'
import { isDraftOrigin } from '../domain/placard.ts'
import type { ShortCode } from '../domain/short-code.ts'
import { placardMessage } from '../messages/placard-message.ts'
import { openDatabase } from '../installation.ts'
import type { Settings } from '../settings.ts'
import { drawPlacard } from '../press/files/placard-artwork.ts'
import { profileOf } from '../press/preflight/preflight-made.ts'
import { isProblems } from '../press/face/problems.ts'
import { svgOf } from '../press/files/svg.ts'
import type { Act } from '../store/entries.ts'
import { findEdition } from '../store/site-settings.ts'
import { answerExchange } from '../exchange/answer-exchange.ts'
import type { ExchangeQuestion } from '../exchange/exchange-question.ts'
import type { Printing, TypedText, WantedOrder } from '../printing/printing.ts'
import { freezeOrder } from '../printing/freeze-order.ts'
import { workOffParcels } from '../printing/parcel-queue.ts'
import { readPlacardKit } from '../printing/placard-kit.ts'
import { placardTextsFor } from '../printing/placard-texts-for.ts'
import { sentence } from '../messages/bilingual.ts'

/** As much of the settings as it needs; the first argument says which work it does. */
export type WorkshopSettings = Pick<Settings, 'data' | 'content' | 'origin'>

/** What can be asked of the process of the desk, one question after another or several at once. */
export type WorkshopQuestion =
  | { do: 'draw'; code: ShortCode; template: string; typed?: TypedText }
  | { do: 'order'; wanted: WantedOrder; act: Act }
  | { do: 'exchange'; question: ExchangeQuestion }

/** Answers come in any order; `id` is that of the question. An error arrives as its words alone. */
export type WorkshopAnswer = { id: number } & ({ result: unknown } | { error: string })

const [work, given = '{}'] = process.argv.slice(2)
const settings = JSON.parse(given) as WorkshopSettings
const { db, close } = openDatabase(settings)
// Scans come first.
setPriority(10)
// Of the terminal, for all processes at once: the server decides when this one ends.
process.on('SIGINT', () => null)

if (work === 'parcels') {
  const gone = new AbortController()
  process.on('disconnect', () => gone.abort())
  await workOffParcels(db, settings, gone.signal)
  close()
  process.exit()
}

process.on('disconnect', () => {
  close()
  process.exit()
})
process.on('message', ({ id, question }: { id: number; question: WorkshopQuestion }) => {
  void answer(question)
    .then((result): WorkshopAnswer => ({ id, result }))
    .catch((error: unknown): WorkshopAnswer => ({ id, error: String((error as Error).message) }))
    .then((answered) => process.send?.(answered))
})

function answer(question: WorkshopQuestion): Promise<unknown> {
  if (question.do === 'exchange') return answerExchange(db, question.question)
  return question.do === 'draw' ? draw(question) : order(question)
}

/**
 * The face as SVG, or in both languages why there is none. It says that it is a draft wherever an order would refuse
 * it.
 */
async function draw({
  code,
  template,
  typed,
}: WorkshopQuestion & { do: 'draw' }): ReturnType<Printing['draw']> {
  const { origin, content } = settings
  const site = await siteNow()
  const texts = await placardTextsFor(db, site, code, typed)
  if (!texts)
    return {
      why: [sentence('placard.none')],
    }
  const kit = await readPlacardKit(content, template)
  const isUnlisted = kit.template.symbol !== null && isDraftOrigin(origin, site.origins)
  const draft = isUnlisted || !texts.approved
  const drawn = drawPlacard({ ...texts, ...kit, code, origin, draft, allowedOrigins: site.origins })
  if (isProblems(drawn))
    return {
      why: drawn.map((problem) => ({
        vi: placardMessage('vi', problem),
        en: placardMessage('en', problem),
      })),
    }
  return { svg: svgOf(drawn.drawing, kit.fonts, profileOf(kit.condition).screen) }
}

/** The number of the order, or what kept it from being made: then nothing was written. */
async function order({
  wanted,
  act,
}: WorkshopQuestion & { do: 'order' }): ReturnType<Printing['order']> {
  const { template, codes: words, isDraft, pressed = null } = wanted
  const [site, kit] = [await siteNow(), await readPlacardKit(settings.content, template)]
  const { origin } = settings
  const frozen = await freezeOrder(db, { site, kit, origin, words, isDraft, pressed }, act)
  return Array.isArray(frozen) ? { refusals: frozen } : { id: frozen.id }
}

async function siteNow() {
  const { site } = await findEdition(db)
  if (!site) throw new Error('the database is empty')
  return site
}

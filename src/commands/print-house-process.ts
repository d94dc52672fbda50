/** A process of the printing house. It ends when the server that started it lets go of it, or is gone. */
import { setPriority } from 'node:os'
import { isDraftOrigin } from '../domain/placard.ts'
import type { ShortCode } from '../domain/short-code.ts'
import { placardMessage } from '../messages/placard-message.ts'
import { openDatabase } from '../server.ts'
import type { Settings } from '../settings.ts'
import { drawPlacard } from '../signs/placard-artwork.ts'
import { profileOf } from '../signs/preflight.ts'
import { isProblems } from '../signs/problems.ts'
import { svgOf } from '../signs/svg.ts'
import type { Act } from '../store/entries.ts'
import { findEdition } from '../store/site.ts'
import { answerExchange, type ExchangeQuestion } from '../web/exchange/work.ts'
import type { Printing, TypedText, WantedOrder } from '../web/printing.ts'
import { freezeOrder } from './freeze-order.ts'
import { workOffParcels } from './parcel-queue.ts'
import { readPlacardKit } from './placard-kit.ts'
import { placardTextsFor } from './placard-texts-for.ts'

export type HouseSettings = Pick<Settings, 'data' | 'content' | 'origin'>

export type HouseQuestion =
  | { do: 'draw'; code: ShortCode; template: string; typed?: TypedText }
  | { do: 'order'; wanted: WantedOrder; act: Act }
  | { do: 'exchange'; question: ExchangeQuestion }

export type HouseAnswer = { id: number } & ({ result: unknown } | { error: string })

const [work, given = '{}'] = process.argv.slice(2)
const settings = JSON.parse(given) as HouseSettings
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
process.on('message', ({ id, question }: { id: number; question: HouseQuestion }) => {
  void answer(question)
    .then((result): HouseAnswer => ({ id, result }))
    .catch((error: unknown): HouseAnswer => ({ id, error: String((error as Error).message) }))
    .then((answered) => process.send?.(answered))
})

function answer(question: HouseQuestion): Promise<unknown> {
  if (question.do === 'exchange') return answerExchange(db, question.question)
  return question.do === 'draw' ? draw(question) : order(question)
}

async function draw({
  code,
  template,
  typed,
}: HouseQuestion & { do: 'draw' }): ReturnType<Printing['draw']> {
  const { origin, content } = settings
  const site = await siteNow()
  const texts = await placardTextsFor(db, site, code, typed)
  if (!texts)
    return {
      why: [
        {
          vi: 'Biển đã thôi dùng, hoặc mục từ của biển đang được giữ lại.',
          en: 'The sign has ended, or its entry is withheld.',
        },
      ],
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

async function order({
  wanted,
  act,
}: HouseQuestion & { do: 'order' }): ReturnType<Printing['order']> {
  const { template, codes: words, isDraft } = wanted
  const [site, kit] = [await siteNow(), await readPlacardKit(settings.content, template)]
  const { origin } = settings
  const frozen = await freezeOrder(db, { site, kit, origin, words, isDraft }, act)
  return Array.isArray(frozen) ? { refusals: frozen } : { id: frozen.id }
}

async function siteNow() {
  const { site } = await findEdition(db)
  if (!site) throw new Error('the database is empty')
  return site
}

/** Packs as a reader meets them: the offers on pages of signs and of walks, and the list of what the phone has kept. */
import { CATALOGUES } from '../../messages/messages.ts'
import { readableSize } from '../../domain/pack.ts'
import { addressOfPack, type PackOffer, type PackSubject } from '../public/pack-contents.ts'
import { titleFor } from './entry-page.tsx'
import { Foot, languagesAt } from './home-page.tsx'
import { Layout } from './layout.tsx'
import { langIf, sayFor, type Reading } from './reading.ts'
import { unitName } from './unit-name.tsx'

/** Hidden until a script finds that the device can keep pages. */
export function OfferedPacks({ reading, packs }: { reading: Reading; packs: PackOffer[] }) {
  if (packs.length === 0) return null
  const say = sayFor(reading)
  return (
    <section hidden data-offer="">
      <h2>{say('offline.title')}</h2>
      {packs.map((pack) => (
        <OfferedPack reading={reading} pack={pack} />
      ))}
      <p>
        <a href={`/${reading.wished}/offline`}>{say('offline.list')}</a>
      </p>
    </section>
  )
}

function OfferedPack({ reading, pack }: { reading: Reading; pack: PackOffer }) {
  const say = sayFor(reading)
  const size = say('offline.size', { ...readableSize(pack.bytes) })
  const { name, lang } = nameOfPack(pack.subject, reading)
  return (
    <div
      data-module="offline"
      data-pack={addressOfPack(pack.subject)}
      data-locale={reading.wished}
      data-saving={say('offline.saving')}
      data-saved={say('offline.saved')}
      data-failed={say('offline.failed')}
      data-full={say('offline.full', { size })}
    >
      <h3 lang={langIf(lang, reading.words)}>{name}</h3>
      <p>
        <button type="button">
          {say('offline.save', { count: pack.entries + pack.signs, size })}
        </button>{' '}
        <small>{say('offline.about')}</small>
      </p>
    </div>
  )
}

/** Of the ward or commune, or of the walk, and the language the name is in. */
export function nameOfPack(subject: PackSubject, reading: Reading): { name: string; lang: string } {
  if (subject.is === 'unit') return unitName(subject.unit, reading)
  const { title, locale } = titleFor(subject.walk, reading)
  return { name: title, lang: locale }
}

/** Also what a phone shows for a page it does not have, when there is no network. */
export function OfflinePage({ reading }: { reading: Reading }) {
  const say = sayFor(reading)
  const words = CATALOGUES[reading.words]
  return (
    <Layout
      reading={reading}
      title={say('offline.title')}
      languages={languagesAt(reading, 'offline')}
      main={
        <>
          <p class="tom" data-offer="" hidden>
            {say('offline.missed')}
          </p>
          <p class="tom">{say('offline.intro')}</p>
          <section
            data-module="kept"
            data-locale={reading.wished}
            data-line={words['offline.line']}
            data-size={words['offline.size']}
            data-none={say('offline.none')}
            data-unable={say('offline.unable')}
            data-remove={say('offline.remove')}
          >
            <h2>{say('offline.list')}</h2>
          </section>
        </>
      }
      aside={<Foot reading={reading} links={['about', 'home']} />}
    />
  )
}

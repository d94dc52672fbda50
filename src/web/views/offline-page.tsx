/** Packs as a reader meets them: the offer on the page of a sign, and the list of what the phone has kept. */
import { CATALOGUES } from '../../messages/messages.ts'
import { readableSize } from '../../domain/pack.ts'
import type { PackOffer } from '../public/pack-contents.ts'
import { UnitNames } from './unit-name.tsx'
import { Foot, languagesAt } from './home-page.tsx'
import { Layout } from './layout.tsx'
import { sayFor, type Reading } from './reading.ts'

/** Hidden until a script finds that the device can keep pages. */
export function OfferedPack({ reading, pack }: { reading: Reading; pack: PackOffer }) {
  const say = sayFor(reading)
  const size = say('offline.size', { ...readableSize(pack.bytes) })
  return (
    <section
      hidden
      data-offer=""
      data-module="offline"
      data-pack={`/packs/units/${pack.unit.code}.json`}
      data-locale={reading.wished}
      data-saving={say('offline.saving')}
      data-saved={say('offline.saved')}
      data-failed={say('offline.failed')}
      data-full={say('offline.full', { size })}
    >
      <h2>{say('offline.title')}</h2>
      <p>
        <UnitNames units={[pack.unit]} reading={reading} />
      </p>
      <p>
        <button type="button">
          {say('offline.save', { count: pack.entries + pack.signs, size })}
        </button>{' '}
        <small>{say('offline.about')}</small>
      </p>
      <p>
        <a href={`/${reading.wished}/offline`}>{say('offline.list')}</a>
      </p>
    </section>
  )
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

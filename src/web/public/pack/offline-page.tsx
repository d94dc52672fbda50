import { CATALOGUES } from '../../../messages/messages.ts'
import { Layout, languagesAt } from '../page-layout.tsx'
import { sayFor, type Reading } from '../reading.ts'
import { Foot } from '../site-links.tsx'

/** The list of what this phone keeps; also what it shows for a page it does not have, when there is no network. */
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
          <p class="summary" data-offer="" hidden>
            {say('offline.missed')}
          </p>
          <p class="summary">{say('offline.intro')}</p>
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

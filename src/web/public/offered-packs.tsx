import { readableSize } from '../../domain/pack.ts'
import { titleFor } from './entry-titles.tsx'
import { addressOfPack, type PackOffer, type PackSubject } from './pack-contents.ts'
import { langIf, sayFor, type Reading } from './reading.ts'
import { unitName } from './unit-name.tsx'

/** Packs that could be kept on this device, hidden until a script finds that it can; nothing where none is offered. */
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

/** Name of the ward or commune, or of the walk, and the language the name is in. */
export function nameOfPack(subject: PackSubject, reading: Reading): { name: string; lang: string } {
  if (subject.is === 'unit') return unitName(subject.unit, reading)
  const { title, locale } = titleFor(subject.walk, reading)
  return { name: title, lang: locale }
}

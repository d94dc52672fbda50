import type { Site } from '../../domain/site.ts'
import { NoticePage } from './notice-page.tsx'
import { sayFor, type Reading } from './reading.ts'

/** Empty: nothing was imported yet. Busy: too many ask for what takes long. Full: no room to write. */
export type ErrorKey = 'not-found' | 'method-not-allowed' | 'fault' | 'empty' | 'busy' | 'full'

export function ErrorPage({ reading, error }: { reading: Reading; error: ErrorKey }) {
  const say = sayFor(reading)
  return (
    <NoticePage
      reading={reading}
      title={say(`error.${error}`)}
      hrefFor={(locale) => `/${locale}/`}
      main={<p>{say(`error.${error}.text`)}</p>}
    />
  )
}

/** A stand-in for site.yaml until there is one, so that even an empty site answers properly. */
export const EMPTY_SITE: Site = {
  name: { vi: 'Stele' },
  publisher: { vi: 'Stele' },
  hotline: '',
  email: '',
  timeZone: 'Asia/Ho_Chi_Minh',
  locales: ['vi', 'zh-Hans', 'en'] as Site['locales'],
  fallbackLocale: 'en' as Site['fallbackLocale'],
  localLocales: [],
  origins: [],
  licence: { name: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  map: { lat: 0, lon: 0, zoom: 1 },
  fourEyes: true,
  trust: {},
}

/**
 * What the open data is, for programs that ask: OpenAPI 3.1. The shapes are those of open-data.ts, kept in step by
 * hand.
 */
import { KINDS, RANKS } from '../../domain/entry.ts'
import { SIGN_STATES } from '../../domain/sign.ts'
import { inLocale, sourceLocale, type Site } from '../../domain/site.ts'

const text = { type: 'string' }
const orNull = (type: string) => ({ type: [type, 'null'] })
const list = (items: object) => ({ type: 'array', items })
const map = (properties: object) => ({ type: 'object', properties })

const IMPRINT = {
  publisher: text,
  licence: map({ name: text, url: text }),
  updated: { ...orNull('string'), format: 'date-time' },
}
const ENTRY = map({
  path: text,
  kind: { enum: [...KINDS] },
  names: list({ type: 'object' }),
  stops: list(map({ entry: text, note: { type: 'object' } })),
  way: { type: 'object' },
  namedAfter: list(text),
  namings: list({ type: 'object' }),
  extent: { type: 'object' },
  born: { type: 'object' },
  died: { type: 'object' },
  rank: map({ level: { enum: [...RANKS] }, year: { type: 'integer' }, decision: text }),
  festivals: list(map({ from: text, to: text, name: { type: 'object' }, source: text })),
  adminUnits: list({ type: 'object' }),
  position: {
    ...orNull('object'),
    properties: { lat: { type: 'number' }, lon: { type: 'number' }, accuracyM: { type: 'number' } },
  },
  related: list(text),
  sources: list({ type: 'object' }),
  isReviewed: { type: 'boolean' },
  texts: list(
    map({
      locale: text, title: text, summary: text, body: text, page: text,
      revision: { type: 'integer' }, publishedAt: { type: 'string', format: 'date-time' },
    }),
  ),
})
const SIGN = map({
  type: { const: 'Feature' },
  id: text,
  geometry: orNull('object'),
  properties: map({
    code: text, address: text, entry: text, state: { enum: [...SIGN_STATES] },
    installedOn: orNull('string'), placement: orNull('string'),
  }),
})

function answer(summary: string, type: string, schema: object) {
  return {
    get: {
      summary,
      responses: {
        200: { description: summary, content: { [type]: { schema } } },
        304: { description: 'Not changed since the ETag that was sent in If-None-Match' },
      },
    },
  }
}

export function openApi(site: Site, origin: string): string {
  const source = sourceLocale(site)
  return JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: inLocale(site.name, source, site).text,
      version: '1',
      description: inLocale(site.publisher, source, site).text,
      license: site.licence,
    },
    servers: [{ url: origin }],
    paths: {
      '/data/entries.json': answer(
        'Entries with a public text',
        'application/json',
        map({ ...IMPRINT, entries: list(ENTRY) }),
      ),
      '/data/entries.csv': answer('The same as a table', 'text/csv', text),
      '/data/signs.geojson': answer(
        'Signs that hang or have hung',
        'application/geo+json',
        map({ type: { const: 'FeatureCollection' }, ...IMPRINT, features: list(SIGN) }),
      ),
    },
  })
}

/** content/site.yaml: everything that makes this installation one province's and no other's. */
import * as z from 'zod'
import type { Report } from '../domain/finding.ts'
import type { Site } from '../domain/site.ts'
import { blockMap, document, flowList, flowMap, blockScalar } from './canonical-yaml.ts'
import { readWith } from './schema-report.ts'
import { readYaml, type YamlFile } from './yaml-file.ts'
import {
  listOf,
  locale,
  mapOf,
  number,
  perLocale,
  text,
  textOrNothing,
  trueOrFalse,
  webAddress,
} from './yaml-values.ts'

/** The one file an installation cannot be without. */
export const SITE_FILE = 'content/site.yaml'

const timeZone = text.refine(isTimeZone, { error: 'value.not-a-time-zone' })
/** An origin without path, as in `https://qr.langson.gov.vn`. */
const origin = webAddress.refine((url) => URL.canParse(url) && new URL(url).origin === url, {
  error: 'value.not-a-web-address',
})

const email = textOrNothing.refine((value) => value === '' || z.email().safeParse(value).success, {
  error: 'value.not-an-email',
})

const schema = mapOf({
  name: perLocale,
  publisher: perLocale,
  hotline: textOrNothing,
  email,
  timeZone,
  locales: listOf(locale).min(1, { error: 'value.empty' }),
  fallbackLocale: locale,
  localLocales: listOf(locale).default([]),
  origins: listOf(origin).default([]),
  licence: mapOf({ name: text, url: webAddress }),
  map: mapOf({ lat: number(-90, 90), lon: number(-180, 180), zoom: number(0, 22) }),
  fourEyes: trueOrFalse.default(true),
  trust: perLocale,
})

/** site.yaml as it was read. */
export interface SiteFile {
  site: Site
  lineOf: YamlFile['lineOf']
  hasComments: boolean
}

/**
 * Null when the file cannot be used; why is reported. Where `fourEyes` is not said, it holds: who wrote a text cannot
 * approve it.
 */
export function readSiteFile(text: string, report: Report): SiteFile | null {
  const yaml = readYaml(text, SITE_FILE, report)
  const site = yaml && readWith(schema, yaml, SITE_FILE, report)
  return yaml && site && { site, lineOf: yaml.lineOf, hasComments: yaml.hasComments }
}

/** The canonical file: keys in the order of `Site`, words per locale one a line. */
export function writeSiteFile(site: Site): string {
  return document([
    ['name', blockMap(site.name)],
    ['publisher', blockMap(site.publisher)],
    ['hotline', blockScalar(site.hotline)],
    ['email', blockScalar(site.email)],
    ['timeZone', blockScalar(site.timeZone)],
    ['locales', flowList(site.locales)],
    ['fallbackLocale', blockScalar(site.fallbackLocale)],
    ['localLocales', flowList(site.localLocales)],
    ['origins', flowList(site.origins)],
    ['licence', flowMap(site.licence)],
    ['map', flowMap(site.map)],
    ['fourEyes', blockScalar(site.fourEyes)],
    ['trust', blockMap(site.trust)],
  ])
}

/** Asked of the runtime, whose list of time zones is IANA's. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** A new entry: its kind, its name, its address; everything else is filled in afterwards. */
import { Hono, type Context } from 'hono'
import {
  checkFacts,
  readFacts,
  type FactsFinding,
  type Surroundings,
} from '../../../content/check-facts.ts'
import { entryPath, KINDS, type Facts, type Kind } from '../../../domain/entry.ts'
import { sourceLocale, type Site, otherLocales } from '../../../domain/site.ts'
import { addAudit } from '../../../store/audit-log.ts'
import { saveEntry } from '../../../store/entries.ts'
import type { FactsProblem } from '../problem-list.tsx'
import { NewEntryPage } from './new-entry-page.tsx'
import { actOf, allow, deskOf, page } from '../desk.tsx'
import { openSurroundings } from '../facts/facts-desk.ts'
import { slugProblem } from '../facts/facts-judging.ts'
import { lettersWrong } from '../facts/facts-problems.ts'
import { speaking } from '../facts/facts-page.tsx'
import { attempt } from '../facts/facts-saving.ts'
import { readForm } from '../form.ts'
import { withKnownWorks } from '../known-works.ts'
import { WORK_KEYS } from '../../../domain/work.ts'
import { freeId, proposedSlug, slugFault } from '../../../domain/slug.ts'
import { entryAddress } from '../entry-address.ts'
import type { DeskEnv } from '../desk-env.ts'
import { saidOf } from '../../../messages/facts-said.ts'
import type { TypedFacts } from '../facts/facts-fields.ts'

const PATH = '/admin/entries/new'

/** `do` proposes an address from the name, or creates; 422 with the problems, else on to the facts of the new entry. */
export const newEntryRoutes = new Hono<DeskEnv>()
  .get(PATH, allow('entry.write'), (c) => newEntryPage(c, {}, []))
  .post(PATH, allow('entry.write'), async (c) => {
    const form = await readForm(c)
    const names = [
      'kind',
      'name',
      'slug',
      'source',
      'sourceAt',
      'noSource',
      ...otherLocales(c.get('site')).map((one) => `name-${one}`),
    ]
    const sent = Object.fromEntries(names.map((name) => [name, form.words(name).trim()]))
    const known = await withKnownWorks(c.env.services.db, sent, [['source', 'work-']])
    // What was chosen stays in its field, should the form come back.
    const typed: TypedFacts = { ...known, source: sent['source'] ?? '' }
    const kind = KINDS.find((one) => one === typed['kind'])
    const proposed = proposedSlug(typed['name'] ?? '', kind)
    if (form.text('do') === 'propose') return newEntryPage(c, { ...typed, slug: proposed }, [])
    return create(c, { ...typed, slug: typed['slug'] || proposed }, kind, form.isRighted())
  })

/** Asked again from the start when another process takes the address at this moment: then the address is a problem. */
async function create(
  c: Context<DeskEnv>,
  typed: TypedFacts,
  kind: Kind | undefined,
  isRighted: boolean,
): Promise<Response> {
  const { say } = speaking(c)
  const { surroundings, ids } = await openSurroundings(c)
  const slug = typed['slug'] ?? ''
  const problems: FactsProblem[] = []
  const problem = (field: string, text: string) =>
    problems.push({ field, place: '', text, severity: 'error' })
  if (!kind) problem('kind', say('facts.new.noKind'))
  if (slug === '' && typed['name']) problem('slug', say('facts.new.noSlug'))
  const fault = kind && slug !== '' ? slugFault(slug, kind, surroundings.others) : null
  if (fault) problems.push(slugProblem(fault, slug, say))
  for (const [field, value] of Object.entries(typed))
    for (const text of lettersWrong(value, say)) problem(field, text)
  const { facts, findings } = judged(kind ?? 'place', slug, typed, surroundings)
  for (const finding of findings)
    if (finding.severity === 'error')
      problem(fieldOf(finding, c.get('site'), typed), saidOf(finding, say, c.get('language')))
  if (!kind || !facts || problems.length > 0) return newEntryPage(c, typed, problems)

  const id = freeId(entryPath(kind, slug), new Set(ids.values()))
  const entry = { id, kind, slug, facts, factsNumber: 1, files: {} }
  const act = actOf(c)
  const audit = addAudit({ what: 'entry.created', subject: id, details: { kind, slug } }, act)
  const outcome = await attempt(c.env.services.db, [...saveEntry(entry, ids, act), audit])
  const righted = isRighted ? '&righted=1' : ''
  if (outcome === 'saved')
    return c.redirect(`${entryAddress({ kind, slug })}/facts?created=1${righted}`, 303)
  return create(c, typed, kind, isRighted)
}

/** Judged as any facts are, but without texts or files. */
function judged(kind: Kind, slug: string, typed: TypedFacts, surroundings: Surroundings) {
  const { facts, findings } = readFacts(kind, rawOf(typed, surroundings.site))
  if (!facts) return { facts, findings }
  const candidate = { kind, slug, facts, texts: [], files: [] }
  return { facts: facts satisfies Facts, findings: checkFacts(candidate, surroundings) }
}

/** A source is needed from the start: the document named, or, where that is said, what everybody knows (`g`) until it is replaced. */
function rawOf(typed: TypedFacts, site: Site) {
  const official = {
    ...(typed['name'] && { text: typed['name'] }),
    locale: sourceLocale(site),
    kind: 'official',
  }
  const source = typed['source']
  return {
    names: [
      official,
      ...named(typed, site).map((locale) => ({
        text: typed[`name-${locale}`],
        locale,
        kind: 'translation',
      })),
    ],
    sources: source
      ? [{ id: 's1', title: source, ...sourceFrom(typed) }]
      : typed['noSource'] === 'yes'
        ? [{ id: 'g', kind: 'general-knowledge' }]
        : [],
    review: { state: 'pending' },
  }
}

/** Of a known work, all that is known; and the page in it. */
function sourceFrom(typed: TypedFacts): Record<string, string> {
  const told = [...WORK_KEYS.map((key) => [key, typed[`work-${key}`]]), ['at', typed['sourceAt']]]
  return Object.fromEntries(told.filter(([, value]) => value)) as Record<string, string>
}

/** Names come in the order of rawOf: the official one, then those that were typed. */
function fieldOf({ path }: FactsFinding, site: Site, typed: TypedFacts): string {
  const [key, row] = path
  if (key === 'sources') return 'source'
  const locale = named(typed, site)[Number(row) - 1]
  return locale === undefined ? 'name' : `name-${locale}`
}

/** Locales in which another name was typed. */
function named(typed: TypedFacts, site: Site) {
  return otherLocales(site).filter((locale) => typed[`name-${locale}`])
}

function newEntryPage(c: Context<DeskEnv>, typed: TypedFacts, problems: FactsProblem[]): Response {
  const view = <NewEntryPage desk={deskOf(c)} typed={typed} problems={problems} />
  return page(c, view, problems.length > 0 ? 422 : 200)
}

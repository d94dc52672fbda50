import type { Context } from 'hono'
import { boundTexts } from '../../../press/template/template.ts'
import type { DeskEnv } from '../desk-env.ts'

/**
 * Ids of templates that what is typed can be shown in, those that print more than names first; null where nothing is
 * drawn.
 */
export async function templatesFor(c: Context<DeskEnv>): Promise<string[] | null> {
  const templates = await c.env.services.printing?.listTemplates()
  if (!templates) return null
  const rank = (bound: ReadonlySet<string>) => (bound.has('intro') || bound.has('body') ? 0 : 1)
  return templates
    .map((one) => ({ id: one.id, rank: rank(boundTexts(one)) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id)
}

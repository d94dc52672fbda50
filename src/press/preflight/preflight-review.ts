/** RV-01: who approved the words on a face, and whether they are the published ones. */
import { broken, rowsFor, type PreflightRow } from '../../domain/preflight.ts'
import type { Drawing } from '../face/drawing.ts'
import { textsOn } from './preflight-face.ts'

export interface Review {
  /** The entry is approved, and a text is published in every language on the face. */
  isApproved: boolean
  /** Names as they are published, in any order; null when nobody looked them up. */
  names: readonly string[] | null
}

/** RV-01. A draft says what it is, and is not judged. */
export function reviewRows(drawing: Drawing, review: Review | null): PreflightRow[] {
  if (!review) return []
  const names = new Map<string, string>()
  for (const { role, y, text } of textsOn(drawing)) {
    if (!role.startsWith('name') && role !== 'kind-word') continue
    // The first name may stand on several lines, its kind word apart from the rest.
    const line = role === 'name-others' ? `${role} ${y}` : 'first'
    names.set(line, `${names.get(line) ?? ''} ${text}`.trim())
  }
  return reviewedRows([...names.values()], review)
}

/** Spaces, line ends and capitals apart, every name on the face must be a published one. */
export function reviewedRows(
  names: readonly string[],
  { isApproved, names: published }: Review,
): PreflightRow[] {
  const known = published?.map(bare)
  const strange = known ? names.filter((name) => !known.includes(bare(name))) : []
  return rowsFor(
    'RV-01',
    [
      ...(isApproved ? [] : [broken('RV-01.unapproved', 'not approved', 'approved')]),
      ...strange.map((text) =>
        broken('RV-01.text', text, published?.join('; ') ?? '', {
          text,
          published: published?.join('; ') ?? '',
        }),
      ),
    ],
    `approved; ${names.length} names`,
    'approved and published',
  )
}

export function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '').toLocaleUpperCase('vi')
}

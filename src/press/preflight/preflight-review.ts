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
  const texts = textsOn(drawing)
  // The first name may stand on several lines, its kind word apart from the rest.
  const first = texts.filter(
    ({ role }) => role === 'kind-word' || (role.startsWith('name') && role !== 'name-others'),
  )
  const others = texts.filter(({ role }) => role === 'name-others').map(({ text }) => text)
  const names = [
    ...(first.length > 0 ? [first.map(({ text }) => text).join(' ')] : []),
    ...wholeNames(others, review.names ?? []),
  ]
  return reviewedRows(names, review)
}

/**
 * Lines put together to the names they are of. A name may take several lines, and nothing on the face says where one
 * ends; only the published names do. Lines that make none of them stay as they are.
 */
function wholeNames(lines: readonly string[], published: readonly string[]): string[] {
  const known = new Set(published.map(bare))
  const from = (start: number): string[] | null => {
    if (start === lines.length) return []
    // The longest first: a name may begin with another.
    for (let end = lines.length; end > start; end--) {
      const name = lines.slice(start, end).join(' ')
      const rest = known.has(bare(name)) ? from(end) : null
      if (rest) return [name, ...rest]
    }
    return null
  }
  return from(0) ?? [...lines]
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

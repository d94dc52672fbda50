import type { ShortCode } from '../domain/short-code.ts'
import type { Template } from '../press/template/template.ts'
import type { Act } from '../store/entries.ts'
import type { Bilingual } from '../messages/bilingual.ts'

export interface TypedText {
  locale: string
  summary: string
  body: string
}

export interface WantedOrder {
  /** Of a template of templates/, as in `placard-150x200`. */
  template: string
  codes: readonly string[]
  isDraft: boolean
  /** The form it was sent with: the same form makes no second order. */
  pressed?: string | null
}

/** Which code was refused, and why. */
export interface Refusal {
  word: string
  why: Bilingual
}

/** What the desk asks of the printing trade. It works outside of the thread that answers scans. */
export interface Printing {
  listTemplates: () => Promise<Template[]>
  /**
   * The face as it would be printed today, as SVG; or why there is none. `typed` stands in for the published text of
   * its language.
   */
  draw: (
    code: ShortCode,
    template: string,
    typed?: TypedText,
  ) => Promise<{ svg: string } | { why: Bilingual[] }>
  /** Refused whole when one sign cannot be printed. */
  order: (wanted: WantedOrder, act: Act) => Promise<{ id: string } | { refusals: Refusal[] }>
  /** Says that a parcel waits to be made. */
  wake: () => void
}

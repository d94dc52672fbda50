/** What the form of a new order holds, as the browser sends it. */
import type { Context } from 'hono'
import { digestOf } from '../../../domain/digest.ts'
import { parseShortCode, type ShortCode } from '../../../domain/short-code.ts'
import type { SignNeed } from '../../../domain/sign-readiness.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { Form } from '../form.ts'
import { nameFor } from '../name-for.ts'
import { readinessOf, type NamedReadiness } from './sign-needs.tsx'

/** Faces of one order that is put together at the desk; the page shows no more signs than that. */
export const FACES_MAX = 500
/** What may be ordered all the same, by somebody who says so. */
const ASKED: readonly SignNeed[] = ['ordered', 'unplaced']

export interface TypedOrder {
  /** Ticked, then typed; what is no code is kept as it was typed, to be told. */
  codes: string[]
  /** Signs the list showed, ticked or not. */
  listed: ShortCode[]
  template: string
  typed: string
  isDraft: boolean
  /** Of this form: sent twice, it makes one order. */
  pressed: string
  /** What was agreed to; '' for nothing. */
  sure: string
}

export function readOrder(form: Form): TypedOrder {
  const typed = form.text('more')
  const words = [...form.all('codes'), ...typed.split(/[\n,;]+/)].filter((word) => word.trim())
  const pressed = form.text('pressed')
  return {
    codes: [...new Set(words.map((word) => parseShortCode(word) ?? word.trim()))],
    listed: form
      .text('listed')
      .split(' ')
      .flatMap((word) => parseShortCode(word) ?? []),
    template: form.text('template'),
    typed,
    isDraft: form.text('draft') === '1',
    pressed: /^[0-9a-f]{48}$/.test(pressed) ? pressed : '',
    sure: form.text('sure'),
  }
}

/** Signs by their codes, named, in the order of `codes`; codes that were never issued are left out. */
export async function signsOf(
  c: Context<DeskEnv>,
  codes: readonly ShortCode[],
): Promise<NamedReadiness[]> {
  if (codes.length === 0) return []
  const { signs } = await readinessOf(c, { codes })
  const known = new Map(signs.map((sign) => [sign.code, sign]))
  return codes.flatMap((code) => {
    const sign = known.get(code)
    return sign ? [{ ...sign, name: nameFor(c, sign.names, sign.entry) }] : []
  })
}

/** What somebody is asked about before money is spent, and the word that says they were asked about just this. */
export async function worriesOf(signs: readonly NamedReadiness[]) {
  const worries = signs.flatMap((sign) => {
    const needs = sign.needs.filter((need) => ASKED.includes(need))
    return needs.length > 0 ? [{ sign, needs }] : []
  })
  const said = worries.map(({ sign, needs }) => [sign.code, ...needs, ...sign.openOrders].join(' '))
  return { worries, sure: said.length > 0 ? (await digestOf(said.join('\n'))).slice(0, 16) : '' }
}

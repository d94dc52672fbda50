import type { Damage } from '../domain/damaged-letters.ts'
import type { Say } from './desk-message.ts'

/** What is wrong with the letters, and the cure. */
export function damageSaid({ kind, found, meant, encoding }: Damage, say: Say): string {
  const short = (text: string) =>
    [...text].length > 60 ? `${[...text].slice(0, 59).join('')}…` : text
  return say(`letters.said.${kind}`, { found: short(found), meant: short(meant), encoding })
}

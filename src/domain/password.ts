/** Whether a password may be chosen: long enough, and not one that is tried early. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { fold } from './name.ts'

/** Characters. Length is what counts (NIST SP 800-63B, 5.1.1.2); nothing about their kinds is asked. */
export const PASSWORD_LEAST = 12
export const PASSWORD_MOST = 128

/** Of 4, as zxcvbn counts: 3 stands against 10^8 guesses and more. */
const SCORE_LEAST = 3

export type PasswordFault = 'short' | 'long' | 'guessable'

let estimator: ZxcvbnFactory | null = null

/**
 * Null when the password may be chosen. `words`: what anybody would try for this person, as their name, address and
 * province. Without marks: "mật khẩu" is tried as "mat khau".
 */
export function passwordFault(password: string, words: readonly string[]): PasswordFault | null {
  const length = [...password].length
  if (length < PASSWORD_LEAST) return 'short'
  if (length > PASSWORD_MOST) return 'long'
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  const tried = words.flatMap((word) => [word, fold(word), ...fold(word).split(/[^a-z0-9]+/)])
  const { score } = estimator.check(fold(password), [...new Set(tried)].filter(Boolean))
  return score < SCORE_LEAST ? 'guessable' : null
}

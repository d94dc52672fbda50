/** Who is asked about many rows at once: a process beside this one where there is one, else this one. */
import type { Context } from 'hono'
import { answerExchange } from '../../exchange/answer-exchange.ts'
import type { ExchangeAnswer, ExchangeQuestion } from '../../exchange/exchange-question.ts'
import { FileFault } from '../../exchange/file-fault.ts'
import { actOf } from './desk.tsx'
import type { DeskEnv } from './desk-env.ts'

type WithoutWhom<T> = T extends unknown ? Omit<T, 'language' | 'editor' | 'act'> : never

/**
 * The answer of whoever exchanges, in the name of whoever is signed in. FileFault for a file that cannot be taken at
 * all; what is wrong within it is in the answer.
 */
export async function exchange(
  c: Context<DeskEnv>,
  asked: WithoutWhom<ExchangeQuestion>,
): Promise<Exclude<ExchangeAnswer, { fault: unknown }>> {
  const { db, exchange: elsewhere } = c.env.services
  const editor = c.get('session')?.editor
  if (!editor) throw new Error('only somebody who is signed in imports')
  const whom = { language: c.get('language'), editor, act: actOf(c) }
  const question = { ...asked, ...whom } as ExchangeQuestion
  const answer = await (elsewhere ? elsewhere(question) : answerExchange(db, question))
  if ('fault' in answer) throw new FileFault(answer.fault.key, answer.fault.values)
  return answer
}

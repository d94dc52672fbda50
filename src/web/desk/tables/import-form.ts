/**
 * What the forms of the import send, and who is asked about it: a process beside this one where there is one, else this
 * one.
 */
import type { Context } from 'hono'
import { answerExchange } from '../../../exchange/answer-exchange.ts'
import type { ExchangeAnswer, ExchangeQuestion } from '../../../exchange/exchange-question.ts'
import type { SentFile } from '../../../exchange/tables/sent-file.ts'
import { actOf } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { FILE_MAX, FileFault } from '../../../exchange/file-fault.ts'

/** Empty for a body that is no form. */
export async function readData(c: Context<DeskEnv>): Promise<FormData> {
  return c.req.formData().catch(() => new FormData())
}

/** '' where the field is missing, or a file. */
export function wordsIn(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

/** Every field that is no file, in the order of the form. */
export function fieldsIn(data: FormData): [name: string, value: string][] {
  return [...data].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
}

/** The file of the form; FileFault when there is none, when it is empty, or larger than FILE_MAX. */
export async function fileIn(data: FormData): Promise<SentFile> {
  const file = data.get('file')
  if (!(file instanceof File) || file.size === 0) throw new FileFault('import.fault.noFile')
  if (file.size > FILE_MAX)
    throw new FileFault('import.fault.tooLarge', { most: FILE_MAX / 2 ** 20 })
  return { name: file.name.normalize('NFC'), bytes: new Uint8Array(await file.arrayBuffer()) }
}

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

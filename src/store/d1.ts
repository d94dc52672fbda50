import type { D1Database } from '@cloudflare/workers-types'
import { type Database, type Statement, translateError } from './database.ts'

/** A Worker's binding as the port. Each call is a round trip, and the free plan allows 50 of them per request. */
export function d1Database(d1: D1Database): Database {
  const bind = ({ text, values }: Statement) => d1.prepare(text).bind(...values)
  return {
    all: async <Row>(query: Statement) => (await attempt(bind(query).all<Row>())).results,
    first: async <Row>(query: Statement) => attempt(bind(query).first<Row>()),
    run: async (statement) => void (await attempt(bind(statement).run())),
    batch: async (statements) => {
      if (statements.length > 0) await attempt(d1.batch(statements.map(bind)))
    },
  }
}

/** Errors of constraints become ours; everything else passes as it came. */
async function attempt<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw translateError(error)
  }
}

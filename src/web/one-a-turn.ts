/**
 * Requests that memory cannot answer, on Node: one a turn of the event loop, and whoever asks in their turn. A hundred
 * that have come together would otherwise be one long turn, and lines are opened, and kept pages go out, only between
 * two.
 */
import type { IncomingMessage, RequestListener } from 'node:http'
import { FairTurns } from './fair-turns.ts'

/** Requests that may wait; the lines of more are closed. One line can bring many. */
const WAITING_MAX = 4000

/** `who`: whom a request counts for. One whose line is gone by its turn is not answered. */
export function oneATurn(
  answer: RequestListener,
  who: (request: IncomingMessage) => string,
  most = WAITING_MAX,
): RequestListener {
  const turns = new FairTurns(most, most)
  return (request, response) => {
    const served = turns.run(who(request), () => {
      if (!response.destroyed) answer(request, response)
      return new Promise((resolve) => setImmediate(resolve))
    })
    if (!served) request.socket.destroy()
  }
}

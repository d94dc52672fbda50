/** Where one statement of a body ends and the next begins: a line, or a stop with a capital after it. */
const ENDS = /(\n+|(?<=[.!?])\s+(?=\p{Lu})|(?<=[。！？])(?!\n|$))/u

/** Statements and what stands between them, in turns; joined they are the body again. */
export function statementsAndGaps(body: string): string[] {
  return body.split(ENDS)
}

/** In the order of reading, as they stand in the body. */
export function statementsOf(body: string): string[] {
  return statementsAndGaps(body).filter((_, i) => i % 2 === 0)
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { oneATurn } from '../../src/web/one-a-turn.ts'

interface Asked {
  client: string
  isGone?: boolean
  isClosed?: boolean
}

/** Answers by writing down who was answered; `turn` lets the event loop go round once. */
function counter(most?: number) {
  const answered: string[] = []
  const listen = oneATurn(
    (request) => void answered.push((request as unknown as Asked).client),
    (request) => (request as unknown as Asked).client,
    most,
  )
  const ask = (client: string, isGone = false) => {
    const request = {
      client,
      isClosed: false,
      socket: { destroy: () => (request.isClosed = true) },
    }
    void listen(
      request as unknown as IncomingMessage,
      { destroyed: isGone } as unknown as ServerResponse<IncomingMessage> & {
        req: IncomingMessage
      },
    )
    return request
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  return { answered, ask, turn }
}

describe('requests that memory cannot answer', () => {
  test('take at most one of each turn, and none is lost', async () => {
    const { answered, ask, turn } = counter()
    for (let i = 0; i < 50; i++) ask('flood')
    let before = 0
    for (let i = 0; i < 120 && answered.length < 50; i++) {
      await turn()
      expect(answered.length - before).toBeLessThanOrEqual(1)
      before = answered.length
    }
    expect(answered).toHaveLength(50)
  })

  test('are answered in turn: who comes once does not wait behind who came a hundred times', async () => {
    const { answered, ask, turn } = counter()
    for (let i = 0; i < 100; i++) ask('flood')
    ask('visitor')
    for (let i = 0; i < 10; i++) await turn()
    expect(answered).toContain('visitor')
    expect(answered.length).toBeLessThan(20)
  })

  test('are answered at once where nobody waits', async () => {
    const { answered, ask, turn } = counter()
    ask('a')
    await Promise.resolve()
    expect(answered).toEqual(['a'])
    for (let i = 0; i < 5; i++) await turn()
    ask('b')
    await Promise.resolve()
    expect(answered).toEqual(['a', 'b'])
  })

  test('cost nothing when their line is gone, and are refused past the most that may wait', async () => {
    const { answered, ask, turn } = counter(3)
    ask('first')
    const waiting = [ask('gone', true), ask('flood'), ask('flood')]
    const refused = ask('flood')
    for (let i = 0; i < 20; i++) await turn()
    expect(answered).toEqual(['first', 'flood', 'flood'])
    expect(refused.isClosed).toBe(true)
    expect(waiting.some(({ isClosed }) => isClosed)).toBe(false)
  })
})

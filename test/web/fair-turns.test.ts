import { describe, expect, test } from 'vitest'
import { FairTurns } from '../../src/web/fair-turns.ts'

describe('turns', () => {
  test('one who floods is refused, and somebody else is served before what the flood left waiting', async () => {
    const turns = new FairTurns(2, 50)
    const served: string[] = []
    let free = () => undefined as void
    const held = new Promise<void>((resolve) => (free = resolve))
    const ask = (who: string) =>
      turns.run(who, async () => {
        await held
        served.push(who)
      })
    const flood = Array.from({ length: 100 }, () => ask('flood'))
    const honest = ask('honest')
    expect(flood.filter((one) => one === null)).toHaveLength(97)
    expect(honest).not.toBeNull()
    free()
    await Promise.all([...flood, honest])
    expect(served).toEqual(['flood', 'flood', 'honest', 'flood'])
  })

  test('no more wait than may, of all who ask together', async () => {
    const turns = new FairTurns(2, 3)
    const asked = Array.from({ length: 10 }, (_, i) => turns.run(`${i}`, () => Promise.resolve(i)))
    expect(await Promise.all(asked)).toEqual([0, 1, 2, 3, ...Array(6).fill(null)])
  })

  test('work that fails lets the next begin', async () => {
    const turns = new FairTurns(2, 50)
    const failing = turns.run('a', () => Promise.reject(new Error('no')))
    const next = turns.run('b', () => Promise.resolve('yes'))
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
    expect(await turns.run('c', () => Promise.resolve('again'))).toBe('again')
  })
})

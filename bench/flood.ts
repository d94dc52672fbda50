/**
 * The flood of bench/attack.ts, in a process of its own, so that whoever times honest scans does not wait for it: asks
 * what it was handed over and over, so many at once, until its time is up, and says how often.
 */
import { Agent, request } from 'node:http'

/** Milliseconds after which an answer counts as none. */
export const GIVE_UP_MS = 10_000

export interface Ask {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

export interface Flood {
  address: string
  asks: Ask[]
  seconds: number
  atOnce: number
}

/** Milliseconds until the answer had come whole, or until it was given up. */
export function ask(
  address: string,
  { path, method = 'GET', headers = {}, body }: Ask,
  agent?: Agent,
): Promise<number> {
  const began = performance.now()
  return new Promise((resolve) => {
    const end = () => resolve(performance.now() - began)
    const asked = request(
      address + path,
      { method, headers, timeout: GIVE_UP_MS, ...(agent && { agent }) },
      (answer) => answer.resume().once('end', end).once('error', end),
    )
    asked.once('error', end).once('timeout', () => asked.destroy())
    asked.end(body)
  })
}

async function flood({ address, asks, seconds, atOnce }: Flood): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const end = performance.now() + seconds * 1000
  let count = 0
  const one = async () => {
    while (performance.now() < end) await ask(address, asks[count++ % asks.length] as Ask, agent)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  agent.destroy()
  return count
}

if (process.send)
  process.once('message', (given: Flood) => {
    void flood(given).then((count) => process.send?.(count, () => process.exit()))
  })

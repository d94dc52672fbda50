/** Servers as processes of their own, for the benches that ask one. */
import { spawn, type ChildProcess } from 'node:child_process'

export interface Started {
  process: ChildProcess
  address: string
}

/** Resolves when the program has printed an address; with its milliseconds from start to that. */
export function start(
  words: string[],
  env: Record<string, string>,
): Promise<Started & { ms: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${words.join(' ')} ended`)))
    child.stdout.on('data', (text: Buffer) => {
      const address = /http:\/\/[^/\s]+/.exec(String(text))?.[0]
      if (address) resolve({ process: child, address, ms: performance.now() - began })
    })
  })
}

export function stop({ process }: Started): Promise<void> {
  return new Promise((resolve) => {
    process.removeAllListeners('exit')
    process.once('exit', () => resolve())
    process.kill('SIGTERM')
  })
}

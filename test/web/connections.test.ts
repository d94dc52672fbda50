import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { boundConnections } from '../../src/web/connections.ts'

test('past the bound, lines that do nothing give way, and one that is being answered does not', async () => {
  let answer = () => undefined as void
  const held = new Promise<void>((resolve) => (answer = resolve))
  const server = createServer((request, response) => {
    if (request.url === '/slow') void held.then(() => response.end('late'))
    else response.end('now')
  })
  boundConnections(server, 10)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const open = async (path: string | null) => {
    const socket: Socket = connect(port, '127.0.0.1')
    const told = { socket, text: '', isClosed: false }
    socket.on('data', (bytes) => (told.text += String(bytes)))
    socket.on('error', () => undefined)
    socket.on('close', () => (told.isClosed = true))
    await new Promise((resolve) => socket.once('connect', resolve))
    if (path) socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`)
    return told
  }
  const slow = await open('/slow')
  await expect.poll(() => server.listenerCount('connection')).toBeGreaterThan(0)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const idle: Awaited<ReturnType<typeof open>>[] = []
  for (let i = 0; i < 40; i++) idle.push(await open(null))
  const honest = await open('/7K3QXC')
  await expect.poll(() => honest.text).toContain('now')
  await expect.poll(() => idle.filter(({ isClosed }) => isClosed).length).toBeGreaterThanOrEqual(30)
  expect(slow.isClosed).toBe(false)
  answer()
  await expect.poll(() => slow.text).toContain('late')
  for (const { socket } of [...idle, slow, honest]) socket.destroy()
  server.close()
})

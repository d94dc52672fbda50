/**
 * The entrance of the annex: a process beside the server that answers what is large (src/web/annex.ts), over a socket
 * that only this machine's server knows. It ends when that server lets go of it, or is gone.
 */
import { createServer } from 'node:http'
import { setPriority } from 'node:os'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import { openDatabase } from './installation.ts'
import { publicServices, type PublicSettings } from './public-services.ts'
import { NO_SCANS } from './web/scan-counter.ts'

const [socket, given = '{}'] = process.argv.slice(2)
const settings = JSON.parse(given) as PublicSettings
// Scans come first; the threads this process starts come after them too.
setPriority(10)
const { db, close } = openDatabase(settings)
const services = await publicServices(settings, db, NO_SCANS)
const app = createApp()
// Of the terminal, for all processes at once: the server decides when this one ends.
process.on('SIGINT', () => null)
const end = () => {
  close()
  process.exit()
}
process.on('disconnect', end)
// It may have gone while this one was starting, when nobody listened yet.
if (!process.connected) end()

const listener = getRequestListener((request) => app.fetch(request, { services, client: null }))
// As many bytes as the server has read already, and some more: it asks in its own spelling.
const server = createServer(
  { maxHeaderSize: 32 * 1024 },
  (request, response) => void listener(request, response),
)
// Its lines are the server's, which closes them itself: closed from here, a question would be lost between the two.
server.keepAliveTimeout = 0
server.listen(socket, () => process.send?.('listening', undefined, undefined, () => undefined))

/** How many lines to one server are open, and how long one that does nothing stays so. Node only. */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Of these, some 40 MB; a busy evening of a province has a few hundred. */
const CONNECTIONS_MAX = 4000
/** Milliseconds until headers, and a whole request, must have come. */
const HEADERS_MS = 15_000
const REQUEST_MS = 60_000
/** Milliseconds without a byte in either direction: a reader who stops reading lets go of what was kept for them. */
const SILENT_MS = 60_000

/**
 * Bounds what one client, or ten thousand, can hold open. Past `most`, the line that is open longest without being
 * answered gives way to the new one: somebody who scans is never refused a line.
 */
export function boundConnections(server: Server, most = CONNECTIONS_MAX): void {
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = REQUEST_MS
  server.setTimeout(SILENT_MS)
  /** In the order in which they were opened. */
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    if (open.size > most) oldestIdle(open)?.destroy()
  })
}

function oldestIdle(open: ReadonlySet<Socket>): Socket | null {
  for (const socket of open) if (!isAnswered(socket)) return socket
  return null
}

/** Node notes the answer a line is in the middle of here, and nowhere else that costs a request nothing. */
function isAnswered(socket: Socket): boolean {
  return Boolean((socket as { _httpMessage?: unknown })._httpMessage)
}

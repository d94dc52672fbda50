/** Served in place of sw-script.ts when operators take packs back: removes what it kept, and itself. */
const worker = self as unknown as {
  skipWaiting: () => Promise<void>
  registration: ServiceWorkerRegistration
}

self.addEventListener('install', () => void worker.skipWaiting())
self.addEventListener('activate', (event) =>
  (event as Event & { waitUntil: (work: Promise<unknown>) => void }).waitUntil(end()),
)

async function end(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith('stele')) await caches.delete(name)
  await worker.registration.unregister()
}

export {}

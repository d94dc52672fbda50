import type { MediaStore } from '../src/store/media-port.ts'

/** Media that are gone with the test. */
export function mediaInMemory(kept = new Map<string, Uint8Array<ArrayBuffer>>()): MediaStore {
  return {
    find: (digest) => Promise.resolve(kept.get(digest) ?? null),
    open(digest, range) {
      const bytes = kept.get(digest)
      if (!bytes) return Promise.resolve(null)
      const part = range ? bytes.slice(range.from, range.to + 1) : bytes
      return Promise.resolve({ size: bytes.byteLength, body: new Blob([part]).stream() })
    },
    put(digest, bytes) {
      kept.set(digest, new Uint8Array(bytes))
      return Promise.resolve()
    },
  }
}

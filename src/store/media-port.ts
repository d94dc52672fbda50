/** Where pictures, recordings and issued files lie: a folder on Node, a bucket on Workers, never the database. */

/** Bytes `from` to `to`, both included. */
export interface ByteRange {
  from: number
  to: number
}

/** A file while it is read. */
export interface OpenedFile {
  /** Bytes of the whole, whatever part of it is read. */
  size: number
  body: ReadableStream<Uint8Array>
}

/** Files by the SHA-256 of their bytes, in hexadecimal. */
export interface MediaStore {
  /** Null when there is none. */
  find: (digest: string) => Promise<Uint8Array<ArrayBuffer> | null>
  /** As find, for files too large to hold, or a part of them that lies within. */
  open: (digest: string, range?: ByteRange) => Promise<OpenedFile | null>
  /** Keeps a file whole or not at all; one that is there already stays. */
  put: (digest: string, bytes: Uint8Array) => Promise<void>
}

/** What a process with a disk can do besides. */
export interface MediaStoreWithFiles extends MediaStore {
  /** As put, for files too large to hold. */
  putFile: (digest: string, path: string) => Promise<void>
}

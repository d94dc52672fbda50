import { STYLE } from './page-style.gen.ts'

let hash: Promise<string> | null = null

/** Digest of the one style sheet, for the Content-Security-Policy header, as in `sha256-…`; reckoned once. */
export function styleHash(): Promise<string> {
  hash ??= crypto.subtle
    .digest('SHA-256', new TextEncoder().encode(STYLE))
    .then((digest) => `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`)
  return hash
}

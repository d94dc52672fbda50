import { styleHash } from './page-style.ts'

/** For every public page: no other host, no script in the page, no style but our own (CSP Level 3). */
export async function pageHeaders(language: string): Promise<Record<string, string>> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language,
    Vary: 'Accept-Language, Cookie, Accept, Accept-Encoding',
    'Content-Security-Policy': `default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; style-src '${await styleHash()}'; img-src 'self' data:; font-src 'self'; media-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), microphone=(), payment=()',
  }
}

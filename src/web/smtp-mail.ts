/**
 * Letters by the province's own mail server; only where the operator named one. One attempt: what is not taken throws.
 */
import { createTransport } from 'nodemailer'
import type SMTPTransport from 'nodemailer/lib/smtp-transport'
import type { Settings } from '../settings.ts'
import type { Mail } from './services.ts'

/** Milliseconds: somebody waits for the page that says whether the letter went. */
const WAIT_MS = 8000

/**
 * `server`: as in `smtps://name:password@mail.example.gov.vn:465`. Over `smtp:` the line is secured where the server
 * can.
 */
export function mailBy({ server, from }: NonNullable<Settings['mail']>): Mail {
  const transport = createTransport({
    url: server,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    // Our letters are plain text; nothing in them is fetched or read from a file.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as SMTPTransport.Options)
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text })
    },
  }
}

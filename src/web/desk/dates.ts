/** Dates as the desk shows them; what is stored is ISO 8601 in UTC. */
import type { DeskLanguage } from '../../messages/desk-message.ts'

const FORMS: Record<DeskLanguage, string> = { vi: 'vi-VN', en: 'en-GB' }

/**
 * Day and minute in the installation's time zone, as in `22 thg 11, 2026, 14:05`. What is no date comes back as it is.
 */
export function dateIn(language: DeskLanguage, iso: string, timeZone: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(FORMS[language], {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(date)
}

import type { DeskLanguage } from '../../messages/desk-message.ts'

const FORMS: Record<DeskLanguage, string> = { vi: 'vi-VN', en: 'en-GB' }

/** Day and minute in the installation's time zone. */
export function dateIn(language: DeskLanguage, iso: string, timeZone: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(FORMS[language], {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(date)
}

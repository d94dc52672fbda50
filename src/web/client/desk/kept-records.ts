/**
 * What is typed and not saved, as this device keeps it: one record for each form and window. A record goes only when
 * the site says that just this was saved, when it is discarded, or after KEPT_DAYS.
 */
import type { Entry } from './form-values.ts'

export interface KeptRecord {
  entries: readonly Entry[]
  /** The state it was begun from; null where the form has none. */
  lock: string | null
  /** Milliseconds since 1970. */
  at: number
  /** Names the request it was sent with; null once more was typed. */
  sent: string | null
  /** Sent as a question whose answer holds it too: what the page shows is not therefore saved. */
  isAsked: boolean
}

const PREFIX = 'stele form '
/** Set by the site for each request that was done. */
const SAVED_COOKIE = 'stele-saved-'
const KEPT_DAYS = 90
const DAY = 86_400_000

/** Newest first, with the key of each; none where the device keeps nothing. `form`: address and whatever names it. */
export function listKept(form: string): { key: string; record: KeptRecord }[] {
  return allKept()
    .filter(({ key }) => key.startsWith(`${PREFIX}${form} @`))
    .sort((a, b) => b.record.at - a.record.at)
}

/** A key of its own for each window, so that two of them do not write over each other. */
export function newKey(form: string): string {
  return `${PREFIX}${form} @${newName()}`
}

/** 16 letters that nobody has used. */
export function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** False where the device is full or keeps nothing. */
export function keepRecord(key: string, record: KeptRecord): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(record))
    return true
  } catch {
    return false
  }
}

export function dropRecord(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}

/** Lets go of what the site has saved since, and of what nobody has come back to. */
export function dropSaved(now: number): void {
  const saved = document.cookie
    .split('; ')
    .filter((one) => one.startsWith(SAVED_COOKIE))
    .map((one) => one.slice(SAVED_COOKIE.length).split('=')[0] ?? '')
  for (const { key, record } of allKept())
    if ((record.sent && saved.includes(record.sent)) || record.at < now - KEPT_DAYS * DAY)
      dropRecord(key)
  for (const name of saved) document.cookie = `${SAVED_COOKIE}${name}=; Path=/admin; Max-Age=0`
}

function allKept(): { key: string; record: KeptRecord }[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => {
        const record = readRecord(localStorage.getItem(key))
        return record ? [{ key, record }] : []
      })
  } catch {
    return []
  }
}

function readRecord(text: string | null): KeptRecord | null {
  try {
    const record = JSON.parse(text ?? 'null') as KeptRecord | null
    return record && Array.isArray(record.entries) ? record : null
  } catch {
    return null
  }
}

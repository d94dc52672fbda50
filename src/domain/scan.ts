/** A scan is one counted answer to a sign's address; it is counted per local day and three-hour band. */

export interface LocalBand {
  /** YYYY-MM-DD, local. */
  day: string
  /** 0 to 7: the local hour divided by three. */
  band: number
  timeZone: string
  /** Milliseconds since the epoch between which this answer holds: a quarter of an hour at most. */
  since: number
  until: number
}

/** All time-zone offsets are whole quarters of an hour, so no local hour begins inside one. */
const QUARTER = 15 * 60_000

/** `at`: milliseconds since the epoch. Throws for a time zone the runtime does not know. */
export function localBand(at: number, timeZone: string): LocalBand {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  const since = at - (at % QUARTER)
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    band: Math.floor(Number(part('hour')) / 3),
    timeZone,
    since,
    until: since + QUARTER,
  }
}

/** The local calendar day, as YYYY-MM-DD. */
export function localDay(at: Date, timeZone: string): string {
  return localBand(at.getTime(), timeZone).day
}

/**
 * For whom a `geo:` link leads nowhere: iPhones and many browsers inside apps know none. Degrees, with as many places
 * as are known.
 */
export function openStreetMap(lat: string, lon: string): string {
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=18/${lat}/${lon}`
}

/**
 * The address of a sign for an NFC tag behind its face: an NDEF message (NFC Forum, NDEF 1.0) of one URI record
 * (URI Record Type Definition 1.0). The bytes are the value of the tag's NDEF message TLV.
 */
import type { Address } from '../../domain/placard.ts'

/** URI RTD 1.0, table 3. */
const PREFIXES: readonly (readonly [code: number, prefix: string])[] = [
  [0x04, 'HTTPS://'],
  [0x03, 'HTTP://'],
]
/** First and last record of its message, short, of a well-known type. */
const HEADER = 0xd1
const URI_TYPE = 0x55

/** The scheme is one byte and comes back as `https://`; the rest stays as it is in the symbol. */
export function ndefOf(address: Address): Uint8Array {
  const [code, prefix] = PREFIXES.find(([, text]) => address.startsWith(text)) ?? [0, '']
  const rest = new TextEncoder().encode(address.slice(prefix.length))
  if (rest.length > 254) throw new RangeError(`a short NDEF record holds no ${rest.length} bytes`)
  return Uint8Array.of(HEADER, 1, rest.length + 1, URI_TYPE, code, ...rest)
}

/** The memory of a type 2 tag from its data area on: the message in its TLV, and the terminator. */
export function tagMemory(message: Uint8Array): Uint8Array {
  if (message.length > 254) throw new RangeError('a short TLV holds at most 254 bytes')
  return Uint8Array.of(0x03, message.length, ...message, 0xfe)
}

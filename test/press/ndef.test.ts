/** The memory of an NFC tag, read again by the rules of the NFC Forum. */
import { expect, test } from 'vitest'
import type { Address } from '../../src/domain/placard.ts'
import { ndefOf, tagMemory } from '../../src/press/files/ndef.ts'

const HTTPS = 'HTTPS://'
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const address = (rest: string, scheme = HTTPS) => `${scheme}${rest}` as Address

/** A short URI record, by NDEF 1.0 and URI RTD 1.0. */
function uriIn(message: Uint8Array): string {
  const [header, typeLength, payloadLength = 0, type, code = 0] = message
  expect([header, typeLength, type]).toEqual([0b1101_0001, 1, 'U'.charCodeAt(0)])
  expect(message.length, 'the record is the whole message').toBe(4 + payloadLength)
  const prefix = { 0: '', 3: 'http://', 4: 'https://' }[code]
  return `${prefix}${text(message.subarray(5))}`
}

test.each([
  [address('QR.LANGSON.GOV.VN/7K3QXC'), 'https://QR.LANGSON.GOV.VN/7K3QXC'],
  [address('LOCALHOST/7K3QXC', 'HTTP://'), 'http://LOCALHOST/7K3QXC'],
])('%s is one record', (asked, read) => {
  expect(uriIn(ndefOf(asked))).toBe(read)
})

test('a record holds what its one byte of length can say, and no more', () => {
  const full = address('A'.repeat(254))
  expect(uriIn(ndefOf(full))).toBe(`https://${'A'.repeat(254)}`)
  expect(ndefOf(full)[2]).toBe(255)
  expect(() => ndefOf(address('A'.repeat(255)))).toThrow(RangeError)
})

test('a tag holds a message in its TLV and ends, up to the length that one byte can say', () => {
  const message = new Uint8Array(254).fill(7)
  const memory = tagMemory(message)
  expect([memory[0], memory[1], memory.at(-1)]).toEqual([0x03, 254, 0xfe])
  expect(memory.subarray(2, -1)).toEqual(message)
  expect(() => tagMemory(new Uint8Array(255))).toThrow(RangeError)
})

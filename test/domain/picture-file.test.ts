import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readPictureFile } from '../../src/domain/picture-file.ts'

const plain = () => sharp({ create: { width: 30, height: 20, channels: 3, background: '#8a4b2a' } })
const GPS = { IFD0: { Make: 'Nokia' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 51/1 0/1' } }
const FORMATS = ['jpeg', 'png', 'webp'] as const

describe.each(FORMATS)('a %s', (format) => {
  test('that holds the picture only is clean', async () => {
    const bytes = await plain().toFormat(format).toBuffer()
    expect(readPictureFile(bytes)).toEqual({ format, width: 30, height: 20, extras: [] })
  })

  test('with a place in it is noticed, and so is one with XMP', async () => {
    const withPlace = await plain().withExif(GPS).toFormat(format).toBuffer()
    expect(readPictureFile(withPlace)?.extras).toHaveLength(1)
    const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a/></x:xmpmeta>'
    const withXmp = await plain().withXmp(xmp).toFormat(format).toBuffer()
    expect(readPictureFile(withXmp)?.extras).toHaveLength(1)
  })

  test('with colours of its own is clean', async () => {
    const bytes = await plain().withIccProfile('p3').toFormat(format).toBuffer()
    expect(readPictureFile(bytes)?.extras).toEqual([])
  })

  test('with another file behind it is noticed', async () => {
    const bytes = await plain().toFormat(format).toBuffer()
    const longer = Buffer.concat([bytes, Buffer.from('PK and more')])
    expect(readPictureFile(longer)?.extras).toEqual(['trailer'])
  })

  test('cut anywhere is no picture, and nothing throws', async () => {
    const bytes = await plain().withExif(GPS).toFormat(format).toBuffer()
    for (let end = 0; end < bytes.length; end++)
      expect(readPictureFile(bytes.subarray(0, end)), String(end)).toBeNull()
  })
})

test('a progressive JPEG is read to its end', async () => {
  const bytes = await plain().jpeg({ progressive: true }).toBuffer()
  expect(readPictureFile(bytes)?.extras).toEqual([])
})

test('a transparent WebP without loss tells its sides', async () => {
  const bytes = await sharp({
    create: { width: 300, height: 7, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
  })
    .webp({ lossless: true })
    .toBuffer()
  expect(readPictureFile(bytes)).toEqual({ format: 'webp', width: 300, height: 7, extras: [] })
})

test('other bytes are none', () => {
  for (const text of ['', 'GIF89a', '<svg/>', 'MZ\u0090', '\u0000\u0000\u0000\u001cftypheic'])
    expect(readPictureFile(Buffer.from(text, 'latin1'))).toBeNull()
})

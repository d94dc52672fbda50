import { expect, test } from 'vitest'
import { mediaName, parseMediaFile } from '../../src/domain/media-file.ts'
import { withoutTags } from '../../src/domain/recording-file.ts'
import { parseRange } from '../../src/web/media-answer.ts'

test.each([
  ['../../x.jpg', 'x.jpg'],
  ['C:\\Ảnh\\Cổng chợ Đông Kinh.JPG', 'cong-cho-dong-kinh.jpg'],
  ['a\u0000b.php.png', 'a-b-php.jpg'],
  ['....', 'tep.jpg'],
  ['照片.jpg', 'tep.jpg'],
  ['', 'tep.jpg'],
  ['a'.repeat(300), `${'a'.repeat(60)}.jpg`],
  ['đã có.jpg', 'da-co-3.jpg'],
])('%j is called %s', (sent, name) => {
  expect(mediaName(sent, 'jpg', new Set(['da-co.jpg', 'da-co-2.jpg']))).toBe(name)
})

test('an address of a file is a digest with an ending we know', () => {
  const digest = 'a'.repeat(64)
  expect(parseMediaFile(`${digest}.m4a`)).toEqual({ digest, type: 'audio/mp4' })
  for (const text of [digest, `${digest}.svg`, `${digest}.html`, `../${digest}.jpg`, 'a.jpg'])
    expect(parseMediaFile(text)).toBeNull()
})

test.each([
  ['bytes=0-1', { from: 0, to: 1 }],
  ['bytes=5-', { from: 5, to: 9 }],
  ['bytes=-3', { from: 7, to: 9 }],
  ['bytes=-30', { from: 0, to: 9 }],
  ['bytes=8-99', { from: 8, to: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=3-2', null],
  ['bytes=0-1,3-4', null],
  ['bytes=-', null],
  ['lines=0-1', null],
])('of ten bytes, %s asks for %o', (text, range) => {
  expect(parseRange(text, 10)).toEqual(range)
})

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

test('names and pictures go from both ends of an MP3, the sound stays', () => {
  const tag = 'ID3\u0004\u0000\u0000\u0000\u0000\u0001\u0002' + 'x'.repeat(130)
  const old = `TAG${'y'.repeat(125)}`
  expect(withoutTags(latin(`${tag}SOUND${old}`), 'mp3')).toEqual(latin('SOUND'))
  expect(withoutTags(latin('SOUND'), 'mp3')).toEqual(latin('SOUND'))
  expect(
    withoutTags(latin('ID3\u0004\u0000\u0000\u007f\u007f\u007f\u007fabc'), 'mp3'),
  ).toHaveLength(0)
})

test('the place goes from an M4A, and nothing else moves', () => {
  const box = (kind: string, content: string) => {
    const size = Buffer.alloc(4)
    size.writeUInt32BE(content.length + 8)
    return size.toString('latin1') + kind + content
  }
  const place = box('\u00a9xyz', '+21.85+106.76/')
  const file = (user: string) =>
    box('ftyp', 'M4A ') + box('moov', box('trak', user) + user) + box('mdat', 'udta SOUND')
  const bytes = withoutTags(latin(file(box('udta', place))), 'm4a')
  expect(Buffer.from(bytes).toString('latin1')).toBe(
    file(box('free', '\u0000'.repeat(place.length))),
  )
})

/** Pictures and recordings at the desk, where nothing can resize them, as on Workers. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../../src/domain/entry.ts'
import { digestOf } from '../../../src/domain/digest.ts'
import { exportFolder } from '../../../src/exchange/folder/export-folder.ts'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import { findFacts, listFactsSaved } from '../../../src/store/facts.ts'
import { listUploads } from '../../../src/store/media.ts'
import { saveText } from '../../../src/store/texts.ts'
import { actBy, EN, ref } from './desk-entries.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf, type Fields } from './form-fields.ts'
import { LANG_SON } from './installations.ts'
import { FLAC, jpegOf, latin, M4A, MP3, mp4Of, OGG, pngClaiming, WAV } from './media-bytes.ts'

const PATH = 'streets/le-loi'
const AT = `/admin/entries/${PATH}/media`

const DESCRIBED = {
  'images-0-alt-vi': 'Phố buổi sáng',
  'images-0-alt-en': 'The street in the morning',
  'images-0-alt-zh-Hans': '清晨的街道',
  'images-0-author': 'Lan',
  'images-0-licence': 'CC BY 4.0',
}

describe(`pictures and sound, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let editor: Browser
  let publisher: Browser
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    editor = (await desk.as('editor')).browser
    publisher = (await desk.as('publisher')).browser
  })
  const send = (name: string, bytes: Uint8Array, type = '') =>
    editor.send(`${AT}/uploads`, [['file', new File([new Uint8Array(bytes)], name, { type })]])
  const form = async (browser = editor): Promise<Fields> =>
    fieldsOf((await browser.get(AT)).text, AT)
  const state = async () => (await findFacts(desk.db, 'street', 'le-loi'))!
  const facts = async (): Promise<Facts> => (await state()).facts
  /** What editors changed is read by visitors once a publisher shows it. */
  const show = async () => {
    const number = String((await state()).factsNumber)
    const { browser } = await desk.as('publisher')
    const { status } = await browser.post(`/admin/entries/${PATH}/facts/approval/show`, {
      number,
    })
    expect(status).toBe(303)
  }
  const media = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    desk.browser().raw(address, headers, method)

  test.each([
    ['an SVG', 'a.svg', latin('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'SVG'],
    ['a page named .jpg', 'a.jpg', latin('<!doctype html><script>alert(1)</script>'), 'a.jpg'],
    ['a program named .mp3', 'b.mp3', latin(`MZ${'\u0000'.repeat(200)}PE`), 'b.mp3'],
    ['a GIF', 'c.gif', latin(`GIF89a${'\u0001'.repeat(40)}`), 'GIF'],
    [
      'a HEIC',
      'd.jpg',
      latin('\u0000\u0000\u0000\u001cftypheic\u0000\u0000\u0000\u0000mif1heic'),
      'HEIC',
    ],
    ['a JPEG that ends early', 'e.jpg', jpegOf(40, 30).slice(0, 200), 'e.jpg'],
    ['a PNG of 400 million pixels', 'f.png', pngClaiming(20_000, 20_000), '80'],
    ['a picture with a place in it', 'g.jpg', jpegOf(40, 30, 'Exif'), 'JavaScript'],
    ['a picture nobody made small', 'h.jpg', jpegOf(4000, 3000), 'JavaScript'],
  ])('%s is refused with a sentence', async (_, name, bytes, said) => {
    const { status, text } = await send(name, bytes, 'image/jpeg')
    expect(status).toBe(422)
    const problem = /id="file-problem">([^<]*)</.exec(text)?.[1]
    expect(problem).toContain(said)
    expect(await listUploads(desk.db, PATH as never)).toEqual([])
  })

  test('more than 25 MB is refused before it is read, and nothing at all is told so', async () => {
    const huge = await send('a.jpg', new Uint8Array(30 * 1024 * 1024))
    expect(huge.status).toBe(413)
    expect(huge.text).toContain('25 MB')
    expect((await editor.send(`${AT}/uploads`, [])).status).toBe(422)
  })

  test('whoever may not send files in gets no more room than any other form', async () => {
    const reviewer = (await desk.as('reviewer')).browser
    const file = new File([new Uint8Array(600 * 1024)], 'a.jpg')
    expect((await reviewer.send(`${AT}/uploads`, [['file', file]])).status).toBe(413)
  })

  test('a picture waits until it is described, and is shown nowhere meanwhile', async () => {
    const bytes = jpegOf(960, 640)
    const { to } = await send('../../Cổng chợ Đông Kinh.png', bytes)
    expect(to).toContain('/media?sent=1')
    const again = await send('khac.jpg', bytes)
    expect(again.status).toBe(422)
    expect(again.text).toContain('cong-cho-dong-kinh.jpg')

    const [waiting] = await listUploads(desk.db, PATH as never)
    expect(waiting).toMatchObject({ name: 'cong-cho-dong-kinh.jpg', digest: await digestOf(bytes) })
    expect(await facts()).not.toHaveProperty('images')
    const file = `${waiting!.digest}.jpg`
    expect((await media(`/media/${file}`)).status).toBe(404)
    expect((await editor.get(`${AT}/${file}`)).headers.get('content-type')).toBe('image/jpeg')
    expect((await editor.get(`/admin/entries/streets/ngo-thi-si/media/${file}`)).status).toBe(404)
    const [line] = await listAuditOf(desk.db, PATH)
    expect(line).toMatchObject({ what: 'media.uploaded', details: { file: waiting!.name } })
    const folder = await exportFolder(desk.db, desk.services.media.find)
    expect(folder.has(`content/${PATH}/${waiting!.name}`)).toBe(false)
  })

  test('saving nothing leaves it waiting; half a description is told at its field', async () => {
    const fields = await form()
    expect((await editor.post(AT, fields)).to).toContain('unchanged=1')
    const half = await editor.post(AT, { ...fields, 'images-0-alt-vi': 'Phố' })
    expect(half.status).toBe(422)
    for (const field of ['images-0-author', 'images-0-licence'])
      expect(half.text).toContain(`href="#${field}"`)
    const mute = await editor.post(AT, {
      ...fields,
      'images-0-author': 'Lan',
      'images-0-licence': 'CC0',
    })
    expect(mute.status).toBe(422)
    expect((await state()).factsNumber).toBe(1)
  })

  test('described, it is a revision of the facts, on the public page and in the folder', async () => {
    const fields = await form()
    const { to, text } = await editor.post(AT, { ...fields, ...DESCRIBED })
    expect(to, text).toContain('saved=1')
    expect(await facts()).toMatchObject({
      images: [{ file: 'cong-cho-dong-kinh.jpg', author: 'Lan', alt: { vi: 'Phố buổi sáng' } }],
      review: { state: 'pending' },
    })
    expect(await listUploads(desk.db, PATH as never)).toEqual([])
    const [line] = await listAuditOf(desk.db, PATH)
    expect(line).toMatchObject({ what: 'facts.saved', details: { changed: ['images'] } })
    const before = await desk.browser().get(`/en/${PATH}`)
    expect(before.text).not.toContain('The street in the morning')
    await show()
    const page = await desk.browser().get(`/en/${PATH}`)
    const [, src = ''] = /<img src="([^"]*)" width="960" height="640"/.exec(page.text) ?? []
    expect(page.text).toContain('alt="The street in the morning" fetchpriority="high"')
    expect(page.text).toContain('Lan · CC BY 4.0')
    expect((await media(src)).status).toBe(200)
    const folder = await exportFolder(desk.db, desk.services.media.find)
    expect(folder.get(`content/${PATH}/cong-cho-dong-kinh.jpg`)).toEqual(jpegOf(960, 640))
  })

  test('decoration needs no words, and the order is what is typed', async () => {
    await send('hai.jpg', jpegOf(48, 30))
    const { to, text } = await editor.post(AT, {
      ...(await form()),
      'images-1-decorative': 'true',
      'images-1-author': 'Lan',
      'images-1-licence': 'CC0',
      'images-1-place': '1',
    })
    expect(to, text).toContain('saved=1')
    expect((await facts()).images).toMatchObject([
      { file: 'hai.jpg', decorative: true },
      { file: 'cong-cho-dong-kinh.jpg' },
    ])
    await show()
    const page = (await desk.browser().get(`/vi/${PATH}`)).text
    expect(page).toMatch(/alt="" fetchpriority="high"/)
    expect(page).toMatch(/alt="Phố buổi sáng" loading="lazy"/)
  })

  test('what a text shows cannot be taken out before the text lets it go', async () => {
    const save = (number: number, body: string) =>
      saveText(
        desk.db,
        {
          ...ref(PATH, EN, number),
          title: 'Le Loi street',
          summary: 'A street.',
          body,
          basedOn: 1,
          origin: 'hand',
        },
        actBy('hoa@example.gov.vn'),
      )
    await save(2, 'See ![the street](hai.jpg) here.')
    const { status, text } = await editor.post(AT, { ...(await form()), 'images-0-remove': 'true' })
    expect(status).toBe(422)
    expect(text).toContain('href="#images-0"')
    expect((await facts()).images).toHaveLength(2)
    await save(3, 'See the street here.')
  })

  test('what is taken out stays on the desk, comes back with an old state, and can be thrown away', async () => {
    const shown = await form()
    const removed = await editor.post(AT, { ...shown, 'images-0-remove': 'true' })
    expect(removed.to).toContain('saved=1')
    expect((await listUploads(desk.db, PATH as never)).map(({ name }) => name)).toEqual(['hai.jpg'])
    const { factsNumber } = await state()
    const history = `/admin/entries/${PATH}/facts/history`
    await editor.post(`${history}/${factsNumber - 1}/restoration`, { number: String(factsNumber) })
    expect((await facts()).images).toHaveLength(2)
    await editor.post(AT, { ...(await form()), 'images-0-remove': 'true' })
    await editor.post(AT, { ...(await form()), 'images-1-remove': 'true' })
    expect(await listUploads(desk.db, PATH as never)).toEqual([])
    expect((await listAuditOf(desk.db, PATH))[0]).toMatchObject({ what: 'media.discarded' })
  })

  test('of two who save the same state, the second loses nothing', async () => {
    const [mine, theirs] = [await form(), await form(publisher)]
    await publisher.post(AT, { ...theirs, 'images-0-licence': 'CC0' })
    const before = (await listFactsSaved(desk.db, PATH as never)).length
    const second = await editor.post(AT, { ...mine, 'images-0-author': 'Hoa' })
    expect(second.status).toBe(409)
    const joined = fieldsOf(second.text, AT)
    expect(joined).toMatchObject({ 'images-0-author': 'Hoa' })
    expect(await listFactsSaved(desk.db, PATH as never)).toHaveLength(before)
    expect((await editor.post(AT, joined)).to).toContain('saved=1')
  })

  test.each([
    ['doc.mp3', MP3, 'audio/mpeg'],
    ['doc.m4a', M4A, 'audio/mp4'],
    ['doc.ogg', OGG, 'audio/ogg'],
  ])('%s is played on the page of its language, in parts too', async (name, bytes, type) => {
    expect((await send(name, bytes)).to).toContain('sent=1')
    const described = {
      'audio-0-locale': 'vi',
      'audio-0-speaker': 'Chị Hoa',
      'audio-0-licence': 'CC BY 4.0',
      'audio-0-durationS': '125',
      'audio-0-transcript': 'Dòng một\nDòng hai',
    }
    const saved = await editor.post(AT, { ...(await form()), ...described })
    expect(saved.to, saved.text).toContain('saved=1')
    expect((await facts()).audio).toEqual([
      {
        file: name,
        locale: 'vi',
        speaker: 'Chị Hoa',
        licence: 'CC BY 4.0',
        durationS: 125,
        transcript: 'Dòng một\nDòng hai',
      },
    ])
    await show()
    const vi = (await desk.browser().get(`/vi/${PATH}`)).text
    const [, src = ''] = /<audio [^>]*src="([^"]*)"/.exec(vi) ?? []
    expect(vi).toContain('Chị Hoa · CC BY 4.0 · 2:05')
    expect((await desk.browser().get(`/en/${PATH}`)).text).not.toContain('<audio')

    const whole = await media(src)
    expect(whole.headers.get('content-type')).toBe(type)
    expect(whole.headers.get('accept-ranges')).toBe('bytes')
    const all = new Uint8Array(await whole.arrayBuffer())
    expect(new TextDecoder('latin1').decode(all)).not.toContain('106.76')
    const part = await media(src, { Range: 'bytes=0-1' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 0-1/${all.length}`)
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(all.slice(0, 2))
    const beyond = await media(src, { Range: `bytes=${all.length}-` })
    expect(beyond.status).toBe(416)
    const other = await media(src, { Range: 'bytes=0-1', 'If-Range': '"other"' })
    expect(other.status).toBe(200)
    await other.arrayBuffer()
    const head = await media(src, { Range: 'bytes=0-1' }, 'HEAD')
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(all.length)])
    const known = await media(src, { 'If-None-Match': whole.headers.get('etag') ?? '' })
    expect(known.status).toBe(304)
    await editor.post(AT, { ...(await form()), 'audio-0-remove': 'true' })
    await editor.post(AT, { ...(await form()), 'audio-0-remove': 'true' })
  })

  test('a withheld entry shows its pictures to nobody outside', async () => {
    const files = Object.values((await state()).files)
    expect(files).toHaveLength(1)
    const address = `/media/${files[0]}.jpg`
    expect((await media(address)).status).toBe(200)
    const at = `/admin/entries/${PATH}/facts`
    const fields = fieldsOf((await publisher.get(at)).text, at)
    const { to } = await publisher.post(at, { ...fields, withheld: 'true', do: 'save' })
    expect(to).toContain('saved=1')
    expect((await media(address)).status).toBe(404)
    expect((await desk.browser().get(`/vi/${PATH}`)).status).toBe(404)
    expect((await editor.get(`${AT}/${files[0]}.jpg`)).status).toBe(200)
  })

  test.each([
    ['mp42', [['soun', 'mp4a']]],
    ['isom', [['soun', 'mp4a']]],
    ['3gp4', [['soun', 'mp4a']]],
    ['3gp5', [['soun', 'mp4a']]],
    ['M4A ', [['soun', 'mp4a']]],
    [
      'M4B ',
      [
        ['soun', 'mp4a'],
        ['text', 'text'],
      ],
    ],
    [
      'mp41',
      [
        ['soun', 'mp4a'],
        ['meta', 'mett'],
      ],
    ],
    ['isom', [['soun', 'Opus']]],
  ] as const)('sound in a file of brand %s is a recording', async (brand, tracks) => {
    const sent = await send('ghi-am.mp4', mp4Of(brand, tracks))
    expect(sent.to, sent.text).toContain('sent=1')
  })

  test.each([
    [
      'film.mp4',
      mp4Of('mp42', [
        ['vide', 'avc1'],
        ['soun', 'mp4a'],
      ]),
      'là phim',
    ],
    ['film.3gp', mp4Of('3gp4', [['vide', 's263']]), 'là phim'],
    ['amr.3gp', mp4Of('3gp4', [['soun', 'samr']]), 'là bản ghi âm'],
    ['alac.m4a', mp4Of('M4A ', [['soun', 'alac']]), 'là bản ghi âm'],
    ['thu.wav', WAV, 'là bản ghi âm'],
    ['thu.flac', FLAC, 'là bản ghi âm'],
  ])('%s is refused for what it is', async (name, bytes, said) => {
    const { status, text } = await send(name, bytes)
    expect(status).toBe(422)
    expect(text).toContain(said)
  })
})

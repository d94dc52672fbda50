/**
 * The real content of Lạng Sơn and, beside it, what it does not have yet: a place with a picture, a table and
 * other rare shapes, a sign that was replaced, one that is gone, one whose entry is withheld, old addresses,
 * a text that exists in the source language only, and a telephone number to report to.
 */
import { crc32, deflateSync } from 'node:zlib'
import type { Folder } from '../../src/domain/folder.ts'
import { newShortCode, type ShortCode } from '../../src/domain/short-code.ts'
import { LANG_SON } from './both/installations.ts'

/** Codes of nobody's register: the nth is always the same. */
export function trialCode(n: number): ShortCode {
  const digits = [7, n, 7, n, 7]
  return newShortCode(() => digits.shift() ?? 0)
}

export const STREET_SIGN = '7K3QXC'
export const SITE_SIGN = 'EC85VC'
export const PLACE_SIGN = trialCode(1)
export const REPLACED_SIGN = trialCode(2)
export const GONE_SIGN = trialCode(3)
export const WAITING_SIGN = trialCode(4)
export const NEVER_ISSUED = trialCode(20)
/** One slip away from PLACE_SIGN. */
export const MISTYPED = PLACE_SIGN.slice(0, 5) + (PLACE_SIGN.endsWith('2') ? '3' : '2')

const PLACE = 'content/places/cho-thu'

const ENTRY = `names:
  - { text: Chợ Thử, locale: vi, kind: official }
  - { text: Trial Market, locale: en, kind: translation }
  - { text: 试市场, locale: zh-Hans, kind: translation }
  - { text: Chợ Cũ, locale: vi, kind: former }
adminUnits:
  - { code: "05983", from: 2025-07-01 }
position: { lat: 21.85012, lon: 106.76121, accuracyM: 5, source: s1 }
restrictedLocation: false
livingPerson: false
images:
  - { file: cover.png, alt: { vi: Cổng chợ buổi sáng, en: The gate in the morning, zh-Hans: 清晨的大门 }, author: Lan, licence: CC BY-SA 4.0 }
related: [streets/le-loi]
sources:
  - { id: s1, title: Hồ sơ chợ, publisher: Phòng Văn hóa, url: https://example.gov.vn/mot-dia-chi-rat-dai/khong-co-cho-nao-de-xuong-dong/va-con-dai-hon-nua.html, date: "2020", accessed: 2026-11-22 }
review: { state: approved, by: Lan, role: Trưởng phòng, on: 2026-10-01 }
withheld: false
`

const text = (title: string, summary: string, body: string, basedOn = '') =>
  `---\ntitle: ${title}\nsummary: ${summary}\nrevision: 1\n${basedOn}---\n${body}`

const VI = `Chợ họp từ sáng sớm [^s1]. Người xưa gọi là 旧市场. Xem thêm [đường Lê Lợi](/vi/streets/le-loi).

## Bảng giờ

| Việc | Giờ mở | Giờ đóng | Nơi |
|---|---:|---:|---|
| Họp chợ | 5 | 18 | Nhà lồng chính, cổng phía đông và phía tây |
| Nghỉ | 11 | 13 | Sân [^s1] |

## Ghi chép

> Ai lên xứ Lạng cùng anh [^s1].

1. Một [^s1]
2. Hai [^s1]
   - hai một [^s1]
   - hai hai [^s1]

### Nhỏ hơn

Một dòng có \`mã\` và **đậm**, *nghiêng* [^s1].
`

const extra: Record<string, string> = {
  [`${PLACE}/entry.yaml`]: ENTRY,
  [`${PLACE}/vi.md`]: text('Chợ Thử', 'Chợ để thử, có từ lâu, nằm giữa phường.', VI),
  [`${PLACE}/en.md`]: text(
    'Trial Market',
    'A market for trying things, old, in the middle of the ward.',
    'The market opens early [^s1]. It was once called 旧市场.\n\n| What | Opens |\n|---|---:|\n| Market | 5 [^s1] |\n',
    'basedOn: 1\n',
  ),
  [`${PLACE}/zh-Hans.md`]: text(
    '试市场',
    '试用的市场，位于 Lương Văn Tri 坊中部。',
    '市场清晨开市[^s1]，在 Lương Văn Tri 坊。\n',
    'basedOn: 1\n',
  ),
  'content/places/cho-kin/entry.yaml': ENTRY.replace('withheld: false', 'withheld: true')
    .replace(/images:\n.*\n/, '')
    .replace(/related: .*\n/, ''),
  'content/places/cho-kin/vi.md': text('Chợ Kín', 'Chưa công bố.', 'Chưa công bố [^s1].\n'),
  'content/places/cho-vi/entry.yaml': ENTRY.replace(/images:\n.*\n/, ''),
  'content/places/cho-vi/vi.md': text('Chợ Vi', 'Chỉ có tiếng Việt.', 'Chỉ có tiếng Việt [^s1].\n'),
}

const signRow = (code: string, entry: string, placement: string, replaces = '') =>
  `${code},${entry},2026-01-05,${placement},,,,wall,1300,750,placard-150x200,1,,,,${replaces},\n`

const REGISTER =
  signRow(PLACE_SIGN, 'places/cho-thu', 'Cổng chợ') +
  signRow(REPLACED_SIGN, 'places/cho-thu', 'Cổng cũ của chợ') +
  signRow(GONE_SIGN, 'heritage-sites/doan-thanh', 'Sân phía nam') +
  signRow(WAITING_SIGN, 'places/cho-kin', 'Cổng chợ kín')

const EVENTS = [
  `${REPLACED_SIGN},2026-01-20,installed,Lan,,,,`,
  `${GONE_SIGN},2026-01-20,installed,Lan,,,,`,
  `${REPLACED_SIGN},2026-03-02,replaced,Lan,,,${PLACE_SIGN},`,
  `${GONE_SIGN},2026-05-01,retired,Lan,,,,Sân được sửa lại`,
]

const LEGACY = [
  'https://cu.example.gov.vn/qr/view.php?id=12,places/cho-thu,,biển cũ',
  `http://cu.example.gov.vn/thu,places/cho-thu,${PLACE_SIGN},`,
]

/** `changed` replaces or adds whole files. */
export function trialContent(changed: Record<string, string> = {}): Folder {
  const encoder = new TextEncoder()
  const decoder = new TextDecoder()
  const files = new Map(LANG_SON)
  const edit = (path: string, change: (text: string) => string) =>
    files.set(path, encoder.encode(change(decoder.decode(files.get(path)))))
  const append = (path: string, more: string) => edit(path, (text) => text + more)
  edit('content/site.yaml', (text) =>
    text.replace('hotline: ""', 'hotline: 0205 000 000').replace('email: ""', 'email: a@b.example'),
  )
  append('signs/register.csv', REGISTER)
  append('signs/events.csv', `${EVENTS.join('\n')}\n`)
  append('signs/legacy-codes.csv', `${LEGACY.join('\n')}\n`)
  files.set(`${PLACE}/cover.png`, picture(640, 360))
  for (const [path, content] of Object.entries({ ...extra, ...changed }))
    files.set(path, encoder.encode(content))
  return files
}

/** A PNG of one grey; every chunk with its CRC. */
function picture(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, 0x80)
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

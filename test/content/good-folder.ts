/** A small folder in which nothing is wrong, and ways to spoil it. */
import type { Folder } from '../../src/domain/folder.ts'

export const TODAY = '2026-11-23'

const SITE = `name:
  vi: Tỉnh Ví Dụ
  en: Example Province
publisher:
  vi: Sở Văn hoá
  en: Department of Culture
hotline: "02053812345"
email: vanthu@example.vn
timeZone: Asia/Ho_Chi_Minh
locales: [vi, zh-Hans, en]
fallbackLocale: en
localLocales: []
origins: ["https://qr.example.vn"]
licence: { name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/" }
map: { lat: 21.853, lon: 106.761, zoom: 13 }
fourEyes: true
trust:
  vi: Trang này không bao giờ hỏi tiền.
  en: This page never asks for money.
`.replace(/"(https:[^"]*)"/g, '$1')

const UNITS = `code,name,kind,valid_from,valid_to,successors
05977,Phường Chi Lăng,ward,,2025-07-01,05986
05986,Phường Lương Văn Tri,ward,2025-07-01,,
`

const STREET = `names:
  - { text: Đường Lê Duẩn, locale: vi, kind: official, from: 2002-01-28 }
  - { text: Le Duan Street, locale: en, kind: translation }
formerSlugs: [duong-so-9]
namedAfter: [figures/le-duan]
namings:
  - { body: HĐND tỉnh, number: 27/2002/NQ-HĐND, date: 2002-01-28, act: named, source: s1 }
extent: { from: đường Trần Phú, to: phố Muối, lengthM: 1200, widthM: 9.5, source: s1 }
adminUnits:
  - { code: "05986", from: 2025-07-01 }
position: { lat: 21.853, lon: 106.761, accuracyM: 500, source: s1 }
restrictedLocation: false
livingPerson: false
images:
  - { file: cover.jpg, alt: { vi: Biển tên đường, zh-Hans: 路牌, en: The street sign }, author: Nguyễn Văn A, licence: CC BY-SA 4.0 }
related: [heritage-sites/den-vi-du]
sources:
  - { id: s1, title: Nghị quyết 27/2002/NQ-HĐND, publisher: HĐND tỉnh, url: https://example.vn/nq27, date: 2002-01-28, accessed: 2026-11-01 }
  - { id: s2, title: Địa chí tỉnh, date: "1999" }
review: { state: pending }
withheld: false
`

const STREET_VI = `---
title: Đường Lê Duẩn
summary: Đường mang tên Tổng Bí thư Lê Duẩn.
revision: 3
---
Đường được đặt tên năm 2002 [^s1]. Xem thêm [Lê Duẩn](/vi/figures/le-duan).

Các đoạn:

- Đoạn thứ nhất dài bảy trăm mét [^s2].
- Đoạn thứ hai dài năm trăm mét [^s2].

Đoạn công khai [^s2]. ::withheld Ghi chú nội bộ [^s1]. ::
`

const STREET_ZH = `---
title: 黎笋路
summary: 这条路以总书记黎笋命名。
revision: 1
basedOn: 3
---
该路于2002年命名[^s1]。
`

const STREET_EN = `---
title: Lê Duẩn Street
summary: "Named in 2002: a street of the old town."
revision: 2
basedOn: 3
---
The street was named in 2002 [^s1].
`

const FIGURE = `names:
  - { text: Lê Duẩn, locale: vi, kind: official }
  - { text: Lê Văn Nhuận, locale: vi, kind: other }
born: { date: 1907-04-07, source: s1 }
died: { date: 1986-07-10, source: s1 }
restrictedLocation: false
livingPerson: false
sources:
  - { id: s1, title: Từ điển nhân vật }
review: { state: approved, by: Trần Thị B, on: 2026-11-20 }
withheld: false
`

const FIGURE_VI = `---
title: Lê Duẩn
summary: Nhà lãnh đạo sinh năm 1907.
revision: 1
---
Lê Duẩn sinh năm 1907 [^s1].
`

const SITE_ENTRY = `names:
  - { text: Đền Ví Dụ, locale: vi, kind: official }
rank: { level: provincial, year: 2003, decision: 41/QĐ-UB, source: s1 }
restrictedLocation: false
livingPerson: false
sources:
  - { id: s1, title: Hồ sơ di tích }
review: { state: pending }
withheld: false
`

const SITE_VI = `---
title: Đền Ví Dụ
summary: Ngôi đền bên sông.
revision: 1
---
Đền dựng năm 1683 [^s1].
`

const REGISTER = `code,entry,issued_on,placement,lat,lon,accuracy_m,mount,height_mm,reading_distance_mm,template,faces,symbol_version,symbol_level,symbol_mask,replaces,note
7K3QXC,streets/le-duan,2026-10-01,"Góc đường Lê Duẩn, số 5",21.853,106.761,5,post,2000,2000,placard-150x200,2,2,H,3,,
NDXZF8,heritage-sites/den-vi-du,2026-10-01,Cổng chính,,,,wall,,,,,,,,,
`

const EVENTS = `code,on,what,by,lat,lon,successor,note
7K3QXC,2026-10-10,installed,Lan,21.853,106.761,,
NDXZF8,2026-10-12,installed,Lan,,,,
`

const LEGACY = `address,entry,code,note
https://old.example.vn/qr/12,streets/le-duan,7K3QXC,
`

const PLAN = `phase,admin_unit,unit_from,subject,target,compiled_by,approved_by,printed_by,installed_by,owner
1,05986,2025-07-01,Đường Lê Duẩn,12,2026-12-01,2026-12-15,2027-01-15,2027-02-01,Sở Văn hoá
`

const S = 'content/streets/le-duan'
const FILES: Record<string, string | Uint8Array> = {
  'content/site.yaml': SITE,
  'content/admin-units.csv': UNITS,
  [`${S}/entry.yaml`]: STREET,
  [`${S}/vi.md`]: STREET_VI,
  [`${S}/zh-Hans.md`]: STREET_ZH,
  [`${S}/en.md`]: STREET_EN,
  [`${S}/cover.jpg`]: new Uint8Array([0xff, 0xd8, 0xff, 1]),
  'content/figures/le-duan/entry.yaml': FIGURE,
  'content/figures/le-duan/vi.md': FIGURE_VI,
  'content/heritage-sites/den-vi-du/entry.yaml': SITE_ENTRY,
  'content/heritage-sites/den-vi-du/vi.md': SITE_VI,
  'signs/register.csv': REGISTER,
  'signs/events.csv': EVENTS,
  'signs/legacy-codes.csv': LEGACY,
  'signs/plan.csv': PLAN,
}

/** The good folder with `changes` on top; a file changed to null is taken away. */
export function goodFolder(changes: Record<string, string | Uint8Array | null> = {}): Folder {
  const folder = new Map<string, Uint8Array>()
  for (const [path, content] of Object.entries({ ...FILES, ...changes })) {
    if (content === null) folder.delete(path)
    else folder.set(path, typeof content === 'string' ? bytes(content) : content)
  }
  return folder
}

/** The text of a good file with one passage replaced; fails when the passage is not there. */
export function spoilt(path: string, passage: string, by: string): string {
  const text = goodText(path)
  if (!text.includes(passage)) throw new Error(`${path} does not hold ${passage}`)
  return text.replace(passage, () => by)
}

export function goodText(path: string): string {
  const text = FILES[path]
  if (typeof text !== 'string') throw new Error(`${path} is no text file of the good folder`)
  return text
}

export const goodFiles = Object.keys(FILES)

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

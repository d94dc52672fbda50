/** Ways to spoil the good folder, each with the rule, file and line it has to be told at. */
import placard from '../../templates/placard-150x200.json'
import type { CheckRule } from '../../src/domain/check-rules.ts'
import { bytes, goodFolder, goodText, spoilt } from './good-folder.ts'

export interface Mutation {
  rule: CheckRule
  what: string
  file: string
  line: number
  changes: Record<string, string | Uint8Array | null>
  /** Findings that follow of necessity, as `file line rule`. */
  also?: string[]
}

const S = 'content/streets/le-duan/'
const F = 'content/figures/le-duan/'
const H = 'content/heritage-sites/den-vi-du/'
const SITE = 'content/site.yaml'
const UNITS = 'content/admin-units.csv'
const REGISTER = 'signs/register.csv'
const PLAN = 'signs/plan.csv'
const EVENTS = 'signs/events.csv'
const LEGACY = 'signs/legacy-codes.csv'

/** `rule` at `line` of `file` once `passage` reads `by`. */
function swap(
  rule: CheckRule,
  file: string,
  line: number,
  passage: string,
  by: string,
  also: string[] = [],
): Mutation {
  const changes = { [file]: spoilt(file, passage, by) }
  return { rule, what: `${passage} -> ${by}`.slice(0, 80), file, line, changes, also }
}

function whole(
  rule: CheckRule,
  file: string,
  line: number,
  content: string | Uint8Array | null,
  also: string[] = [],
): Mutation {
  return { rule, what: file, file, line, changes: { [file]: content }, also }
}

const jpeg = goodFolder().get(`${S}cover.jpg`) ?? bytes('')

/** The good shrine with recordings that are not right. */
function recordings(): Mutation[] {
  const file = `${H}entry.yaml`
  const line =
    goodText(file)
      .split('\n')
      .findIndex((one) => one.startsWith('sources:')) + 2
  const heard = (locale: string) =>
    `  - { file: a.mp3, locale: ${locale}, speaker: Lan, licence: CC0 }\n`
  const mutation = (rule: CheckRule, items: string[], at: number, hasFile = true): Mutation => ({
    rule,
    what: items.join(''),
    file,
    line: at,
    changes: {
      [file]: goodText(file).replace('sources:', `audio:\n${items.join('')}sources:`),
      ...(hasFile && { [`${H}a.mp3`]: new Uint8Array([1]) }),
    },
  })
  return [
    mutation('audio.missing', [heard('vi')], line, false),
    mutation('audio.unknown-locale', [heard('fr')], line),
    mutation('audio.twice', [heard('vi'), heard('vi')], line + 1),
  ]
}

/** The good shrine with a festival that is not right. */
function festival(rule: CheckRule, from: string): Mutation {
  const by = `festivals:\n  - { from: ${from}, source: s1 }\nrestrictedLocation:`
  return swap(rule, `${H}entry.yaml`, 5, 'restrictedLocation:', by)
}

const SHAPES = 'content/admin-units.geojson'
const shapeOf = (code: string) =>
  `{"type":"FeatureCollection","features":[\n{"type":"Feature","properties":{"code":"${code}"},"geometry":{"type":"MultiPolygon","coordinates":[[[[106,21],[107,21],[107,22],[106,21]]]]}}\n]}\n`

const SAID_TWICE = '\nNgôi đền bên sông này được người dân trong vùng giữ gìn [^s1].\n'
const longSentence = (count: number) => `${'Chữ '.repeat(count)}[^s1].`

/** A second street of the same figure. */
/** A walk from the street to the temple, with one thing wrong in the list of its stops. */
function walks(): Mutation[] {
  const file = 'content/walks/loi-vi-du/walk.yaml'
  const text =
    '---\ntitle: Lối Ví Dụ\nsummary: Lối đi bộ để thử.\nrevision: 1\n---\nĐi từ đường đến đền [^s1].\n'
  const walk = (rule: CheckRule, line: number, stops: string[], more = {}): Mutation => ({
    rule,
    what: stops.join(),
    file,
    line,
    changes: {
      [file]: `names:
  - { text: Lối Ví Dụ, locale: vi, kind: official }
stops:
${stops.map((entry) => `  - { entry: ${entry} }\n`).join('')}restrictedLocation: false
livingPerson: false
sources:
  - { id: s1, title: Hồ sơ, publisher: Sở, date: "2020" }
review: { state: pending }
withheld: false
`,
      'content/walks/loi-vi-du/vi.md': text,
      ...more,
    },
  })
  const [street, temple] = ['streets/le-duan', 'heritage-sites/den-vi-du']
  const withheld = goodText(`${H}entry.yaml`).replace('withheld: false', 'withheld: true')
  return [
    walk('walk.too-few-stops', 4, [street]),
    walk('walk.stop-twice', 6, [street, temple, street]),
    walk('walk.stop-no-place', 5, [street, 'figures/le-duan']),
    walk('link.unknown-entry', 5, [street, 'places/khong-co']),
    walk('walk.stop-withheld', 5, [street, temple], { [`${H}entry.yaml`]: withheld }),
  ]
}

const SECOND_STREET = goodText(`${S}entry.yaml`)
  .replace('formerSlugs: [duong-so-9]\n', '')
  .replace(/images:\n.*\n/, '')
const NEW_STREET = 'content/streets/le-duan-keo-dai/'

const files: Mutation[] = [
  whole('file.empty', `${S}en.md`, 0, ' \n'),
  whole('file.not-utf8', `${S}en.md`, 2, new Uint8Array([45, 45, 45, 10, 0xe1, 0x28, 10])),
  whole(
    'file.not-nfc',
    `${S}vi.md`,
    6,
    goodText(`${S}vi.md`).replace('đặt', 'đặt'.normalize('NFD')),
  ),
  whole('file.byte-order-mark', `${S}vi.md`, 1, `\uFEFF${goodText(`${S}vi.md`)}`),
  whole('file.line-ends', `${S}vi.md`, 1, goodText(`${S}vi.md`).replaceAll('\n', '\r\n')),
  {
    ...whole('folder.unknown-kind', 'content/people/ai-do/entry.yaml', 0, 'x'),
    file: 'content/people',
  },
  {
    ...whole('folder.bad-slug', 'content/places/Chợ Kỳ Lừa/vi.md', 0, 'x'),
    file: 'content/places/Chợ Kỳ Lừa',
  },
  whole('folder.unknown-file', `${S}ghi-chu.docx`, 0, 'x'),
  whole('folder.unknown-file', 'signs/old.xlsx', 0, 'x'),
  {
    ...whole('folder.no-entry-file', `${H}entry.yaml`, 0, null),
    file: 'content/heritage-sites/den-vi-du',
  },
  { ...whole('folder.no-source-text', `${H}vi.md`, 0, null), file: `${H}entry.yaml` },
  whole('folder.locale-spelling', `${H}zh-hans.md`, 0, goodText(`${S}zh-Hans.md`)),
  whole(
    'folder.locale-not-offered',
    `${H}fr.md`,
    0,
    '---\ntitle: Temple\nsummary: Un lieu de culte ancien.\nbasedOn: 1\n---\nTemple de 1683 [^s1].\n',
  ),
  whole('site.missing', SITE, 0, null),
  swap('site.unknown-locale', SITE, 11, 'fallbackLocale: en', 'fallbackLocale: fr'),
]

const yaml: Mutation[] = [
  swap('yaml.syntax', `${H}entry.yaml`, 7, '{ id: s1', '{ id: "s1'),
  swap('yaml.alias', `${H}entry.yaml`, 7, 'title: Hồ sơ di tích', 'title: *ho-so'),
  swap('yaml.comment', `${H}entry.yaml`, 0, 'sources:', 'sources: # xem tủ 3'),
  swap(
    'key.duplicate',
    `${H}entry.yaml`,
    9,
    'review: { state: pending }',
    'review: { state: pending }\nreview: { state: pending }',
  ),
  swap('key.unknown', `${H}entry.yaml`, 3, 'rank:', 'rannk:'),
  swap('key.unknown', `${S}entry.yaml`, 8, 'lengthM', 'length'),
  swap('key.unknown', `${S}vi.md`, 4, 'revision: 3', 'version: 3'),
  swap('key.missing', `${H}entry.yaml`, 3, 'level: provincial, ', ''),
  swap('value.empty', `${H}entry.yaml`, 3, '41/QĐ-UB', '""'),
  swap('key.missing', `${F}entry.yaml`, 10, ', on: 2026-11-20', ''),
  swap('value.not-one-of', `${F}entry.yaml`, 10, 'approved', 'pending'),
  swap('value.empty', REGISTER, 3, 'heritage-sites/den-vi-du', ''),
  swap('value.not-text', `${H}entry.yaml`, 7, 'title: Hồ sơ di tích', 'title: [Hồ sơ]'),
  swap('value.not-list', `${S}entry.yaml`, 5, '[figures/le-duan]', 'figures/le-duan'),
  swap(
    'value.not-map',
    `${H}entry.yaml`,
    3,
    '{ level: provincial, year: 2003, decision: 41/QĐ-UB, source: s1 }',
    'provincial',
  ),
  swap('value.not-number', `${S}entry.yaml`, 11, 'lat: 21.853', 'lat: 21°51'),
  swap('value.not-number', REGISTER, 2, ',2000,2000,', ',2 m,2000,'),
  swap('value.not-whole-number', `${S}vi.md`, 4, 'revision: 3', 'revision: ba'),
  swap('value.not-whole-number', REGISTER, 2, 'placard-150x200,2,2', 'placard-150x200,1.5,2'),
  swap('value.not-true-or-false', SITE, 16, 'fourEyes: true', 'fourEyes: có'),
  swap('value.not-one-of', `${H}entry.yaml`, 3, 'provincial', 'tỉnh'),
  swap('value.not-one-of', `${H}entry.yaml`, 8, 'pending', 'xong'),
  swap('value.not-one-of', EVENTS, 2, 'installed', 'treo'),
  swap('value.not-a-locale', `${H}entry.yaml`, 2, 'locale: vi', 'locale: tiếng Việt'),
  swap('value.not-an-entry', `${S}entry.yaml`, 5, 'figures/le-duan', 'people/le-duan'),
  swap('value.not-a-slug', `${S}entry.yaml`, 4, 'duong-so-9', 'Đường số 9'),
  swap('value.not-a-file-name', `${S}entry.yaml`, 15, 'cover.jpg', 'https://x.vn/a.jpg'),
  swap('value.not-a-source-id', `${H}entry.yaml`, 7, 'id: s1', 'id: nguồn 1'),
  swap(
    'value.not-a-web-address',
    `${S}entry.yaml`,
    18,
    'https://example.vn/nq27',
    'javascript:alert(1)',
  ),
  swap('value.not-an-email', SITE, 8, 'vanthu@example.vn', 'vanthu'),
  swap('value.not-a-time-zone', SITE, 9, 'Asia/Ho_Chi_Minh', 'Hà Nội'),
  swap('value.out-of-range', SITE, 15, 'zoom: 13', 'zoom: 130'),
]

const facts: Mutation[] = [
  swap('value.either-number', `${S}entry.yaml`, 8, 'lengthM: 1200', 'lengthM: 1.250'),
  swap('value.either-number', `${S}entry.yaml`, 8, 'lengthM: 1200', 'lengthM: "1,250"'),
  swap('value.decimal-comma', `${S}entry.yaml`, 8, '9.5', '9,5'),
  swap('date.malformed', `${F}entry.yaml`, 4, '1907-04-07', '7/4/1907'),
  swap('date.impossible', `${F}entry.yaml`, 4, '1907-04-07', '2023-02-30'),
  swap('date.impossible', EVENTS, 2, '2026-10-10', '2026-13-10'),
  swap('date.future', `${S}entry.yaml`, 18, 'accessed: 2026-11-01', 'accessed: 2027-11-01'),
  swap('date.future', REGISTER, 3, '2026-10-01,Cổng', '2026-12-01,Cổng', [
    `${EVENTS} 3 event.before-issue`,
  ]),
  swap('date.reversed', `${S}entry.yaml`, 2, 'from: 2002-01-28', 'from: 2002-01-28, to: 2001'),
  swap('figure.death-before-birth', `${F}entry.yaml`, 5, '1986-07-10', '1886-07-10'),
  swap('figure.age', `${F}entry.yaml`, 4, '1907-04-07', '"1807"'),
  swap('figure.living-and-dead', `${F}entry.yaml`, 5, 'livingPerson: false', 'livingPerson: true'),
  swap(
    'naming.before-birth',
    `${S}entry.yaml`,
    7,
    'date: 2002-01-28, act',
    'date: 1902-01-28, act',
  ),
  swap(
    'naming.while-living',
    `${S}entry.yaml`,
    7,
    'date: 2002-01-28, act',
    'date: 1982-01-28, act',
  ),
  swap(
    'entry.no-name',
    `${H}entry.yaml`,
    1,
    'names:\n  - { text: Đền Ví Dụ, locale: vi, kind: official }\n',
    '',
  ),
  swap(
    'entry.no-source',
    `${H}entry.yaml`,
    6,
    'sources:\n  - { id: s1, title: Hồ sơ di tích }',
    'sources: []',
  ),
  swap('name.trailing-punctuation', `${H}entry.yaml`, 2, 'Đền Ví Dụ', '"Đền Ví Dụ,"'),
  swap('name.trailing-punctuation', `${S}entry.yaml`, 8, 'phố Muối', 'phố Muối.'),
  swap(
    'name.breaks',
    `${H}entry.yaml`,
    2,
    'Đền Ví Dụ, locale: vi, kind: official',
    'Đền Ví Dụ, locale: vi, kind: official, breaks: Đền | Vĩ Dụ',
  ),
  swap('name.title-marks', `${S}vi.md`, 2, 'Lê Duẩn', 'Lê Duẫn'),
  swap('name.mention-marks', `${S}vi.md`, 3, 'thư Lê Duẩn', 'thư Lê Duẫn'),
  swap('name.mention-marks', `${S}vi.md`, 6, '[Lê Duẩn]', '[Lê Duẫn]'),
  swap('name.mention-marks', `${S}entry.yaml`, 8, 'đường Trần Phú', 'Đền Vị Dự'),
  swap('name.mention-marks', REGISTER, 2, 'Lê Duẩn', 'Lê Duẫn'),
  swap('name.mention-marks', 'signs/plan.csv', 2, 'Lê Duẩn', 'Lê Duẫn'),
  {
    rule: 'name.tone-placement',
    what: 'Thủy for Thuỷ',
    file: `${H}vi.md`,
    line: 6,
    changes: {
      [`${H}entry.yaml`]: spoilt(
        `${H}entry.yaml`,
        'rank:',
        '  - { text: Đền Thuỷ Hoà, locale: vi, kind: former }\nrank:',
      ),
      [`${H}vi.md`]: spoilt(`${H}vi.md`, 'Đền dựng', 'Đền Thủy Hòa dựng'),
    },
  },
  swap('slug.not-from-name', `${H}entry.yaml`, 2, 'text: Đền Ví Dụ', 'text: Đền Thờ Mẫu'),
  swap('slug.taken', `${S}entry.yaml`, 4, '[duong-so-9]', '[duong-so-9, le-duan]'),
  ...['0/1', '31/1', '22/13', '22', '22/1/2027', '22-1'].map((day) =>
    festival('lunar.not-a-day', day),
  ),
  festival('date.reversed', '27/1, to: 22/1'),
  swap(
    'source.attests-no-number',
    `${S}entry.yaml`,
    19,
    '"1999" }',
    '"1999", attests: [ba, "500"] }',
  ),
  swap('extent.not-metres', `${S}entry.yaml`, 8, '9.5', '"9.5m,"'),
  swap('extent.not-metres', `${S}entry.yaml`, 8, '1200', '1.22km'),
  swap('extent.not-metres', `${S}entry.yaml`, 8, '1200', '120 mét'),
  swap('extent.absurd', `${S}entry.yaml`, 8, '9.5', '950'),
  swap('extent.same-ends', `${S}entry.yaml`, 8, 'phố Muối', 'Đường Trần Phú'),
  swap('extent.ends-at-itself', `${S}entry.yaml`, 8, 'phố Muối', 'đường Lê Duẩn'),
  {
    rule: 'street.same-figure',
    what: 'two streets of one ward',
    file: `${NEW_STREET}entry.yaml`,
    line: 4,
    changes: {
      [`${NEW_STREET}entry.yaml`]: SECOND_STREET,
      [`${NEW_STREET}vi.md`]: goodText(`${S}vi.md`),
    },
  },
  swap('unit.unknown', `${S}entry.yaml`, 10, '05986', '5986'),
  swap('unit.not-yet-valid', `${S}entry.yaml`, 10, '2025-07-01', '2025-06-30'),
  swap(
    'unit.abolished',
    `${S}entry.yaml`,
    10,
    '"05986", from: 2025-07-01',
    '"05977", from: 2002-01-28',
  ),
  swap('unit.abolished', `${S}entry.yaml`, 10, '"05986", from: 2025-07-01', '"05977"'),
  swap(
    'unit.twice',
    UNITS,
    4,
    '2025-07-01,,\n',
    '2025-07-01,,\n05986,Xã Đồng Đăng,commune,2025-09-01,,\n',
  ),
  whole('shapes.unreadable', SHAPES, 0, '{"type":"FeatureCollection","features":[{}]}'),
  whole('shapes.unreadable', SHAPES, 0, 'bản đồ'),
  whole('shapes.unknown-unit', SHAPES, 0, shapeOf('99999')),
  swap('unit.successor-unknown', UNITS, 2, '05986\n', '05999\n'),
  swap(
    'position.out-of-range',
    `${S}entry.yaml`,
    11,
    'lat: 21.853, lon: 106.761',
    'lat: 121.853, lon: 206.761',
  ),
  swap(
    'position.swapped',
    `${S}entry.yaml`,
    11,
    'lat: 21.853, lon: 106.761',
    'lat: 106.761, lon: 21.853',
  ),
  swap('position.swapped', EVENTS, 2, '21.853,106.761', '106.761,21.853'),
  swap('position.half', REGISTER, 2, '21.853,106.761', '21.853,'),
]

const sources: Mutation[] = [
  swap(
    'source.unknown',
    `${S}entry.yaml`,
    11,
    'accuracyM: 500, source: s1',
    'accuracyM: 500, source: s7',
  ),
  swap('source.unknown', `${S}vi.md`, 10, 'bảy trăm mét [^s2]', 'bảy trăm mét [^s7]'),
  swap(
    'source.twice',
    `${S}entry.yaml`,
    20,
    'date: "1999" }',
    'date: "1999" }\n  - { id: s2, title: Khác }',
  ),
  swap('source.no-title', `${H}entry.yaml`, 7, ', title: Hồ sơ di tích', ''),
  swap(
    'source.never-cited',
    `${H}entry.yaml`,
    8,
    'di tích }',
    'di tích }\n  - { id: s2, title: Khác }',
  ),
  swap(
    'source.general-knowledge',
    `${F}entry.yaml`,
    9,
    'title: Từ điển nhân vật',
    'kind: general-knowledge',
  ),
  swap(
    'review.open-points',
    `${F}entry.yaml`,
    11,
    'sources:',
    'toVerify: [{ what: Ngày sinh }]\nsources:',
  ),
  whole(
    'settlement.twice',
    'content/settlements.csv',
    3,
    `entry,point,document,place,by,on\n${'figures/le-duan,Ngày sinh,Địa chí,tr. 4,Lan,2026-11-01\n'.repeat(2)}`,
  ),
  swap('image.no-credit', `${S}entry.yaml`, 15, 'author: Nguyễn Văn A, ', ''),
  swap('image.no-alt', `${S}entry.yaml`, 15, ', zh-Hans: 路牌', ''),
  whole('image.not-listed', `${H}anh.png`, 0, new Uint8Array([1, 2])),
  { ...whole('image.missing', `${S}cover.jpg`, 0, null), file: `${S}entry.yaml`, line: 15 },
  swap('image.missing', `${S}vi.md`, 13, 'Đoạn công khai', '![x](khac.jpg) Đoạn công khai'),
  {
    ...whole('image.twice', `${H}anh.jpg`, 0, jpeg),
    also: [`${H}anh.jpg 0 image.not-listed`, `${S}cover.jpg 0 image.twice`],
  },
  whole('audio.not-listed', `${H}doc.mp3`, 0, new Uint8Array([1, 2])),
  ...recordings(),
  swap('link.unknown-entry', `${S}entry.yaml`, 16, 'heritage-sites/den-vi-du', 'places/khong-co'),
  swap('link.unknown-entry', `${S}vi.md`, 6, '/vi/figures/le-duan', '/vi/figures/khong-co'),
  swap('link.unknown-entry', `${S}vi.md`, 6, '/vi/figures/le-duan', '../khong-co'),
  swap('link.to-itself', `${S}entry.yaml`, 16, 'heritage-sites/den-vi-du', 'streets/le-duan'),
  ...walks(),
]

const texts: Mutation[] = [
  swap('header.missing', `${S}en.md`, 1, '---\ntitle', 'title'),
  swap('header.unclosed', `${S}en.md`, 1, '3\n---\n', '3\n\n'),
  swap('header.line', `${S}en.md`, 4, 'revision: 2', '  of the province.'),
  swap('header.quotes', `${S}en.md`, 3, 'town."', 'town.'),
  swap('text.no-title', `${S}en.md`, 2, 'title: Lê Duẩn Street', 'title:'),
  swap('text.no-title', `${S}en.md`, 1, 'title: Lê Duẩn Street\n', ''),
  swap('text.no-summary', `${S}zh-Hans.md`, 3, '这条路以总书记黎笋命名。', ''),
  swap('text.no-body', `${S}zh-Hans.md`, 7, '该路于2002年命名[^s1]。\n', ''),
  swap('text.title-too-long', `${S}zh-Hans.md`, 2, '黎笋路', '路'.repeat(81)),
  swap('text.summary-too-long', `${S}zh-Hans.md`, 3, '这条路', '路'.repeat(300)),
  swap(
    'text.body-too-long',
    `${S}en.md`,
    7,
    'The street was named in 2002 [^s1].',
    longSentence(5001),
  ),
  swap('text.title-punctuation', `${S}en.md`, 2, 'Street', 'Street.'),
  swap('text.truncated', `${S}vi.md`, 3, 'Lê Duẩn.', 'Lê Duẩn và cả nướ'),
  swap('text.truncated', `${S}zh-Hans.md`, 7, '命名[^s1]。', '命名[^s1]'),
  swap('text.no-citation', `${S}vi.md`, 6, '2002 [^s1]', '2002'),
  swap('text.no-citation', `${S}vi.md`, 11, ' [^s2].\n\nĐoạn', '.\n\nĐoạn'),
  swap(
    'text.no-citation',
    `${S}vi.md`,
    13,
    '\n\nĐoạn công',
    '\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nĐoạn công',
  ),
  swap('letters.misread', `${S}vi.md`, 6, 'Đường được', 'ÄÆ°á»ng Ä‘Æ°á»£c'),
  swap('letters.old-font', `${S}vi.md`, 6, 'Đường được đặt tên năm', '§­êng ®­îc ®Æt tªn n¨m'),
  swap('letters.lost', `${S}vi.md`, 6, 'Đường được', 'Đư?ng được'),
  swap('letters.lost', `${S}vi.md`, 6, 'Đường được', 'Đư\ufffdng được'),
  swap('letters.lone-mark', `${S}vi.md`, 6, 'Đường được', 'Đường \u0323 được'),
  swap('letters.look-alike', `${S}vi.md`, 6, 'Đường được', 'Ðường được'),
  swap('letters.look-alike', `${S}entry.yaml`, 2, 'Đường Lê', 'Ðường Lê'),
  swap('text.marks-left', `${S}vi.md`, 6, 'đặt tên', 'được**“đặt tên”**cho'),
  swap('text.marks-left', `${S}vi.md`, 3, 'mang tên', 'mang **tên**'),
  swap('text.indented-code', `${S}vi.md`, 8, 'Xem thêm', '\n\n    Xem thêm'),
  swap('text.year-as-list', `${S}vi.md`, 6, 'Đường được', '2002. Đường được'),
  swap('text.product-as-italic', `${S}vi.md`, 6, 'năm 2002', 'năm 2002*2002*2002', [
    `${S}en.md 3 text.numbers-differ`,
    `${S}zh-Hans.md 7 text.numbers-differ`,
  ]),
  swap('text.raw-html', `${S}vi.md`, 13, 'công khai', 'công <br> khai'),
  swap('text.remote-image', `${S}vi.md`, 13, 'Đoạn công', '![x](https://x.vn/a.jpg) Đoạn công'),
  swap('text.unsafe-address', `${S}vi.md`, 13, 'Đoạn công', '[Đoạn](javascript:alert(1)) công'),
  swap('text.withheld-unclosed', `${S}vi.md`, 13, ' ::\n', '\n'),
  swap('text.withheld-misspelt', `${S}vi.md`, 13, ' ::withheld', ' ::witheld', [
    `${S}vi.md 13 text.truncated`,
  ]),
  swap('text.withheld-in-header', `${S}en.md`, 3, 'old town.', 'old town ::withheld x ::.'),
  swap('text.based-on-missing', `${S}en.md`, 1, 'basedOn: 3\n', ''),
  swap('text.based-on-in-source', `${S}vi.md`, 5, 'revision: 3', 'revision: 3\nbasedOn: 2'),
  {
    rule: 'text.unsupported-number',
    what: '1683 where the source bears out 1779',
    file: `${H}vi.md`,
    line: 6,
    changes: {
      [`${H}entry.yaml`]: spoilt(`${H}entry.yaml`, 'di tích }', 'di tích, attests: ["1779"] }'),
    },
  },
  swap('text.numbers-differ', `${S}en.md`, 7, 'in 2002 [^s1]', 'in 2003 [^s1]'),
  {
    rule: 'text.same-sentence',
    what: 'a sentence of the shrine in the street',
    file: `${S}vi.md`,
    line: 8,
    changes: {
      [`${H}vi.md`]: goodText(`${H}vi.md`) + SAID_TWICE,
      [`${S}vi.md`]: spoilt(`${S}vi.md`, '\nCác đoạn:', `${SAID_TWICE}\nCác đoạn:`),
    },
  },
  swap('text.summary-repeats-title', `${H}vi.md`, 3, 'Ngôi đền bên sông', 'Đền Ví Dụ này'),
  swap('text.traditional-characters', `${S}zh-Hans.md`, 7, '该路于', '該路於'),
  swap('text.based-on-above', `${S}en.md`, 5, 'basedOn: 3', 'basedOn: 4'),
]

const signs: Mutation[] = [
  swap('csv.syntax', REGISTER, 2, '"Góc', 'Góc'),
  swap('csv.columns', EVENTS, 1, 'successor', 'thay'),
  swap('csv.cells', EVENTS, 3, 'Lan,,,,\n', 'Lan,,,\n'),
  swap('sign.code-malformed', REGISTER, 3, 'NDXZF8', 'NDXZ08', [`${EVENTS} 3 sign.code-unknown`]),
  swap('sign.code-check-character', REGISTER, 3, 'NDXZF8', 'NDXZF9', [
    `${EVENTS} 3 sign.code-unknown`,
  ]),
  swap('sign.code-reserved', EVENTS, 3, 'NDXZF8', 'SEARCH'),
  swap('sign.code-twice', REGISTER, 3, 'NDXZF8', '7K3QXC', [`${EVENTS} 3 sign.code-unknown`]),
  swap('sign.code-unknown', EVENTS, 3, 'NDXZF8', 'U3VME6'),
  swap('sign.code-unknown', LEGACY, 2, '7K3QXC', 'U3VME6'),
  swap('sign.entry-unknown', REGISTER, 3, 'den-vi-du', 'khong-co'),
  swap('sign.entry-unknown', LEGACY, 2, 'streets/le-duan', 'streets/khong-co'),
  swap('event.before-issue', EVENTS, 3, '2026-10-12', '2026-09-12'),
  swap('event.no-successor', EVENTS, 2, 'installed', 'replaced'),
  swap(
    'event.after-end',
    EVENTS,
    4,
    '12,installed,Lan,,,,\n',
    '12,retired,Lan,,,,\nNDXZF8,2026-11-02,damaged,Lan,,,,\n',
  ),
  swap('plan.steps-reversed', PLAN, 2, '2026-12-15', '2026-11-15'),
  swap('plan.not-the-register', PLAN, 2, 'Đường Lê Duẩn,12', 'streets,12', [
    `${PLAN} 1 plan.not-the-register`,
  ]),
  swap('unit.unknown', PLAN, 2, '05986', '99999'),
  swap(
    'legacy.address-twice',
    LEGACY,
    3,
    '7K3QXC,\n',
    '7K3QXC,\nhttps://old.example.vn/qr/12,figures/le-duan,,\n',
  ),
]

export const MUTATIONS: Mutation[] = [
  ...files,
  ...yaml,
  ...facts,
  ...sources,
  ...texts,
  ...signs,
  whole('template.syntax', 'templates/x.json', 0, '{ "id": '),
  whole('template.wrong', 'templates/x.json', 0, JSON.stringify({ ...placard, id: 'X' })),
  whole('template.other-name', 'templates/x.json', 0, JSON.stringify(placard)),
]

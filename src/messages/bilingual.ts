/** Sentences for operators and sign makers, who are told everything in both languages at once. */
import type { BasemapFault } from '../domain/basemap.ts'
import { fill } from '../domain/fill.ts'

export interface Bilingual {
  vi: string
  en: string
}

const SENTENCES = {
  'basemap.missing': { vi: 'không có tệp này', en: 'there is no such file' },
  'basemap.not-pmtiles': { vi: 'không phải tệp PMTiles', en: 'is not a PMTiles file' },
  'basemap.other-version': {
    vi: 'là tệp PMTiles đời khác; cần đời 3',
    en: 'is a PMTiles file of another version; version 3 is needed',
  },
  'basemap.cut-short': {
    vi: 'thiếu phần cuối, có lẽ chưa chép xong',
    en: 'lacks its end; perhaps it was not copied whole',
  },
  'basemap.unreadable': {
    vi: 'cần ô vector (MVT), PNG, JPEG hoặc WebP, không nén hoặc nén gzip',
    en: 'tiles must be vector (MVT), PNG, JPEG or WebP, plain or gzipped',
  },
  'basemap.drawingOnly': {
    vi: 'Trang bản đồ chỉ có bản vẽ.',
    en: 'The map page shows its drawing only.',
  },
  'editor.known': { vi: 'đã có tài khoản', en: 'has an account already' },
  'editor.unknown': { vi: 'không có tài khoản này', en: 'no such editor' },
  'export.written': { vi: '{written} tệp đã ghi', en: 'files written, {all} in all' },
  'folder.unreadable': {
    vi: 'không đọc được thư mục',
    en: 'cannot read the folder {folder}',
  },
  'folder.empty': {
    vi: 'không có content/ hay signs/ trong',
    en: 'no content/ and no signs/ in {folder}',
  },
  'import.bothChanged': { vi: 'Đã sửa ở cả hai nơi', en: 'changed on both sides' },
  'import.pended': {
    vi: '{item}: đã thẩm định, nay chờ thẩm định lại theo tệp',
    en: '{item}: was approved, waits for approval again as the file says',
  },
  'import.kept': { vi: 'giữ bản trong cơ sở dữ liệu', en: 'database is newer: {item}' },
  'import.nothingWritten': {
    vi: 'Không ghi gì cả. Hãy chạy "stele export" ra thư mục khác, gộp hai bản bằng tay rồi nhập lại.',
    en: 'Nothing was written. Run "stele export" into another folder, merge the two by hand, import again.',
  },
  'import.taken': {
    vi: '{taken} mục đã nhập',
    en: 'items taken, {left} tệp lỗi / files left out',
  },
  'order.none': { vi: 'Chưa lập đơn nào.', en: 'No order was made.' },
  'order.draft': {
    vi: 'Đơn nháp: mọi mặt biển đều mang chữ NHÁP.',
    en: 'A draft: every face says DRAFT.',
  },
  'order.unknown': { vi: 'không có đơn in', en: 'there is no print order {id}' },
  'order.templateUsed': {
    vi: '{template} đã dùng cho một đơn in với nội dung khác; hãy tăng version',
    en: '{template} was used by an order with other contents; raise its version',
  },
  'order.notACode': { vi: 'không phải mã biển', en: 'not a code' },
  'order.twice': { vi: 'đã có ở dòng trên', en: 'stands above already' },
  'order.noCodes': { vi: 'chưa có mã nào', en: 'no codes' },
  'order.neverIssued': { vi: 'chưa từng cấp mã này', en: 'this code was never issued' },
  'order.ended': {
    vi: 'biển đã thôi dùng, hãy cấp mã mới',
    en: 'this sign has ended, issue a new code',
  },
  'order.unpublished': {
    vi: 'mục từ của biển chưa công bố',
    en: 'the entry of this sign is not published',
  },
  'order.unapproved': {
    vi: 'mục từ chưa thẩm định; hãy thẩm định, hoặc đặt bản nháp (--draft)',
    en: 'its entry is not approved; approve it, or order a draft (--draft)',
  },
  'order.neverIssuedCode': { vi: 'chưa từng cấp mã', en: 'never issued: {code}' },
  'order.otherMaterials': {
    vi: '{id}: templates/ nay có {name} khác với ngày lập đơn; hãy đặt lại bản cũ.',
    en: 'templates/ now holds another {name} than on the day of the order; put the old one back.',
  },
  'parcel.needsSignOff': {
    vi: '{id}: cần người ký nhận các nhắc nhở',
    en: 'warnings need a named sign-off: {rules}. stele order note {id} --what signed-off --text "{rule} …" --by …',
  },
  'parcel.interrupted': {
    vi: 'bị ngắt ba lần, xem nhật ký máy chủ',
    en: 'interrupted three times, see the log',
  },
  'placard.notInUse': {
    vi: 'không phải mã của biển đang dùng',
    en: 'not the code of a sign in use',
  },
  'placard.unlisted': {
    vi: '{origin} không in được, đây là bản nháp',
    en: 'may not be printed, this is a draft',
  },
  'placard.unapproved': {
    vi: 'mục từ chưa được thẩm định, đây là bản nháp',
    en: 'not approved yet, this is a draft',
  },
  'placard.none': {
    vi: 'Biển đã thôi dùng, hoặc mục từ của biển đang được giữ lại.',
    en: 'The sign has ended, or its entry is withheld.',
  },
  'preflight.title': { vi: 'Kiểm tra trước khi in', en: 'Preflight' },
  'preflight.signs': { vi: 'biển', en: 'signs' },
  'preflight.pass': { vi: 'Đạt', en: 'pass' },
  'preflight.warning': { vi: 'Nhắc', en: 'warning' },
  'preflight.error': { vi: 'Lỗi', en: 'error' },
  'preflight.measured': { vi: 'Đo được', en: 'measured' },
  'preflight.threshold': { vi: 'Ngưỡng', en: 'threshold' },
  'preflight.findings': { vi: 'Điều cần xem', en: 'Findings' },
  'preflight.none': { vi: 'Không có.', en: 'None.' },
  'preflight.severity': { vi: 'Mức', en: 'severity' },
  'serve.practice': {
    vi: 'Chế độ tập: bản sao sẽ bị bỏ khi dừng.',
    en: 'Practice: the copy is thrown away at the end.',
  },
  'serve.site': { vi: 'Trang', en: 'Site:  {address}' },
  'serve.sign': { vi: 'Biển', en: 'Sign:   {address}' },
  'serve.firstAccount': { vi: 'Tài khoản đầu tiên', en: 'First account: {address}' },
  'settings.wrong': { vi: 'giá trị không dùng được', en: 'cannot be used: {why}' },
} as const satisfies Record<string, Bilingual>

export type SentenceKey = keyof typeof SENTENCES

/** Throws where the words need a value that is not given. */
export function sentence(
  key: SentenceKey,
  values: Record<string, string | number> = {},
): Bilingual {
  const { vi, en } = SENTENCES[key]
  return { vi: fill(vi, values), en: fill(en, values) }
}

/** On one line: `Chưa lập đơn nào. / No order was made.` */
export function inBoth({ vi, en }: Bilingual): string {
  return `${vi} / ${en}`
}

export function sentenceInBoth(key: SentenceKey, values?: Record<string, string | number>): string {
  return inBoth(sentence(key, values))
}

/** What is wrong with a base map, for operators; the map goes on without it. `name`: of the file, or of its setting. */
export function basemapSentence(name: string, fault: BasemapFault): string {
  return `${name}: ${sentenceInBoth(`basemap.${fault}`)}. ${sentenceInBoth('basemap.drawingOnly')}`
}

/** Why a placard could not be made, for whoever ordered it: what is wrong, and the cure. */
import { fill } from '../domain/fill.ts'

const vi = {
  'origin-not-for-print':
    'Địa chỉ {origin} không được in lên biển ({fault}). Chỉ địa chỉ https có trong mục origins của site.yaml mới được in.',
  'address-does-not-fit':
    'Địa chỉ {origin}/{code} quá dài cho mã in. Hãy dùng tên miền ngắn hơn (tối đa 20 ký tự).',
  'module-too-small':
    'Ô vuông của mã chỉ rộng {module} mm, mẫu này cần ít nhất {least} mm. Hãy rút ngắn tên miền hoặc chọn mẫu lớn hơn.',
  'no-such-font':
    'Mẫu dùng phông {font} cho "{text}", nhưng không có tệp phông ấy trong templates/fonts.',
  'not-nfc': '"{text}" ({field}) gõ bằng dấu tổ hợp rời. Hãy gõ lại bằng Unicode dựng sẵn (NFC).',
  'empty-text': 'Dòng {field} còn trống. Hãy điền tên hoặc câu mời vào mục từ.',
  'surrounding-space': '"{text}" ({field}) có khoảng trắng ở đầu hoặc cuối. Hãy xóa đi.',
  'control-character': '"{text}" ({field}) có ký tự không in được. Hãy xóa đi và gõ lại.',
  'missing-glyph':
    'Phông {font} không có chữ "{character}" ({codePoint}) trong "{text}". Hãy dùng chữ khác hoặc thêm phông có chữ này.',
  'number-of-names':
    'Biển có {count} tên, mẫu này chỉ chứa được {most}. Hãy bớt ngôn ngữ hoặc chọn mẫu khác.',
  'text-too-long':
    '"{text}" ({field}) không vừa bề rộng {width} mm trong {lines} dòng dù ở cỡ nhỏ nhất {least} mm. Hãy rút ngắn hoặc chọn mẫu lớn hơn.',
  'name-too-long':
    'Tên "{text}" ({field}) không vừa bề rộng {width} mm trong {lines} dòng dù ở cỡ nhỏ nhất {least} mm mà không cắt rời chữ đi liền nhau. Hãy ghi ở mục từ, ô "Chỗ được xuống dòng trên biển", nơi tên này được ngắt, hoặc chọn mẫu lớn hơn.',
  'text-too-tall': 'Các dòng {field} cao quá {height} mm. Hãy rút ngắn hoặc chọn mẫu lớn hơn.',
  'texts-collide':
    '"{text}" và "{other}" chạm nhau; cần cách ít nhất {gap} mm. Hãy rút ngắn một dòng.',
  'text-outside-safe-area': '"{text}" nằm cách mép chưa đủ {safe} mm. Hãy rút ngắn hoặc sửa mẫu.',
  'text-in-symbol-box': '"{text}" lấn vào vùng trắng quanh mã. Hãy rút ngắn hoặc sửa mẫu.',
  'line-in-symbol-box': 'Đường viền của mẫu {template} chạy vào vùng trắng quanh mã. Hãy sửa mẫu.',
  'text-near-hole': '"{text}" quá gần lỗ khoan ở ({x}, {y}). Hãy rút ngắn hoặc sửa mẫu.',
  'text-touches-line': '"{text}" chạm vào đường viền. Hãy rút ngắn hoặc sửa mẫu.',
  'text-touches-emblem': '"{text}" chạm vào biểu trưng. Hãy rút ngắn hoặc sửa mẫu.',
  'no-kind-word':
    'Tên "{text}" không bắt đầu bằng từ chỉ loại mà biển tên đường phải có ({words}). Hãy sửa tên chính thức của mục từ, hoặc thêm từ ấy vào mẫu.',
  'nothing-to-print':
    'Không còn đoạn văn nào bằng ngôn ngữ chính được in lên mẫu {template}: mục từ chưa đăng bài, hoặc mọi đoạn chỉ dựa vào kiến thức chung. Hãy đăng bài và dẫn tài liệu cho các đoạn.',
  'passage-too-long':
    'Bài {field} không vừa chiều cao {height} mm dù chỉ lấy một đoạn ở cỡ nhỏ nhất {least} mm. Hãy rút ngắn phần tóm tắt hoặc đoạn đầu, hoặc chọn mẫu lớn hơn.',
  'text-below-sign-off':
    '"{text}" ({field}) chỉ cao {size} mm, dưới mức nên có {least} mm. Phải có người ký duyệt trước khi in.',
  'paragraphs-left-out':
    'Bài {field} chỉ in {count} trong {of} đoạn, phần còn lại không vừa; người đọc xem tiếp qua mã.',
}

const en: Record<keyof typeof vi, string> = {
  'origin-not-for-print':
    'The address {origin} may not be printed on a sign ({fault}). Only https addresses listed under origins in site.yaml may.',
  'address-does-not-fit':
    'The address {origin}/{code} is too long for a printed code. Use a shorter host name (20 characters at most).',
  'module-too-small':
    'A module of the code would be only {module} mm wide; this template needs {least} mm. Shorten the host name or choose a larger template.',
  'no-such-font': 'The template sets "{text}" in the font {font}, which is not in templates/fonts.',
  'not-nfc':
    '"{text}" ({field}) is typed with separate combining marks. Type it in precomposed Unicode (NFC).',
  'empty-text': 'The line {field} is empty. Fill in the name or invitation.',
  'surrounding-space': '"{text}" ({field}) begins or ends with a space. Remove it.',
  'control-character': '"{text}" ({field}) holds a character that cannot be printed. Remove it.',
  'missing-glyph':
    'The font {font} has no "{character}" ({codePoint}), which "{text}" needs. Use another character or add a font that has it.',
  'number-of-names':
    'The sign has {count} names; this template holds {most}. Use fewer languages or another template.',
  'text-too-long':
    '"{text}" ({field}) does not fit {width} mm in {lines} lines even at the smallest size of {least} mm. Shorten it or choose a larger template.',
  'name-too-long':
    'The name "{text}" ({field}) does not fit the width of {width} mm on {lines} lines even at the smallest size, {least} mm, unless words that belong together are parted. Say in the entry, under "Where a sign may break it", where this name may be broken, or choose a larger template.',
  'text-too-tall':
    'The lines {field} are higher than {height} mm. Shorten them or choose a larger template.',
  'texts-collide':
    '"{text}" and "{other}" touch; they need {gap} mm between them. Shorten one of them.',
  'text-outside-safe-area':
    '"{text}" is nearer than {safe} mm to the edge. Shorten it or correct the template.',
  'text-in-symbol-box':
    '"{text}" reaches into the white around the code. Shorten it or correct the template.',
  'line-in-symbol-box':
    'A line of the template {template} runs into the white around the code. Correct the template.',
  'text-near-hole':
    '"{text}" is too near the hole at ({x}, {y}). Shorten it or correct the template.',
  'text-touches-line': '"{text}" touches a line of the frame. Shorten it or correct the template.',
  'text-touches-emblem': '"{text}" touches the emblem. Shorten it or correct the template.',
  'no-kind-word':
    'The name "{text}" begins with none of the words that a street-name board must show ({words}). Correct the entry\'s official name, or add the word to the template.',
  'nothing-to-print':
    'Nothing in the first language is left to print on {template}: no text is published, or every paragraph rests on general knowledge alone. Publish a text and cite documents for its paragraphs.',
  'passage-too-long':
    'The text {field} is higher than {height} mm even with one paragraph at the smallest size of {least} mm. Shorten the summary or the first paragraph, or choose a larger template.',
  'text-below-sign-off':
    '"{text}" ({field}) is only {size} mm high, below the {least} mm it should have. Somebody must sign before it is printed.',
  'paragraphs-left-out':
    'Of the text {field} only {count} of {of} paragraphs are printed; the others do not fit and are read through the code.',
}

export const PLACARD_CATALOGUES = { vi, en }
export type PlacardMessageKey = keyof typeof vi

/** What is wrong with a face, as a sentence with its cure; throws when a value that it needs is missing. */
export function placardMessage(
  lang: 'vi' | 'en',
  problem: { code: PlacardMessageKey; values: Record<string, string | number> },
): string {
  return fill(PLACARD_CATALOGUES[lang][problem.code], problem.values)
}

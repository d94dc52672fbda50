/** The words of the sheets in a parcel. Who makes signs and who hangs them read Vietnamese or English. */
import { fill } from '../domain/fill.ts'

const vi = {
  'readme.title': 'Đơn in {id}: cách dùng các tệp',
  'readme.draft': 'ĐÂY LÀ BẢN NHÁP. Không sản xuất từ các tệp này.',
  'readme.intro':
    'Gói này có {count} biển, mẫu {template}, khổ thành phẩm {width} × {height} mm, tràn lề {bleed} mm. Mọi tệp đúng tỉ lệ 1:1, không phóng, không thu.',
  'readme.files': 'Các tệp',
  'readme.print':
    'print/: mỗi biển một tệp PDF/X-4 để in. Mã vuông chỉ dùng mực đen (0/0/0/100) trên nền trắng.',
  'readme.vector': 'vector/: cùng hình ấy ở dạng SVG, đơn vị mm, chữ đã chuyển thành nét.',
  'readme.cnc':
    'cnc/: cùng hình ấy ở dạng DXF R12, đơn vị mm, lớp CUT, DRILL, QR_ENGRAVE, TEXT_ENGRAVE, FRAME, WHITE.',
  'readme.nfc': 'nfc/: địa chỉ để ghi vào thẻ NFC, nếu biển có gắn thẻ.',
  'readme.install': 'install/: phiếu treo, mỗi biển một tờ, giao cho người treo.',
  'readme.sheets':
    'sheets/: các mặt biển xếp sẵn trên tấm 1220 × 2440 mm, mỗi tấm một tệp PDF/X-4; cut-list.csv ghi biển nào nằm ở đâu. Ai tự xếp bằng phần mềm của mình thì không cần.',
  'readme.proof':
    'proof/: tờ duyệt (A4), tám biển một trang, mỗi biển cả mặt thu nhỏ, để đọc từng tên, quét từng mã và ký trước khi làm. Không in biển từ tờ này.',
  'readme.manifest':
    'manifest.csv, manifest.json: danh sách biển. SHA256SUMS: mã kiểm để biết tệp không bị đổi.',
  'readme.rules': 'Bắt buộc',
  'readme.rule.spots':
    'Đường cắt là màu pha {cut}, lỗ khoan là màu pha {drill}; hai lớp này không in mực.',
  'readme.rule.white':
    'Mực trắng là bản màu {spot}, in trước, dưới toàn bộ hình: nền vật liệu không trắng.',
  'readme.rule.solid':
    '{plates}: màu của chính vật liệu, mỗi màu một bản riêng; CMYK của bản ấy chỉ để xem trên màn hình.',
  'readme.rule.mirrored':
    'In lên mặt sau vật liệu trong: print/ và sheets/ là hình soi gương, in màu trước, mực trắng sau cùng; vector/, cnc/ và tờ duyệt là hình nhìn từ phía trước.',
  'readme.rule.symbol':
    'Không đổi màu, không xoay, không kéo giãn, không chèn hình vào mã; giữ trọn khoảng trắng quanh mã.',
  'readme.rule.matt': 'Mặt mờ, không bóng; không phủ kính lên mã.',
  'readme.rule.quality':
    'Chất lượng mã trên bản in thử: hạng B (3.0) trở lên theo ISO/IEC 15415; khắc hoặc đánh dấu kim loại: từ 2.0 theo ISO/IEC 29158.',
  'readme.rule.first':
    'Làm một biển mẫu trước, quét bằng điện thoại, đo khổ (sai số 0,5 mm), báo lại rồi mới làm tiếp.',
  'readme.wrong': 'Khi có gì không đúng',
  'readme.wrong.text': 'Dừng lại và báo mã biển cùng ảnh chụp cho {publisher}. {hotline}',
  'proof.title': 'Tờ duyệt đơn in {id}',
  'proof.face': '{template}, {width} × {height} mm, {faces} mặt',
  'proof.alt': 'Cả mặt biển {name}; mã vuông trên đó mở {address}',
  'proof.alt.bare': 'Cả mặt biển {name}; biển không có mã vuông, trang của nó là {address}',
  'proof.common': 'Chung cho mọi biển',
  'proof.count': 'Số biển',
  'proof.size': 'Mẫu và khổ',
  'proof.origin': 'Địa chỉ trước mã',
  'proof.invitation': 'Lời mời quét',
  'proof.publisher': 'Đơn vị phát hành',
  'proof.hotline': 'Đường dây nóng',
  'proof.check': 'Người duyệt xác nhận',
  'proof.check.names': 'Đã đọc từng tên, ở mọi thứ tiếng, từng dấu',
  'proof.check.scan': 'Đã quét từng mã: mỗi mã mở đúng trang của tên in bên cạnh',
  'proof.check.place': 'Đã xem nơi đặt của từng biển',
  'proof.sign': 'Người duyệt, ngày, chữ ký: ......................................................',
  'install.title': 'Phiếu treo biển {code}',
  'install.name': 'Tên trên biển',
  'install.address': 'Địa chỉ trong mã',
  'install.placement': 'Nơi đặt',
  'install.position': 'Tọa độ',
  'install.unknown': 'chưa có, cần khảo sát',
  'install.height': 'Tâm mã cách mặt đất',
  'install.size': 'Khổ biển',
  'install.holes': 'Lỗ bắt vít',
  'install.holesText': '{count} lỗ, đường kính {diameter} mm',
  'install.faces': 'Số mặt',
  'install.before': 'Trước khi treo',
  'install.check.code': 'Mã in dưới ô vuông là {code}',
  'install.check.place': 'Đúng cột, đúng tường như ghi ở trên; không phải cột biển báo giao thông',
  'install.check.surface': 'Mặt biển sạch, không xước, không dán đè',
  'install.after': 'Sau khi treo',
  'install.check.level': 'Biển thẳng, vít chặt, không che biển tên đường',
  'install.check.scan':
    'Quét biển bằng điện thoại, đứng đúng khoảng cách đọc: trang mở ra đúng tên',
  'install.check.photo': 'Chụp một ảnh gần và một ảnh xa',
  'install.scan': 'Mã để quét thử trước: phải mở ra cùng một trang với biển.',
  'install.sign':
    'Người treo, ngày, chữ ký: ......................................................',
  'install.order': 'Đơn in, mẫu',
  'install.height.bare': 'Tâm biển cách mặt đất',
  'install.holesNone': 'không có lỗ',
  'install.fasteners': 'Vật tư treo',
  'install.fasteners.none':
    'không có lỗ: dán bằng keo hoặc băng dính hai mặt dùng ngoài trời, hoặc đặt trên giá',
  'install.fasteners.screws': '{count} vít inox A2 M{size}, vòng đệm',
  'install.fasteners.post': '2 đai kẹp cột bằng inox',
  'install.fasteners.wall': 'mỗi vít một tắc kê {plug} mm',
  'install.fasteners.board': 'đai ốc hãm phía sau tấm',
  'install.fasteners.stand': 'đai ốc hãm phía sau giá',
  'install.fasteners.unknown': 'trên tường: tắc kê {plug} mm; trên cột: 2 đai kẹp bằng inox',
  'install.ask': 'Hỏi ai',
  'install.face': 'Mặt biển khi hoàn thành',
  'install.face.alt': 'Cả mặt biển {name}',
  'install.holesDrawing': 'Lỗ bắt vít, số đo bằng mm giữa các tâm lỗ và đến mép',
  'install.map':
    'Sơ đồ: biển này (chấm đen) và các biển gần đó trong cùng đơn; phía trên là hướng bắc',
  'install.check.name': 'Tên trên mặt biển là {name}',
  'install.check.level.bare': 'Biển thẳng, vít chặt, không che biển báo giao thông',
  'readme.print.bare': 'print/: mỗi biển một tệp PDF/X-4 để in.',
  'readme.ticket':
    'job-ticket.vi.pdf, job-ticket.en.pdf: phiếu sản xuất; box-labels.pdf: nhãn dán hộp.',
  'readme.rule.matt.bare': 'Mặt mờ, không bóng.',
  'readme.rule.first.bare':
    'Làm một biển mẫu trước, đo khổ (sai số 0,5 mm), báo lại rồi mới làm tiếp.',
  'ticket.title': 'Phiếu sản xuất, đơn in {id}',
  'ticket.day': 'Ngày lập đơn',
  'ticket.template': 'Mẫu',
  'ticket.quantity': 'Số lượng',
  'ticket.pieces': '{pieces} mặt biển, của {signs} biển, mỗi biển một tệp khác nhau',
  'ticket.size': 'Khổ thành phẩm',
  'ticket.sizeText': '{width} × {height} mm, tràn lề {bleed} mm, góc bo {corner} mm',
  'ticket.material': 'Vật liệu',
  'ticket.process': 'Cách in',
  'ticket.finish': 'Hoàn thiện',
  'ticket.underbase': 'Lớp lót',
  'ticket.white': 'mực trắng dưới toàn bộ hình, bản màu {spot}',
  'ticket.none': 'không',
  'ticket.side': 'Mặt in',
  'ticket.mirrored':
    'mặt sau của vật liệu trong; tệp in là hình soi gương; in màu trước, mực trắng sau cùng',
  'ticket.life': 'Phải bền',
  'ticket.years': '{years} năm',
  'ticket.colours': 'Màu',
  'ticket.code': 'Mã vuông',
  'ticket.codeText': 'chỉ mực đen 0/0/0/100 trên nền trắng, không đảo màu',
  'ticket.spots': 'Màu pha, không phải mực in hình',
  'ticket.call': 'Cần hỏi thì gọi',
  'ticket.publisher': 'Đơn vị phát hành',
  'ticket.hotline': 'Điện thoại',
  'ticket.orderedBy': 'Người lập đơn',
  'ticket.steps': 'Các bước',
  'ticket.step.sums': 'Đã kiểm tệp: sha256sum -c SHA256SUMS không báo lỗi',
  'ticket.step.first':
    'Đã làm biển mẫu, quét được bằng hai điện thoại, khổ đúng đến 0,5 mm; đã báo và được đồng ý',
  'ticket.step.first.bare': 'Đã làm biển mẫu, khổ đúng đến 0,5 mm; đã báo và được đồng ý',
  'ticket.step.series': 'Đã làm đủ {pieces} mặt biển',
  'ticket.step.pack': 'Mỗi hộp một nhãn (box-labels.pdf), kèm phiếu treo của đúng biển ấy',
  'ticket.sign': 'Xưởng, ngày, chữ ký: ......................................................',
  'labels.title': 'Nhãn hộp, đơn in {id}',
  'labels.quantity': 'Số lượng: {faces}',
}

const en: Record<keyof typeof vi, string> = {
  'readme.title': 'Print order {id}: how to use the files',
  'readme.draft': 'THIS IS A DRAFT. Do not produce anything from these files.',
  'readme.intro':
    'This parcel holds {count} signs, template {template}, trim {width} × {height} mm, bleed {bleed} mm. Every file is at 1:1; do not scale.',
  'readme.files': 'The files',
  'readme.print':
    'print/: one PDF/X-4 per sign, for printing. The code uses black ink only (0/0/0/100) on white.',
  'readme.vector': 'vector/: the same drawing as SVG, in mm, with text as outlines.',
  'readme.cnc':
    'cnc/: the same drawing as DXF R12, in mm, layers CUT, DRILL, QR_ENGRAVE, TEXT_ENGRAVE, FRAME, WHITE.',
  'readme.nfc': 'nfc/: the address for an NFC tag, where a sign carries one.',
  'readme.install': 'install/: one sheet per sign for the people who hang it.',
  'readme.sheets':
    'sheets/: the faces laid out on panels of 1220 × 2440 mm, one PDF/X-4 per panel; cut-list.csv says which sign lies where. Not needed by those whose own program nests.',
  'readme.proof':
    'proof/: proof sheet (A4), eight signs a page, each with its whole face drawn small, to read every name, scan every code and sign before production. Never produce a sign from it.',
  'readme.manifest':
    'manifest.csv, manifest.json: the list of signs. SHA256SUMS: checksums that show a file is unchanged.',
  'readme.rules': 'Required',
  'readme.rule.spots':
    'The cut line is the spot colour {cut}, holes are the spot colour {drill}; neither prints.',
  'readme.rule.white':
    'White ink is the separation {spot}: printed first, below the whole picture, as the ground is not white.',
  'readme.rule.solid':
    '{plates}: colours of the material itself, each on a plate of its own; the CMYK of that plate is for screens only.',
  'readme.rule.mirrored':
    'Print on the back of the clear material: print/ and sheets/ are mirror images, colours first, white ink last; vector/, cnc/ and the proof sheet are seen from the front.',
  'readme.rule.symbol':
    'Do not recolour, rotate or stretch the code or put anything into it; keep all the white around it.',
  'readme.rule.matt': 'Matt surface, no gloss; nothing of glass over the code.',
  'readme.rule.quality':
    'Code quality on the printed sample: grade B (3.0) or better by ISO/IEC 15415; engraved or marked metal: 2.0 or better by ISO/IEC 29158.',
  'readme.rule.first':
    'Make one sign first, scan it with a phone, measure it (within 0.5 mm), report, then make the rest.',
  'readme.wrong': 'When something is not right',
  'readme.wrong.text': 'Stop, and send the code of the sign with a photo to {publisher}. {hotline}',
  'proof.title': 'Proof sheet, print order {id}',
  'proof.face': '{template}, {width} × {height} mm, faces: {faces}',
  'proof.alt': 'The whole face of {name}; the code on it opens {address}',
  'proof.alt.bare': 'The whole face of {name}; it carries no code, its page is {address}',
  'proof.common': 'The same on every sign',
  'proof.count': 'Signs',
  'proof.size': 'Template and size',
  'proof.origin': 'Address before the code',
  'proof.invitation': 'Invitation to scan',
  'proof.publisher': 'Publisher',
  'proof.hotline': 'Hotline',
  'proof.check': 'Who approves confirms',
  'proof.check.names': 'Every name read, in every language, every mark',
  'proof.check.scan': 'Every code scanned: each opens the page of the name printed beside it',
  'proof.check.place': 'The place of every sign looked at',
  'proof.sign':
    'Approved by, date, signature: ......................................................',
  'install.title': 'Installation sheet, sign {code}',
  'install.name': 'Name on the sign',
  'install.address': 'Address in the code',
  'install.placement': 'Where it hangs',
  'install.position': 'Position',
  'install.unknown': 'not known yet, to be surveyed',
  'install.height': 'Middle of the code above ground',
  'install.size': 'Size',
  'install.holes': 'Screw holes',
  'install.holesText': '{count} holes, {diameter} mm in diameter',
  'install.faces': 'Faces',
  'install.before': 'Before hanging it',
  'install.check.code': 'The code printed below the square is {code}',
  'install.check.place': 'The right post or wall as said above; never a traffic sign’s post',
  'install.check.surface': 'The face is clean, without scratches, nothing pasted over it',
  'install.after': 'Afterwards',
  'install.check.level': 'Level, screws tight, not hiding the street-name board',
  'install.check.scan':
    'Scan it with a phone from its reading distance: the page opens with the right name',
  'install.check.photo': 'Take one photo near and one from afar',
  'install.scan': 'A code to try first: it must open the same page as the sign.',
  'install.sign':
    'Installed by, date, signature: ......................................................',
  'install.order': 'Print order, template',
  'install.height.bare': 'Middle of the face above ground',
  'install.holesNone': 'none',
  'install.fasteners': 'Fasteners',
  'install.fasteners.none': 'no holes: outdoor glue or double-sided tape, or a stand',
  'install.fasteners.screws': '{count} stainless screws A2 M{size}, with washers',
  'install.fasteners.post': '2 stainless bands round the post',
  'install.fasteners.wall': 'a wall plug of {plug} mm for each',
  'install.fasteners.board': 'lock nuts behind the board',
  'install.fasteners.stand': 'lock nuts behind the stand',
  'install.fasteners.unknown': 'on a wall plugs of {plug} mm, on a post 2 stainless bands',
  'install.ask': 'Whom to ask',
  'install.face': 'The finished face',
  'install.face.alt': 'The whole face of {name}',
  'install.holesDrawing': 'Screw holes; mm between their middles and to the edges',
  'install.map': 'Sketch: this sign (black) and others of the order near it; north is up',
  'install.check.name': 'The name on the face is {name}',
  'install.check.level.bare': 'Level, screws tight, not hiding a traffic sign',
  'readme.print.bare': 'print/: one PDF/X-4 per sign, for printing.',
  'readme.ticket':
    'job-ticket.vi.pdf, job-ticket.en.pdf: the job ticket; box-labels.pdf: labels for the boxes.',
  'readme.rule.matt.bare': 'Matt surface, no gloss.',
  'readme.rule.first.bare':
    'Make one sign first, measure it (within 0.5 mm), report, then make the rest.',
  'ticket.title': 'Job ticket, print order {id}',
  'ticket.day': 'Ordered on',
  'ticket.template': 'Template',
  'ticket.quantity': 'Quantity',
  'ticket.pieces': '{pieces} faces, of {signs} signs, each with a file of its own',
  'ticket.size': 'Trim',
  'ticket.sizeText': '{width} × {height} mm, bleed {bleed} mm, corners {corner} mm',
  'ticket.material': 'Material',
  'ticket.process': 'Process',
  'ticket.finish': 'Finish',
  'ticket.underbase': 'Underbase',
  'ticket.white': 'white ink under the whole picture, separation {spot}',
  'ticket.none': 'none',
  'ticket.side': 'Printed side',
  'ticket.mirrored':
    'the back of the clear material; the print file is the mirror image; colours first, white ink last',
  'ticket.life': 'Must last',
  'ticket.years': '{years} years',
  'ticket.colours': 'Colours',
  'ticket.code': 'The code',
  'ticket.codeText': 'black ink only, 0/0/0/100, on white; never inverted',
  'ticket.spots': 'Spot colours, no ink of the picture',
  'ticket.call': 'Whom to call',
  'ticket.publisher': 'Publisher',
  'ticket.hotline': 'Telephone',
  'ticket.orderedBy': 'Ordered by',
  'ticket.steps': 'Steps',
  'ticket.step.sums': 'Files checked: sha256sum -c SHA256SUMS finds no fault',
  'ticket.step.first':
    'First sign made, read by two phones, size right to 0.5 mm; reported and agreed to',
  'ticket.step.first.bare': 'First sign made, size right to 0.5 mm; reported and agreed to',
  'ticket.step.series': 'All {pieces} faces made',
  'ticket.step.pack':
    'A label on each box (box-labels.pdf), with the installation sheet of that sign',
  'ticket.sign':
    'Workshop, date, signature: ......................................................',
  'labels.title': 'Box labels, print order {id}',
  'labels.quantity': 'Quantity: {faces}',
}

export const PARCEL_WORDS = { vi, en }
export type ParcelLanguage = keyof typeof PARCEL_WORDS
export type ParcelWord = keyof typeof vi

/** Words of the sheets in a parcel; throws when a value that they need is missing. */
export function parcelWords(
  language: ParcelLanguage,
  key: ParcelWord,
  values: Record<string, string | number> = {},
): string {
  return fill(PARCEL_WORDS[language][key], values)
}

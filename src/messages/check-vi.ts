/**
 * What `stele check` says, in Vietnamese, the source language: what is wrong, then the cure, for a culture
 * officer who is no programmer. The keys are the rules of src/domain/check-rules.ts.
 */
import type { CheckRule } from '../domain/check-rules.ts'

export const checkVi = {
  'file.empty': 'Tệp này trống. Hãy viết nội dung, hoặc xóa tệp nếu không dùng.',
  'file.not-utf8':
    'Tệp không được lưu theo bảng mã UTF-8 nên chữ có dấu sẽ hỏng. Hãy mở tệp, chọn “Lưu thành…” và chọn mã UTF-8 (không dùng TCVN3, VNI hay Unicode tổ hợp).',
  'file.not-nfc':
    'Dòng này dùng Unicode tổ hợp (dấu tách rời khỏi chữ): “{text}”. Tìm kiếm sẽ không thấy. Hãy chạy “npm run fix”, hoặc chọn bảng mã “Unicode dựng sẵn” trong bộ gõ rồi gõ lại.',
  'letters.misread':
    '“{found}”: tệp UTF-8 đã bị mở rồi lưu như {encoding}; đúng ra là “{meant}”. Hãy lấy lại tệp trước khi hỏng, mở nó với bảng mã UTF-8 rồi lưu lại.',
  'letters.old-font':
    '“{found}” viết bằng phông cũ {encoding}; trong Unicode là “{meant}”. Hãy chuyển mã cả tệp sang Unicode dựng sẵn (UniKey: Công cụ, Ctrl+Shift+F6) rồi lưu lại.',
  'letters.lost':
    '“{found}” có chữ đã mất, thay bằng dấu hỏi hoặc ô trống, máy không đoán lại được. Hãy lấy lại tệp gốc và lưu với bảng mã UTF-8, hoặc gõ lại các chữ ấy.',
  'letters.lone-mark':
    '“{found}” có dấu đứng một mình, không nằm trên chữ nào. Hãy gõ lại chữ ấy bằng Unicode dựng sẵn.',
  'letters.look-alike':
    '“{found}” có chữ nhìn giống mà không phải chữ đúng (như Ð của tiếng Iceland thay cho Đ), hoặc ký tự không nhìn thấy; chương trình đọc là “{right}”. Hãy chạy npm run fix để chữa cả tệp.',
  'file.byte-order-mark':
    'Đầu tệp có ký tự ẩn (BOM) do trình soạn thảo chèn vào. Hãy chạy “npm run fix” để bỏ.',
  'file.line-ends':
    'Tệp dùng dấu xuống dòng kiểu Windows (CRLF). Hãy chạy “npm run fix” để đổi sang kiểu chung (LF).',

  'folder.unknown-kind':
    'Không có loại mục từ “{folder}”. Hãy chuyển thư mục vào một trong: streets (đường, phố), figures (danh nhân), heritage-sites (di tích), places (địa điểm).',
  'folder.bad-slug':
    'Tên thư mục “{folder}” không dùng làm địa chỉ được. Chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ: hoang-van-thu.',
  'folder.unknown-file':
    'Chương trình không dùng tệp này. Hãy xóa, hoặc đổi tên cho đúng: entry.yaml, vi.md, en.md, cover.jpg…',
  'folder.no-entry-file':
    'Thư mục mục từ này thiếu tệp entry.yaml. Hãy tạo tệp đó với tên, nguồn và trạng thái thẩm định; có thể chép từ một mục từ cùng loại rồi sửa.',
  'folder.no-source-text':
    'Mục từ chưa có bài ở ngôn ngữ gốc: thiếu tệp {file}. Hãy viết bài gốc trước, các bản dịch dựa vào đó.',
  'folder.locale-spelling':
    'Tên tệp viết sai mã ngôn ngữ. Hãy đổi tên tệp thành {right} (đúng cả chữ hoa, chữ thường).',
  'folder.locale-not-offered':
    'Ngôn ngữ “{locale}” chưa có trong site.yaml nên bài này không hiện ra. Hãy thêm vào mục locales (đang có: {offered}), hoặc xóa tệp.',
  'site.missing':
    'Thiếu tệp content/site.yaml, nơi ghi tên tỉnh, cơ quan chủ quản, đường dây nóng và các ngôn ngữ. Hãy tạo tệp này trước tiên.',
  'site.unknown-locale':
    'fallbackLocale là “{locale}” nhưng ngôn ngữ này không có trong locales. Hãy thêm vào locales, hoặc chọn một ngôn ngữ đã có, ví dụ: en.',

  'yaml.syntax':
    'Không đọc được chỗ này. Thường là do thiếu ngoặc kép quanh chữ có dấu hai chấm, thiếu dấu phẩy, thiếu dấu đóng }} hoặc ], hoặc thụt dòng lệch. Ví dụ đúng: title: "Lê Lợi: cuộc đời". Chi tiết kỹ thuật: {reason}',
  'yaml.alias':
    'Chỗ này dùng ký hiệu * để nhắc lại giá trị khác; chương trình không nhận cách viết đó. Hãy chép giá trị ra, hoặc đặt chữ trong ngoặc kép nếu dấu * là một phần của chữ.',
  'yaml.comment':
    'Tệp có ghi chú sau dấu #. Ghi chú không được giữ lại khi xuất dữ liệu, và “npm run fix” bỏ qua tệp này. Hãy chuyển điều cần nhớ vào bài viết hoặc nguồn.',
  'key.duplicate':
    'Mục “{key}” được ghi hai lần. Chương trình không biết theo dòng nào; hãy giữ lại một.',
  'key.unknown':
    'Ở đây không có mục tên “{key}”. Có phải ý bạn là “{nearest}”? Các mục dùng được: {known}.',
  'key.missing': 'Thiếu mục “{key}”. Hãy ghi thêm, ví dụ: “{key}: …”.',
  'value.empty': 'Mục “{key}” đang để trống. Hãy điền giá trị, hoặc bỏ hẳn nếu mục không bắt buộc.',
  'value.not-text': 'Mục “{key}” phải là một dòng chữ, không phải danh sách hay nhóm: {value}',
  'value.not-list':
    'Mục “{key}” phải là danh sách. Hãy đặt trong ngoặc vuông, ví dụ: [figures/le-loi], hoặc mỗi ý một dòng bắt đầu bằng dấu gạch “- ”.',
  'value.not-map':
    'Mục “{key}” phải là một nhóm có tên từng phần, ví dụ: {{ vi: Cổng đền, en: Temple gate }}.',
  'value.not-number':
    'Mục “{key}” phải là số nhưng đang ghi “{value}”. Chỉ ghi chữ số, dấu chấm cho phần thập phân, không ghi đơn vị. Ví dụ: 21.853.',
  'value.decimal-comma':
    'Phần thập phân phải viết bằng dấu chấm, không dùng dấu phẩy: ở đây “,{key}” bị hiểu là một mục khác. Ví dụ: 9,5 mét ghi là 9.5.',
  'value.either-number':
    'Mục “{key}” ghi “{value}”, có thể là {whole} hoặc {decimal}. Hãy viết {whole} hoặc {decimal}.',
  'value.not-whole-number':
    'Mục “{key}” phải là số nguyên dương nhưng đang ghi “{value}”. Ví dụ: 3.',
  'value.not-true-or-false':
    'Mục “{key}” chỉ nhận true (có) hoặc false (không), đang ghi “{value}”.',
  'value.not-one-of': 'Mục “{key}” ghi “{value}”, nhưng chỉ nhận một trong: {allowed}.',
  'value.not-a-locale':
    'Mục “{key}” có mã ngôn ngữ sai: “{value}”. Ví dụ đúng: vi, en, zh-Hans, km, tyz.',
  'value.not-an-entry':
    'Mục “{key}” phải chỉ tới một mục từ theo dạng thư-mục/tên, ví dụ: figures/le-loi. Đang ghi “{value}”.',
  'value.not-a-slug':
    'Mục “{key}” ghi “{value}”: chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ: le-loi.',
  'value.not-a-file-name':
    'Mục “{key}” phải là tên một tệp ảnh nằm cùng thư mục, ví dụ: cover.jpg. Đang ghi “{value}”; tên tệp không được có dấu tiếng Việt hay dấu cách.',
  'value.not-a-source-id':
    'Mục “{key}” phải là ký hiệu nguồn, ví dụ: s1. Đang ghi “{value}”; chỉ dùng chữ không dấu, chữ số, gạch nối.',
  'value.not-a-web-address':
    'Mục “{key}” phải là địa chỉ trang mạng bắt đầu bằng https:// hoặc http://. Đang ghi “{value}”.',
  'value.not-an-email':
    'Mục “{key}” phải là địa chỉ thư điện tử, ví dụ: vanthu@vidu.gov.vn. Đang ghi “{value}”.',
  'value.not-a-time-zone':
    'Mục “{key}” phải là tên múi giờ quốc tế, ví dụ: Asia/Ho_Chi_Minh. Đang ghi “{value}”.',
  'value.out-of-range': 'Mục “{key}” là {value}, nhưng phải nằm trong khoảng từ {min} đến {max}.',

  'date.malformed':
    'Mục “{key}” ghi ngày “{value}” chưa đúng kiểu. Hãy ghi năm trước, ví dụ ngày 4 tháng 11 năm 1909 là 1909-11-04; chỉ biết năm thì ghi 1909 (trừ nơi cần đủ ngày).',
  'date.impossible':
    'Mục “{key}”: trong lịch không có ngày {value}. Hãy tra lại nguồn; tháng từ 01 đến 12, ngày không quá số ngày của tháng.',
  'date.future': 'Mục “{key}” ghi ngày {date}, sau hôm nay ({today}). Hãy kiểm tra lại năm, tháng.',
  'date.reversed':
    'Ngày kết thúc ({to}) phải sau ngày bắt đầu ({from}). Hãy kiểm tra xem có ghi ngược không.',
  'lunar.not-a-day':
    'Mục “{key}” ghi ngày âm lịch “{value}” chưa đúng kiểu. Hãy ghi ngày trước, tháng sau bằng chữ số, ví dụ 22/1 là 22 tháng Giêng; ngày từ 1 đến 30, tháng từ 1 đến 12, không ghi năm.',
  'figure.death-before-birth':
    'Ngày mất ({died}) trước ngày sinh ({born}). Hãy kiểm tra xem có ghi ngược không.',
  'figure.age':
    'Theo ngày sinh và ngày mất thì nhân vật thọ {years} tuổi, quá {most}. Hãy tra lại nguồn; nếu đúng thì cứ để vậy.',
  'figure.living-and-dead':
    'Mục từ vừa ghi người còn sống (livingPerson: true) vừa ghi ngày mất ({died}). Hãy bỏ một trong hai.',
  'naming.before-birth':
    'Việc đặt tên ngày {date} diễn ra trước khi {figure} sinh ra ({born}). Hãy kiểm tra ngày nghị quyết và xem có nhầm nhân vật không.',
  'naming.while-living':
    'Việc đặt tên ngày {date} diễn ra khi {figure} còn sống (mất {died}). Hãy kiểm tra ngày nghị quyết và xem có nhầm nhân vật không.',

  'entry.no-name':
    'Mục từ chưa có tên nào. Hãy ghi ít nhất tên chính thức, ví dụ: names: rồi xuống dòng “- {{ text: Đường Lê Lợi, locale: vi, kind: official }}”.',
  'entry.no-source':
    'Mục từ chưa có nguồn nào. Hãy ghi ít nhất một nguồn trong sources, ví dụ: “- {{ id: s1, title: Nghị quyết 10/NQ-HĐND }}”.',
  'name.breaks':
    'Chỗ được xuống dòng “{breaks}” không khớp tên “{name}”. Hãy chép nguyên tên, rồi chỉ thêm dấu | vào nơi biển được ngắt dòng; nơi tên có dấu cách thì | đứng giữa hai dấu cách.',
  'name.trailing-punctuation': 'Tên “{name}” thừa dấu câu ở cuối. Hãy xóa dấu đó.',
  'name.title-marks':
    'Tiêu đề viết “{found}” nhưng tên trong entry.yaml là “{name}”: chỉ khác dấu. Hãy sửa cho khớp; nếu cách viết kia cũng đúng thì thêm vào names với kind: other.',
  'name.mention-marks':
    'Ở đây viết “{found}” nhưng tên đúng là “{name}”: chỉ khác dấu. Hãy sửa cho khớp; nếu cách viết kia cũng đúng (ví dụ trong tài liệu cũ) thì thêm vào names của mục từ với kind: other.',
  'name.tone-placement':
    'Ở đây đặt dấu thanh là “{found}”, còn tên chính thức ghi “{name}”. Nên viết thống nhất như tên chính thức.',
  'slug.not-from-name':
    'Tên thư mục “{slug}” không khớp với tên “{name}”. Nên đặt là “{expected}” (có thể thêm gạch nối và chữ để phân biệt tên trùng); địa chỉ đã công bố thì ghi vào formerSlugs.',
  'slug.taken':
    'Địa chỉ cũ “{slug}” trong formerSlugs đã thuộc về {owner}. Mỗi địa chỉ chỉ dẫn tới một mục từ; hãy bỏ ở một nơi.',

  'extent.not-metres':
    'Mục “{key}” phải là số mét, không kèm chữ. Đang ghi “{value}”. Ví dụ: 1,22 km ghi là 1220; 9,5 m ghi là 9.5.',
  'extent.absurd':
    'Mục “{key}” là {value} mét, không hợp lý (phải lớn hơn 0 và không quá {most}). Hãy kiểm tra đơn vị: đây phải là mét.',
  'extent.same-ends':
    'Điểm đầu và điểm cuối của đường đều là “{end}”. Hãy tra lại nghị quyết đặt tên và sửa một trong hai.',
  'extent.ends-at-itself':
    'Đường không thể bắt đầu hay kết thúc ở chính nó (“{end}”). Hãy ghi tên đường hoặc địa điểm khác ở đầu ấy.',
  'street.same-figure':
    'Đường này và {street} cùng mang tên {figure} trong một đơn vị hành chính (mã {code}). Mỗi nhân vật chỉ nên có một đường; hãy kiểm tra lại.',
  'unit.unknown':
    'Không có xã, phường nào mang mã {code} trong content/admin-units.csv. Hãy kiểm tra mã (đủ số 0 ở đầu, đặt trong ngoặc kép, ví dụ "05986") hoặc thêm đơn vị vào tệp đó.',
  'unit.not-yet-valid':
    '{name} (mã {code}) chỉ có từ {validFrom}, nhưng ở đây ghi cho ngày {date}. Hãy sửa ngày from, hoặc dùng mã của đơn vị có vào ngày ấy.',
  'unit.abolished':
    '{name} (mã {code}) đã hết hiệu lực từ {validTo}, nhưng ở đây còn ghi cho ngày {date}. Hãy ghi thêm ngày kết thúc to, và thêm một dòng cho đơn vị mới.',
  'unit.twice':
    'Mã {code} đã có ở dòng {other} với thời gian trùng nhau. Mỗi mã trong một ngày chỉ thuộc một đơn vị; hãy sửa valid_from, valid_to.',
  'unit.successor-unknown':
    'Đơn vị {code} ghi được nhập vào {successor}, nhưng không có mã {successor} trong tệp. Hãy sửa mã hoặc thêm đơn vị đó.',
  'shapes.unreadable':
    'Tệp bản đồ không đọc được ({detail}). Mỗi đơn vị phải là một Feature GeoJSON có properties.code và geometry kiểu MultiPolygon.',
  'shapes.unknown-unit':
    'Tệp bản đồ vẽ đơn vị {code}, nhưng content/admin-units.csv không có mã này. Hãy sửa mã, hoặc thêm đơn vị.',
  'position.out-of-range':
    'Toạ độ {lat}, {lon} không có trên Trái Đất. Vĩ độ (lat) từ -90 đến 90, kinh độ (lon) từ -180 đến 180; ví dụ: lat 21.853, lon 106.761.',
  'position.swapped':
    'Toạ độ {lat}, {lon} có vẻ ghi ngược. Hãy đổi chỗ: ở Việt Nam vĩ độ (lat) là số nhỏ, kinh độ (lon) là số lớn; ví dụ: lat 21.853, lon 106.761.',
  'position.half':
    'Chỉ có một trong hai số của toạ độ. Hãy ghi đủ lat và lon, hoặc để trống cả hai.',

  'source.unknown':
    'Nguồn “{id}” không có trong mục sources của entry.yaml (đang có: {known}). Hãy sửa ký hiệu hoặc thêm nguồn.',
  'source.twice': 'Ký hiệu nguồn “{id}” dùng cho hai nguồn. Hãy đặt ký hiệu khác cho nguồn sau.',
  'source.no-title':
    'Nguồn “{id}” chưa có tên tài liệu (title). Ví dụ: title: Nghị quyết 10/NQ-HĐND ngày 07/7/2022.',
  'source.never-cited':
    'Nguồn “{id}” không được dẫn ở đâu. Hãy thêm [^{id}] vào sau câu dựa vào nguồn này, hoặc bỏ nguồn.',
  'source.attests-no-number':
    'Nguồn “{id}”: trong attests, “{text}” không có chữ số nào nên không đối chiếu được. Hãy ghi năm hoặc con số bằng chữ số, ví dụ: attests: ["1779", "500"], hoặc bỏ đi.',
  'source.general-knowledge':
    'Mục từ đã thẩm định nhưng nguồn “{id}” mới là hiểu biết chung. Hãy thay bằng tài liệu cụ thể, hoặc đưa về review: {{ state: pending }}.',
  'settlement.twice': 'Điểm “{point}” được ghi là đã đối chiếu hai lần. Hãy giữ một dòng.',
  'review.open-points':
    'Mục từ đã thẩm định nhưng còn điểm chưa đối chiếu: “{point}”. Hãy đối chiếu ở phòng Thẩm định, hoặc đưa về review: {{ state: pending }}.',
  'image.no-credit':
    'Ảnh thiếu mục “{key}”. Ảnh nào cũng phải ghi tác giả (author) và giấy phép (licence), ví dụ: author: Nguyễn Văn A, licence: CC BY-SA 4.0.',
  'image.no-alt':
    'Ảnh {image} chưa có lời mô tả bằng ngôn ngữ “{locale}” cho người khiếm thị. Hãy ghi thêm trong alt, ví dụ: alt: {{ {locale}: … }}; ảnh chỉ để trang trí thì ghi decorative: true.',
  'image.missing':
    'Không tìm thấy ảnh {image} trong thư mục của mục từ. Hãy chép tệp ảnh vào, hoặc sửa tên (đúng cả chữ hoa, chữ thường).',
  'image.not-listed':
    'Ảnh {image} chưa được ghi trong mục images của entry.yaml nên không hiện ra. Hãy thêm mô tả, tác giả và giấy phép, hoặc xóa tệp.',
  'image.twice':
    'Ảnh {image} giống hệt {other}. Một trong hai mục từ có thể đang dùng nhầm ảnh; hãy kiểm tra.',
  'audio.missing':
    'Không tìm thấy tệp ghi âm {audio} trong thư mục của mục từ. Hãy chép tệp vào, hoặc sửa tên (đúng cả chữ hoa, chữ thường).',
  'audio.unknown-locale':
    'Bản ghi âm ghi ngôn ngữ “{locale}” mà trang không có (đang có: {offered}). Hãy sửa ngôn ngữ, hoặc thêm vào site.yaml.',
  'audio.twice': 'Ngôn ngữ “{locale}” có hai bản ghi âm, trang chỉ phát một. Hãy bỏ bớt một bản.',
  'audio.not-listed':
    'Tệp ghi âm {audio} chưa được ghi trong mục audio của entry.yaml nên không phát được. Hãy thêm ngôn ngữ, người đọc và giấy phép, hoặc xóa tệp.',
  'link.unknown-entry':
    'Liên kết “{link}” dẫn tới mục từ không có. Hãy kiểm tra tên, ví dụ: figures/le-loi trong entry.yaml hay /vi/figures/le-loi trong bài.',
  'link.to-itself':
    'Mục “{key}” chỉ tới chính mục từ này ({entry}). Hãy bỏ hoặc thay bằng mục từ khác.',

  'walk.too-few-stops':
    'Tuyến đi bộ cần ít nhất hai điểm dừng trong mục stops. Hãy thêm điểm, mỗi điểm là một mục từ đã có.',
  'walk.stop-twice': 'Điểm dừng {entry} có hai lần trong mục stops. Hãy bỏ một lần.',
  'walk.stop-no-place':
    'Điểm dừng {entry} không phải là một nơi: danh nhân và tuyến đi bộ không thể là điểm dừng. Hãy chọn đường, di tích hay địa điểm.',
  'walk.stop-withheld':
    'Điểm dừng {entry} đang được giữ kín nên không hiện trên trang của tuyến. Hãy bỏ điểm này, hoặc công bố mục từ đó.',
  'header.missing':
    'Bài thiếu phần đầu. Dòng thứ nhất phải là ba gạch “---”, rồi title, summary, và ba gạch “---” đóng lại.',
  'header.unclosed':
    'Phần đầu bài chưa đóng. Hãy thêm một dòng ba gạch “---” sau các dòng title, summary, revision.',
  'header.line':
    'Phần đầu bài chỉ nhận các dòng dạng “tên: giá trị”, mỗi mục một dòng. Dòng sai: “{text}”. Nếu đây là phần sau của dòng trên, hãy nối lại thành một dòng.',
  'header.quotes':
    'Mục “{key}” mở ngoặc kép mà đóng chưa đúng. Hãy bỏ dấu ngoặc kép ở đầu, hoặc đóng ở cuối dòng và viết \\" cho ngoặc kép bên trong.',
  'text.no-title': 'Bài chưa có tiêu đề. Hãy ghi ở phần đầu, ví dụ: title: Đường Lê Lợi.',
  'text.no-summary':
    'Bài chưa có tóm tắt. Hãy ghi ở phần đầu một hai câu đọc trong 20 giây: summary: …',
  'text.no-body': 'Bài chưa có thân bài. Hãy viết ít nhất một đoạn có dẫn nguồn.',
  'text.title-too-long': 'Tiêu đề dài {count} ký tự, quá {most}. Hãy rút gọn.',
  'text.summary-too-long':
    'Tóm tắt dài {count} ký tự, quá {most}. Hãy rút gọn và đưa phần còn lại vào thân bài.',
  'text.body-too-long':
    'Thân bài dài {count} ký tự, quá {most}. Hãy rút gọn hoặc tách thành mục từ khác.',
  'text.title-punctuation': 'Tiêu đề “{title}” thừa dấu câu ở cuối. Hãy xóa dấu đó.',
  'text.truncated':
    'Câu cuối có vẻ bị cắt giữa chừng: “{end}”. Hãy viết cho hết câu và kết thúc bằng dấu chấm.',
  'text.no-citation':
    'Đoạn này chưa dẫn nguồn: “{text}”. Hãy thêm ký hiệu nguồn vào cuối ý, ví dụ: [^s1].',
  'text.marks-left':
    'Dấu đánh chữ đậm, chữ nghiêng hoặc gạch bỏ ở “{text}” sẽ hiện nguyên trên trang. Hãy bỏ dấu cách ở phía trong dấu, thêm dấu cách ở phía ngoài, hoặc để dấu ngoặc kép, dấu câu ra ngoài: “**chữ đậm**”. Muốn hiện đúng dấu ấy thì viết \\*.',
  'text.indented-code':
    'Đoạn “{text}” lùi vào từ bốn dấu cách trở lên nên trang hiện thành mã máy tính, trên một dòng dài. Hãy bỏ các dấu cách ở đầu dòng.',
  'text.year-as-list':
    'Dòng “{text}” mở đầu bằng một số và dấu chấm nên thành mục của danh sách đánh số. Hãy viết “Năm 1986, …”, hoặc viết \\ trước dấu chấm: 1986\\.',
  'text.product-as-italic':
    'Dấu * trong “{text}” làm chữ nghiêng và biến mất khỏi trang. Phép nhân và kích thước hãy viết bằng dấu ×.',
  'text.raw-html':
    'Bài có mã HTML: {html}. Trang không hiện mã HTML; hãy viết bằng Markdown, ví dụ **chữ đậm**, hoặc viết &lt; thay cho dấu nhỏ hơn.',
  'text.remote-image':
    'Ảnh “{address}” không nằm trong thư mục của mục từ. Hãy tải ảnh về (nếu giấy phép cho phép), đặt cạnh bài và ghi tên tệp, ví dụ: cover.jpg.',
  'text.unsafe-address':
    'Địa chỉ “{address}” không được phép. Liên kết phải bắt đầu bằng https://, http://, mailto:, tel:, / hoặc #.',
  'text.withheld-unclosed':
    'Đoạn ::withheld chưa đóng nên mọi chữ phía sau đều bị giấu. Hãy thêm hai dấu hai chấm “::” vào cuối đoạn cần giấu.',
  'text.withheld-misspelt':
    'Dấu giấu đoạn viết sai nên chữ có thể lộ ra: “{text}”. Viết đúng là “::withheld … ::”.',
  'text.withheld-in-header':
    'Mục “{key}” có dấu ::withheld. Tiêu đề và tóm tắt luôn công khai; hãy đưa phần cần giấu vào thân bài.',
  'text.based-on-missing':
    'Bản dịch chưa ghi dịch từ lần sửa nào của bài gốc. Hãy thêm vào phần đầu, ví dụ: basedOn: {number} (số revision hiện nay trong {source}.md).',
  'text.based-on-in-source': 'Bài gốc không dịch từ bài nào. Hãy bỏ dòng basedOn.',
  'text.based-on-above':
    'basedOn ghi {basedOn} nhưng {source} mới tới lần sửa {number}. Hãy ghi số không lớn hơn {number}.',
  'text.unsupported-number':
    'Bài ghi số {number}, nhưng không nguồn nào của mục từ chứng thực số ấy và dữ kiện cũng không có. Hãy đối chiếu lại; đúng thì thêm số ấy vào con số chứng thực (attests) của nguồn có ghi, sai thì sửa bài.',
  'text.numbers-differ':
    'Các con số không khớp với {source} (lần sửa {number}). Bản dịch thiếu: {missing}. Bản dịch có thêm: {added}. Hãy so lại từng số với bài gốc và sửa bên viết sai.',
  'text.same-sentence':
    'Câu “{text}” đã có nguyên văn trong {other}. Hãy viết lại câu ở một trong hai bài cho hợp với riêng mục từ ấy, hoặc bỏ đi và dẫn liên kết sang bài kia.',
  'text.summary-repeats-title':
    'Tóm tắt “{summary}” gần như chỉ nhắc lại tiêu đề. Hãy nói thêm điều người đứng trước biển cần biết: đây là gì, mang tên ai, vì sao.',
  'text.traditional-characters':
    'Bài chữ Trung giản thể có chữ phồn thể: {characters}. Hãy đổi sang chữ giản thể; tên riêng viết bằng chữ Hán cũ thì ghi vào names của entry.yaml với locale: zh-Hant.',

  'csv.syntax':
    'Bảng CSV hỏng ở gần dòng này, thường do dấu ngoặc kép không khớp. Hãy mở bằng bảng tính và lưu lại dạng CSV UTF-8. Chi tiết kỹ thuật: {reason}',
  'csv.columns':
    'Dòng tiêu đề của bảng không đúng. Cần: {expected}. Đang có: {found}. Các cột phải đủ, đúng tên, đúng thứ tự và cách nhau bằng dấu phẩy.',
  'csv.cells':
    'Dòng này có {found} ô, nhưng bảng có {expected} cột. Nếu trong ô có dấu phẩy, hãy đặt cả ô trong ngoặc kép.',
  'sign.code-malformed':
    'Mã biển “{code}” không đúng dạng: phải là sáu ký tự viết hoa, không có 0, O, 1, I, L, ví dụ 7K3QXC.',
  'sign.code-check-character':
    'Mã biển {code} sai ký tự kiểm tra: có một ký tự gõ nhầm hoặc hai ký tự đổi chỗ. Hãy đối chiếu với mã in trên biển.',
  'sign.code-reserved':
    'Mã biển {code} trùng với một địa chỉ cố định của trang nên không dùng được. Hãy cấp mã khác.',
  'sign.code-twice':
    'Mã biển {code} đã có ở dòng {other}. Mỗi mã chỉ thuộc một biển mãi mãi; hãy cấp mã mới cho biển sau.',
  'sign.code-unknown':
    'Cột “{key}” ghi mã {code}, nhưng mã này không có trong signs/register.csv. Hãy kiểm tra mã, hoặc cấp mã trước.',
  'sign.entry-unknown':
    'Biển dẫn tới mục từ “{entry}” không có trong content/. Hãy sửa tên, ví dụ: streets/le-loi, hoặc tạo mục từ đó.',
  'event.before-issue':
    'Biển {code} ghi “{what}” ngày {on}, trước ngày cấp mã ({issuedOn}). Hãy kiểm tra lại ngày.',
  'event.after-end':
    'Biển {code} ghi “{what}” ngày {on}, sau khi đã thôi dùng ({state}). Biển mới phải mang mã mới; hãy kiểm tra lại.',
  'event.no-successor':
    'Biển {code} đã thay (replaced) nhưng chưa ghi biển thay thế. Hãy ghi mã của biển mới vào cột successor.',
  'legacy.address-twice':
    'Địa chỉ cũ “{address}” đã có ở dòng {other}. Mỗi địa chỉ chỉ dẫn tới một mục từ; hãy bỏ một dòng.',
  'plan.steps-reversed':
    'Bước {step} ({day}) đến trước bước {earlier} ({earlierDay}). Các bước phải theo thứ tự compiled_by, approved_by, printed_by, installed_by; hãy sửa ngày.',
  'plan.not-the-register':
    'Kế hoạch ghi {target} biển cho {subject} ở đơn vị {unit}, sổ biển có {count}. Hãy sửa cột target, thêm dòng, hoặc cấp thêm mã trong signs/register.csv.',
  'template.syntax':
    'Tệp mẫu không phải JSON đúng: {detail}. Hãy lấy lại bản trước, hoặc nhờ người làm mẫu sửa.',
  'template.wrong':
    'Mẫu sai ở “{path}”: {detail}. Hãy sửa chỗ ấy; templates/placard-150x200.json là một mẫu đúng.',
  'template.other-name':
    'Mẫu tự xưng là “{id}” nhưng tệp mang tên khác. Hãy đổi tên tệp hoặc mục id cho giống nhau.',
} as const satisfies Record<CheckRule, string>

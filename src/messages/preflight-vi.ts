/** What preflight says, in Vietnamese, the source language: what is wrong, then the cure. */
import type { PreflightFault } from '../domain/preflight.ts'

export const preflightVi: Record<PreflightFault, string> = {
  'QR-01.form':
    'Mã QR chứa “{payload}”, không đúng dạng HTTPS://TÊN-MIỀN/MÃ viết hoa. Hãy tạo lại biển từ hệ thống.',
  'QR-01.check':
    'Mã biển {code} sai ký tự kiểm tra nên chưa từng được cấp. Hãy đối chiếu với sổ biển rồi tạo lại.',
  'QR-01.origin':
    'Tên miền {host} không được phép in lên biển (được phép: {allowed}). Hãy đặt đúng STELE_ORIGIN rồi tạo lại.',
  'QR-01.other':
    'Mã QR dẫn đến {payload}, còn biển này phải là {wanted}. Hãy thay đúng mã của biển.',
  'QR-01.unknown': 'Mã {code} không có trong sổ biển. Hãy cấp mã trước khi in.',
  'QR-01.ended': 'Biển {code} đã thôi dùng. Không in lại mã này; hãy cấp mã mới cho vị trí ấy.',
  'QR-02.version': 'Mã QR phiên bản {version} quá dày (tối đa {most}). Hãy rút ngắn tên miền.',
  'QR-02.level': 'Mức sửa lỗi {level} quá thấp cho biển ngoài trời. Hãy tạo mã mức Q hoặc H.',
  'QR-02.pinned':
    'Mã QR ({measured}) khác mã đã in lần đầu ({first}). Hãy in lại đúng mã cũ đã lưu trong sổ.',
  'QR-03.small':
    'Ô vuông của mã rộng {module} mm, cần ít nhất {least} mm: chỉ quét được từ {metres} m thay vì {wanted} m. Hãy chọn mẫu lớn hơn hoặc treo gần người quét hơn.',
  'QR-03.tight':
    'Ô vuông của mã rộng {module} mm chỉ vừa đủ để quét từ {wanted} m; khi biển cũ đi sẽ khó quét. Nên chọn mẫu lớn hơn.',
  'QR-04.unread':
    'Không đủ hai trong ba bộ giải mã đọc được mã QR ({how}); phải đọc ra {payload}, đọc được: {read}. Hãy bỏ những gì che hoặc làm mờ mã.',
  'QR-05.modules':
    '{count} trong {of} ô của mã không đúng với địa chỉ: có hình đè lên hoặc mã bị sửa. Hãy bỏ hình đè và tạo lại mã.',
  'QR-05.encoder':
    'Bộ mã hóa thứ hai cho ra mã khác ở {count} ô. Đừng in; hãy báo cho người phụ trách phần mềm.',
  'QR-06.damage':
    'Mã không còn đọc được khi bị hư hại nhẹ ({how}). Hãy bỏ hình che mã, dùng mức sửa lỗi cao hơn hoặc ô lớn hơn.',
  'QR-07.silent':
    'Trang web trả lời {address} bằng {answer} (– nghĩa là: quá 5 giây không trả lời), phải trả lời 200. Hãy chạy trang web, công bố mục từ hoặc sửa --site rồi kiểm tra lại.',
  'QR-07.language':
    'Mặt biển hứa ngôn ngữ {locale}, nhưng {address} trả lời bằng {answered}. Hãy công bố bài viết bằng ngôn ngữ ấy, hoặc in mặt biển không có nó.',
  'QR-07.name':
    'Mặt biển ghi “{name}”, còn tiêu đề của {address} là “{shown}”. Hãy công bố đúng tên sẽ in, hoặc tạo lại mặt biển.',
  'QR-07.unasked':
    'Chưa ai hỏi trang web xem địa chỉ có trả lời bằng {languages} hay không. Hãy kiểm tra lại khi trang web đang chạy (--site), hoặc có người mở địa chỉ ấy rồi ký nhận.',
  'QR-08.pages':
    'Tệp có {count} trang. Mỗi biển là một trang, một địa chỉ: hãy gửi mỗi biển một tệp riêng.',
  'QR-08.other':
    'Trên trang {page} còn một mã khác ở vị trí {x}, {y} mm tính từ góc trên bên trái, nội dung “{says}”. Mỗi biển chỉ có một địa chỉ: hãy bỏ mã kia.',
  'QZ-01.quiet':
    'Vùng trắng quanh mã chỉ rộng {modules} ô (vướng: {what}), phải đủ 4 ô. Hãy dời vật đó ra hoặc thu nhỏ mã.',
  'QZ-02.panel': 'Dưới mã không có nền trắng phủ kín cả vùng trắng. Hãy thêm nền trắng 0/0/0/0.',
  'QZ-02.text': 'Chữ “{text}” lấn lên nền trắng của mã. Hãy dời chữ ra ngoài.',
  'CO-01.inks':
    'Mã phải in bằng 0/0/0/100 trên nền 0/0/0/0, hiện là {inks}. Hãy đổi lại màu của mã và nền.',
  'CO-01.reversed':
    'Mã in sáng trên nền tối ({inks}), nhiều điện thoại không đọc được. Hãy in mã đen trên nền trắng.',
  'CO-02.contrast':
    'Độ tương phản dự kiến của mã là {contrast} %, cần ít nhất 70 %. Hãy dùng mực đen trên nền trắng.',
  'CO-02.low':
    'Độ tương phản dự kiến của mã là {contrast} %, nên từ 80 % trở lên để còn bền theo năm tháng.',
  'CO-03.heavy':
    'Có chỗ tổng lượng mực {ink} %, vật liệu chỉ chịu {most} %. Hãy giảm mực của màu đó.',
  'CO-03.rgb': 'Tệp dùng màu RGB ({what}). Hãy chuyển mọi màu sang CMYK, riêng đen là 0/0/0/100.',
  'CO-03.plate':
    'Tệp in trên bản màu “{plate}” mà mặt biển này không có. Hãy đặt lại đúng tên theo mẫu, hoặc bỏ đi.',
  'CO-04.faint':
    'Chữ “{text}” chỉ tương phản {ratio}:1 với nền, nên có {least}:1. Hãy đổi màu chữ hoặc nền.',
  'CO-05.see-through':
    'Trên mặt biển có thứ trong suốt ({what}). Hãy làm phẳng, hoặc xuất lại mặt biển từ hệ thống.',
  'TX-01.form':
    'Chữ “{text}” ({field}) có dấu rời, khoảng trắng thừa hoặc ký tự ẩn. Hãy gõ lại bằng Unicode dựng sẵn.',
  'TX-02.missing':
    'Phông {font} không có chữ “{character}” trong “{text}” nên sẽ in ra ô trống. Hãy dùng chữ khác hoặc phông khác.',
  'TX-03.small':
    'Chữ “{text}” cỡ {size} mm, nhỏ hơn mức {least} mm của mẫu. Hãy rút ngắn hoặc chọn mẫu lớn hơn.',
  'TX-03.sign-off':
    'Chữ “{text}” cỡ {size} mm, dưới {least} mm thì phải có người ký nhận. Hãy rút ngắn, chọn mẫu lớn hơn, hoặc ghi tên người ký nhận.',
  'TX-04.touch': 'Chữ “{text}” chạm vào chữ hoặc đường khác {other}. Hãy rút ngắn hoặc dời đi.',
  'TX-05.safe': 'Chữ “{text}” nằm ngoài lề an toàn, có thể bị cắt mất. Hãy dời vào trong.',
  'TX-05.bleed':
    'Mảng màu chỉ tràn {reach} mm ra ngoài đường cắt, cần {bleed} mm. Hãy kéo mảng màu ra hết phần tràn.',
  'TX-06.small':
    'Chữ tên cao {height} mm, biển tên đường cần ít nhất 60 mm. Hãy rút ngắn tên hoặc dùng biển lớn hơn.',
  'TX-07.words':
    'Chữ trên trang không đúng với mục từ (thừa: “{more}”; thiếu: “{less}”). Hãy tạo lại mặt biển từ hệ thống.',
  'TX-07.shown':
    'Chữ “{text}” hiện ra không đúng: bản {plate} lệch đến {most} % ở vị trí {x}, {y} mm tính từ góc trên bên trái, trên {width} × {height} mm. Hãy bỏ hình che chữ, hoặc tạo lại mặt biển.',
  'SZ-01.template':
    'Tệp ghi làm theo mẫu {subject}, nhưng biển này đặt theo mẫu {wanted}. Hãy làm mặt biển theo mẫu ấy, hoặc sửa sổ biển.',
  'SZ-01.scale':
    'Mã rộng {size} mm ở vị trí {x}, {y} mm tính từ góc trên bên trái; theo mẫu là {wanted} mm ở {wantedX}, {wantedY} mm. Hãy xuất đúng 1:1 và không dời gì.',
  'GE-01.hole':
    'Lỗ khoan ở ({x}, {y}) chỉ cách mép {edge} mm, cần {least} mm kẻo nứt. Hãy dời lỗ vào trong.',
  'GE-01.text': 'Chữ “{text}” quá gần lỗ khoan. Hãy dời chữ cách mép lỗ ít nhất 3 mm.',
  'GE-01.cut': 'Đường cắt không gia công được ({what}). Hãy vẽ một đường khép kín, góc bo từ 2 mm.',
  'GE-01.missing':
    'Thiếu đường {plate} ở vị trí {x}, {y} mm ({width} × {height} mm). Hãy đặt lại, bằng màu pha đúng tên ấy.',
  'GE-01.extra':
    'Đường {plate} ở vị trí {x}, {y} mm ({width} × {height} mm) không có trong mẫu. Hãy bỏ đi, kẻo máy chạy theo.',
  'GE-01.changed':
    'Đường {plate} ở vị trí {x}, {y} mm ({width} × {height} mm) không đúng với mẫu: chỗ, hình, độ dày, độ đậm, nét đứt, hoặc không khép kín. Hãy vẽ lại như cũ.',
  'IM-01.image': 'Ảnh dùng hệ màu {what}. Hãy chuyển ảnh sang CMYK, đủ độ phân giải, có ghi nguồn.',
  'IM-01.coarse': 'Ảnh chỉ có {ppi} điểm ảnh mỗi inch, cần {least}. Hãy đặt ảnh đủ độ phân giải.',
  'IM-01.code':
    'Mã là một ảnh {width} × {height} điểm ảnh. Hãy vẽ mã bằng nét; không tự tạo lại mã.',
  'PF-01.structure':
    'Tệp chưa đạt PDF/X-4: {what}. Hãy xuất lại tệp từ hệ thống hoặc theo chuẩn PDF/X-4.',
  'PF-02.unreadable': 'Không đọc được tệp PDF ({reason}). Hãy gửi lại tệp nguyên vẹn.',
  'PF-02.fonts':
    'Phông {font} không được nhúng trong tệp. Hãy nhúng phông hoặc chuyển chữ thành nét.',
  'PF-02.boxes': 'Khổ thành phẩm là {size} mm, mẫu là {wanted} mm. Hãy xuất lại đúng khổ 1:1.',
  'PF-02.bleed':
    'Phần tràn lề là {bleed} mm, cần {least} mm. Hãy đặt TrimBox, BleedBox và kéo nền ra ngoài.',
  'PF-02.crop': 'CropBox cắt trang vào trong phần tràn lề (chỉ còn {reach} mm). Hãy bỏ CropBox.',
  'PF-03.differ':
    'PDF và SVG của cùng một biển khác nhau {share} % (ô tệ nhất {tile} %). Đừng in; hãy báo cho người phụ trách phần mềm.',
  'PF-04.bytes':
    'Tạo lại cùng một biển ra tệp khác. Đừng in; hãy báo cho người phụ trách phần mềm.',
  'PF-05.face':
    'Mặt biển không phải mặt đã làm cho biển này: bản {plate} lệch đến {most} % ở vị trí {x}, {y} mm tính từ góc trên bên trái, trên {width} × {height} mm. Hãy in đúng tệp đã giao.',
  'PF-05.parts': 'Tệp được làm khác với tệp đã giao: {what}. Hãy in đúng tệp đã giao.',
  'PF-05.unseen':
    'Trang được vẽ khác với tệp đã giao, tuy nhìn vẫn giống: {what}. Hãy in đúng tệp đã giao.',
  'PF-06.heavy':
    'Tệp đòi hỏi nhiều hơn một tệp in của một biển cần ({what}) nên không được xem. Hãy xuất lại từ hệ thống.',
  'RV-01.unapproved':
    'Nội dung trên biển chưa được thẩm định và công bố. Hãy thẩm định mục từ trước khi in.',
  'RV-01.text':
    'Trên biển ghi “{text}”, khác với tên đã công bố: {published}. Hãy sửa cho đúng từng dấu.',
  'SV-01.svg': 'Tệp SVG chưa đạt: {what}. Hãy xuất lại từ hệ thống.',
  'SV-01.dxf': 'Tệp DXF chưa đạt: {what}. Hãy xuất lại từ hệ thống.',
}

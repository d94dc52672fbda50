/**
 * A workbook as a commune's clerk keeps it: a merged title, an empty row, headings of their own, 59 streets, two empty
 * rows among them, one street twice, and a sum below.
 */
import writeXlsxFile from 'write-excel-file/universal'

type Value = string | number | Date | null

export const CLERK_HEADINGS = [
  ...['STT', 'Tên đường, phố', 'Điểm đầu', 'Điểm cuối', 'Chiều dài (m)', 'Chiều rộng'],
  ...['Số NQ', 'Ngày ban hành', 'Phường/xã', 'Ghi chú'],
]

/** Streets there are in no province: names of trees and of numbers. */
const NAMES = [
  ...['Cây Đa', 'Cây Gạo', 'Cây Khế', 'Cây Lim', 'Cây Mai', 'Cây Mận', 'Cây Me', 'Cây Mít'],
  ...['Cây Na', 'Cây Nhãn', 'Cây Ổi', 'Cây Quế', 'Cây Sấu', 'Cây Sung', 'Cây Thị', 'Cây Thông'],
  ...['Cây Trám', 'Cây Trúc', 'Cây Vải', 'Cây Xoan', 'Suối Cạn', 'Suối Đá', 'Suối Mơ', 'Suối Reo'],
  ...['Đồi Chè', 'Đồi Cỏ', 'Đồi Hoa', 'Đồi Sim', 'Giếng Ngọc', 'Giếng Tiên', 'Bờ Đê', 'Bờ Hồ Mới'],
  ...['Cầu Mây', 'Cầu Tre', 'Chợ Gỗ', 'Chợ Lúa', 'Đình Cả', 'Đình Hạ', 'Đình Thượng', 'Gò Công'],
  ...['Hang Dơi', 'Hang Gió', 'Hồ Sen', 'Hồ Vuông', 'Lò Gạch', 'Lò Rèn', 'Ngõ Trầu', 'Nhà Dài'],
  ...['Núi Voi', 'Phiên Chợ', 'Rừng Thông', 'Sân Bóng', 'Thác Bạc', 'Thác Trắng', 'Vườn Đào'],
  ...['Vườn Hồng', 'Vườn Ươm', 'Xóm Mới'],
]
const LENGTHS: Value[] = ['1.250', '850m', '0,9 km', 640, '1.100', '475 m', 1200]
const WIDTHS: Value[] = ['9,5', '7,5', 12, '10,5']
const WARDS = [
  ...['Phường Kỳ Lừa', 'Phường Hoàng Văn Thụ', 'Phường Lương Văn Tri', 'Phường Tam Thanh'],
  ...['P. Đông Kinh', 'Phường Chi Lăng', 'Xã Mai Pha', 'Phường Vĩnh Trại'],
]

/** Row 46 is the street of row 12 again, in capitals. */
export async function clerkWorkbook(): Promise<File> {
  const streets = NAMES.map((name, i): Value[] => {
    const dates: Value[] = [new Date('2014-12-11T00:00:00Z'), '11/12/2014', '2002', '7/7/2022']
    return [
      i + 1,
      `Đường ${name}${i % 5 === 0 ? '\u00a0' : i % 7 === 0 ? '  ' : ''}`,
      `Ngã ba ${name} `,
      `Nhà văn hóa thôn ${(i % 9) + 1}\u00a0`,
      LENGTHS[i % LENGTHS.length] ?? null,
      WIDTHS[i % WIDTHS.length] ?? null,
      ['154/NQ-HĐND', '154/NQ-HĐND', '27/2002/NQ-HĐND', '10/NQ-HĐND'][i % 4] ?? null,
      dates[i % 4] ?? null,
      WARDS[i % WARDS.length] ?? null,
      i % 11 === 0 ? 'xem lại' : null,
    ]
  })
  const again = streets[8]!.map((value, i) => (i === 1 ? String(value).toUpperCase() : value))
  const rows = [
    ...streets.slice(0, 20),
    [],
    ...streets.slice(20, 41),
    again,
    [],
    ...streets.slice(41),
  ]
  const cell = (value: Value) =>
    value === null
      ? null
      : {
          value,
          type: value instanceof Date ? Date : typeof value === 'number' ? Number : String,
          ...(value instanceof Date && { format: 'dd/mm/yyyy' }),
        }
  const title = 'DANH SÁCH ĐƯỜNG, PHỐ TRÊN ĐỊA BÀN'
  const data = [
    [{ value: title, type: String, span: 10, fontWeight: 'bold' }, ...Array(9).fill(null)],
    [],
    CLERK_HEADINGS.map(cell),
    ...rows.map((row) => row.map(cell)),
    [{ value: 'Tổng cộng: 59 tuyến', type: String, span: 10 }, ...Array(9).fill(null)],
  ]
  const made = writeXlsxFile(data as unknown as Parameters<typeof writeXlsxFile>[0])
  const blob = await (made as { toBlob: () => Promise<Blob> }).toBlob()
  return new File([blob], 'duong-pho.xlsx')
}

export const CLERK_STREETS = NAMES.length

/** What the breaking of Vietnamese names goes by: family names, words for kinds of things, words that join. */

const words = (list: string) => list.trim().split(/\s+/)

/**
 * Family names of the peoples of Viet Nam: a name of three or more capitalised words that begins with one is taken for
 * a person's.
 */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  words(`
    an âu bạch bàng bành bảo bế bì bùi ca cam cao cát chu chế chung châu chúc cung cù cầm diệp doãn dương đàm đào đặng
    đậu đinh điêu đoàn đỗ đổng giang giàng giáp hà hạ hàn hàng hầu hồ hoàng hứa huỳnh kha khổng khuất khúc kiều kim la
    lã lại lâm lăng lê liễu lò lộc lục lương lường lưu lữ lý ma mã mạc mạch mai mông mùa nghiêm ngô nguyễn ngụy nhâm nhữ
    ninh nông ông phạm phan phí phó phùng phương quách quàng sầm sùng tạ tào tăng thạch thái thân thào thẩm thi tiêu tô
    tôn tống trà trần triệu trình trịnh trương từ ứng uông văn vàng vi viên võ vũ vương xa`),
)

/** The second word of a family name: `Tôn Thất | Thuyết`; or what joins it to a given name of two: `Nguyễn Thị | Minh Khai`. */
export const SECOND_OF_FAMILY: ReadonlySet<string> = new Set(words('thất nữ thị'))

/** Words that say what a thing is and stand before its name; the longest that fits is taken. */
export const KINDS_OF_THINGS: ReadonlySet<string> = new Set([
  ...words(
    'đường phố ngõ ngách hẻm kiệt cầu bến động hang ải đèo núi đồi đảo hồ suối sông thác vịnh',
  ),
  ...words(
    'đền đình chùa miếu phủ lăng nghè tháp thành lũy khu nhà tượng đài bia mộ chợ ga trường',
  ),
  ...words('làng bản hội tuyến tỉnh huyện xã phường thôn'),
  ...[
    'đại lộ',
    'quốc lộ',
    'tỉnh lộ',
    'quảng trường',
    'thung lũng',
    'nhà thờ',
    'thành cổ',
    'thành phố',
  ],
  ...[
    'pháo đài',
    'di tích',
    'khu di tích',
    'khu lưu niệm',
    'nhà lưu niệm',
    'nhà tù',
    'nhà máy',
    'thị xã',
  ],
  ...[
    'thị trấn',
    'bảo tàng',
    'thư viện',
    'công viên',
    'vườn hoa',
    'tượng đài',
    'nghĩa trang',
    'bệnh viện',
  ],
  ...['sân vận động', 'căn cứ', 'lễ hội', 'văn hóa'],
])

/** They begin a line rather than end one. */
export const JOINING: ReadonlySet<string> = new Set(words('và với của tại ở cùng do về'))

/** What is said of the size of a code to whoever plans where a sign hangs. */
import type { SizeKey } from '../domain/size-advice.ts'
import { fill } from '../domain/fill.ts'

const vi: Record<SizeKey, string> = {
  module: 'Đọc từ {distance} m: mỗi ô của mã rộng ít nhất {module} mm.',
  code: 'Mã phiên bản 3 (29 ô) kể cả vùng trắng: {box} mm mỗi cạnh.',
  fits: 'Mẫu vừa: {template}, ô {module} mm, đọc được từ {metres} m.',
  none: 'Không có mẫu nào vừa: hãy treo thấp hơn hoặc gần người quét hơn (mẫu lớn nhất đọc được từ {metres} m).',
  height: 'Nên treo để tâm mã cao 1,20–1,40 m.',
  'height-good': 'Tâm mã cao {height} m: vừa tầm người đứng, người ngồi xe lăn và trẻ em.',
  'height-off':
    'Tâm mã cao {height} m: nên ở 1,20–1,40 m. Từ {distance} m, máy phải ngước hoặc cúi {pitch} độ.',
  steep:
    'Góc {pitch} độ quá 40 độ, máy dễ không đọc được. Hãy treo thấp hơn hoặc để chỗ đứng xa hơn.',
}

const en: Record<SizeKey, string> = {
  module: 'Read from {distance} m: a module must be at least {module} mm wide.',
  code: 'A version 3 code (29 modules) with its light border: {box} mm on each side.',
  fits: 'Fits: {template}, module {module} mm, reads from {metres} m.',
  none: 'No template: hang it lower or nearer (the largest reads from {metres} m).',
  height: 'Hang it so that the middle of the code is 1.20 to 1.40 m high.',
  'height-good':
    'The middle of the code at {height} m suits people standing, in wheelchairs, and children.',
  'height-off':
    'The middle of the code at {height} m: better between 1.20 and 1.40 m. From {distance} m the telephone is held at {pitch} degrees.',
  steep:
    '{pitch} degrees is more than 40, and many telephones will fail. Hang it lower, or leave room to stand farther off.',
}

const CATALOGUES = { vi, en }
export type SizeLanguage = keyof typeof CATALOGUES

/**
 * One piece of advice as a sentence. Numbers come as text, with the digits they are meant to have; Vietnamese gets a
 * comma.
 */
export function sizeMessage(
  lang: SizeLanguage,
  key: SizeKey,
  values: Record<string, string> = {},
): string {
  return fill(CATALOGUES[lang][key], values, (value) =>
    lang === 'vi' && /^[\d.]+$/.test(value) ? value.replace('.', ',') : value,
  )
}

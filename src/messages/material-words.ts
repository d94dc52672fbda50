/** Materials, finishes and colours of templates, which name them in English, in the words of a Vietnamese workshop. */
const VI: Record<string, string> = {
  'aluminium composite 3 mm, white': 'tấm nhôm nhựa (aluminium composite) 3 mm, trắng',
  'aluminium composite 4 mm, white': 'tấm nhôm nhựa (aluminium composite) 4 mm, trắng',
  'galvanised steel 1.2 mm': 'thép mạ kẽm 1,2 mm',
  'enamelled steel 1.5 mm': 'thép tráng men 1,5 mm',
  'card 350 g/m², white': 'giấy bìa 350 g/m², trắng',
  'cast acrylic 4 mm, clear': 'mica đúc 4 mm, trong',
  'UV print': 'in UV',
  'UV print on the back': 'in UV lên mặt sau',
  'white ink last': 'mực trắng sau cùng',
  'bonded to the wall': 'dán lên tường',
  'vitreous enamel': 'men thủy tinh nung',
  'offset or digital print': 'in offset hoặc in kỹ thuật số',
  'matt laminate': 'phủ màng mờ',
  'matt anti-graffiti laminate': 'phủ màng mờ chống vẽ bậy',
  blue: 'xanh lam',
  black: 'đen',
  'clear coat': 'phủ lớp bảo vệ trong suốt',
}

/** What is not known here stays as the template says it. */
export function materialWords(language: 'vi' | 'en', text: string): string {
  return language === 'vi' ? (VI[text] ?? text) : text
}

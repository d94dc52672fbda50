import { describe, expect, test } from 'vitest'
import { piecesOf } from '../../src/press/face/line-breaks.ts'
import { madeOf, problemsOf, texts } from './placard-kit.ts'
import { linesOf, NAMES, running, templateOf, textsOn } from './template-cases.ts'

const template = templateOf('panel-600x900')
const names = NAMES['short'] ?? []
const panel = (change: Parameters<typeof madeOf>[0] = {}) =>
  madeOf({ template, names, ...running(names), ...change })

describe('running text', () => {
  test('is all there, in order, line after line', () => {
    const made = panel()
    const { intro, body } = running(names)
    const set = linesOf(made, 'body-en').join(' ')
    expect(set).toBe(body.flatMap(({ locale, text }) => (locale === 'en' ? text : [])).join(' '))
    expect(linesOf(made, 'intro-vi').join(' ')).toBe(intro[0]?.text)
    const chinese = body.flatMap(({ locale, text }) => (locale === 'zh-Hans' ? text : []))
    expect(linesOf(made, 'body-zh-Hans').join('').replaceAll(' ', '')).toBe(
      chinese.join('').replaceAll(' ', ''),
    )
  })

  test('has one size in all languages, at least 18 pt, and an introduction of at least 48 pt', () => {
    const runs = textsOn(panel())
    const sizes = (role: RegExp) =>
      new Set(runs.flatMap((run) => (role.test(run.role) ? run.size : [])))
    const [body, ...others] = [...sizes(/^body-|^intro-(?!vi)/)]
    expect(others).toEqual([])
    expect(body).toBeGreaterThanOrEqual((18 / 72) * 25.4)
    expect(Math.min(...sizes(/^intro-vi/))).toBeGreaterThanOrEqual((48 / 72) * 25.4 - 0.01)
  })

  test('begins no line with closing punctuation or a dash, and ends none with an opening bracket', () => {
    for (const width of [90, 120, 150, 200])
      for (const name of names) {
        const narrow = {
          ...template,
          ...bare,
          texts: [{ languages: 1, passages: [column(width)] }],
        }
        const made = panel({ template: narrow, names: [name], ...running([name]) })
        const lines = linesOf(made, `body-${name.locale}`)
        expect(lines.length).toBeGreaterThan(5)
        for (const line of lines) {
          expect(line).not.toMatch(/^[，。、；：！？）》”’」』,.;:!?)\]–—]/)
          expect(line).not.toMatch(/[（《“‘「『(]$/)
        }
      }
  })

  test('sets stacked marks clear of the line above', () => {
    const body = Array(3).fill({ locale: 'vi', text: `${'qgpyj ỄỘỮ ẪẬỠ '.repeat(12)}hết.` })
    const runs = textsOn(panel({ names: texts('Đường Lê Lợi'), body, intro: texts('Ngắn.') }))
    const lines = runs.filter(({ role }) => role === 'body-vi')
    expect(lines.length).toBeGreaterThan(6)
    for (const one of lines)
      for (const other of lines)
        if (other.x === one.x && other.y > one.y)
          expect(other.ink.y).toBeGreaterThan(one.ink.y + one.ink.height)
  })

  test('sets characters of another script in a font that has them', () => {
    const runs = textsOn(panel()).filter(({ role }) => role === 'body-vi')
    const han = runs.filter(({ font }) => font.startsWith('noto-sans-sc'))
    expect(han.map(({ text }) => text)).toEqual(['二清洞'])
  })

  test('breaks Khmer between words, though it has no spaces', () => {
    expect(piecesOf('ផ្លូវប៉ៃលិននៅខេត្ត').length).toBeGreaterThan(1)
    expect(piecesOf('ផ្លូវប៉ៃលិននៅខេត្ត').join('')).toBe('ផ្លូវប៉ៃលិននៅខេត្ត')
    const khmer = NAMES['Khmer'] ?? []
    const made = panel({ names: khmer, ...running(khmer) })
    expect(linesOf(made, 'body-km').length).toBeGreaterThan(3)
  })

  test('keeps spans of years and trailing dashes in one piece', () => {
    expect(piecesOf('năm 1076–1077 và Thái Họa – Bảo Đài')).toEqual([
      'năm ',
      '1076–1077 ',
      'và ',
      'Thái ',
      'Họa – ',
      'Bảo ',
      'Đài',
    ])
  })
})

describe('a panel', () => {
  const paragraphs = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      locale: 'vi',
      text: `Đoạn ${i + 1}. ${'Sông Thương chảy qua thung lũng này, giữa dãy núi đá vôi. '.repeat(5).trim()}`,
    }))
  const alone = { names: texts('Ải Chi Lăng'), intro: texts('Một thung lũng.') }

  test('prints the first paragraphs that fit at 24 pt, and says how many it left out', () => {
    const made = panel({ ...alone, body: paragraphs(12) })
    const [warning, ...others] = made.warnings
    expect(others).toEqual([])
    expect(warning).toMatchObject({ code: 'paragraphs-left-out', values: { of: 12 } })
    const printed = linesOf(made, 'body-vi').filter((line) => line.startsWith('Đoạn'))
    expect(printed).toHaveLength(Number(warning?.values['count']))
    const [body] = textsOn(made).filter(({ role }) => role === 'body-vi')
    expect(body?.size).toBeGreaterThanOrEqual((24 / 72) * 25.4)
  })

  test('goes below 24 pt only with a warning, and below 18 pt not at all', () => {
    const long = (times: number) => [
      { locale: 'vi', text: 'Sông Thương chảy qua. '.repeat(times).trim() },
    ]
    const made = panel({ ...alone, body: long(170) })
    expect(made.warnings.map(({ code }) => code)).toEqual(['text-below-sign-off'])
    expect(problemsOf({ template, ...alone, body: long(300) })).toEqual(['passage-too-long body'])
    const intro = [{ locale: 'vi', text: 'Sông Thương chảy qua. '.repeat(30).trim() }]
    expect(problemsOf({ template, ...alone, intro, body: long(2) })).toEqual([
      'passage-too-long intro',
    ])
  })

  test('leaves out a language without text, and is refused without its first', () => {
    const { intro, body } = running(names)
    const without = (locale: string) => ({
      intro: intro.filter((one) => one.locale !== locale),
      body: body.filter((one) => one.locale !== locale),
    })
    const made = panel(without('en'))
    expect(linesOf(made, 'body-en')).toEqual([])
    expect(linesOf(made, 'body-zh-Hans').length).toBeGreaterThan(3)
    expect(problemsOf({ template, names, ...without('vi') })).toEqual(['nothing-to-print'])
    expect(problemsOf({ template, names })).toEqual(['nothing-to-print'])
    expect(problemsOf({ template, names, intro })).toEqual(['nothing-to-print'])
  })

  test('is refused for text that cannot be set, saying which', () => {
    const body = [{ locale: 'vi', text: 'Chữ 𡨸喃' }]
    expect(problemsOf({ template, ...alone, body })).toEqual(['missing-glyph body-vi'])
    const decomposed = texts('Đường Lê Lợi'.normalize('NFD'))
    expect(problemsOf({ template, ...alone, body: decomposed })).toEqual(['not-nfc body-vi'])
  })
})

/** A tall face with one column of text and nothing else. */
const bare = {
  trim: [600, 3000] as [number, number],
  symbol: null,
  stacks: [],
  shapes: [],
  holes: [],
}

function column(width: number) {
  const passage = template.texts?.[0]?.passages[1]
  const flow = passage?.flows[0]
  if (!passage || !flow) throw new Error('a panel has body text')
  return {
    ...passage,
    flows: [{ ...flow, boxes: [[45, 45, width, 2900] as [number, number, number, number]] }],
  }
}

/** Every template of templates/ with every kind of name: nothing touches, nothing is too small, nothing is lost. */
import { describe, expect, test } from 'vitest'
import { contains, grown, overlap } from '../../src/press/face/geometry.ts'
import { makePlacard, type PlacardArtwork } from '../../src/press/files/placard-artwork.ts'
import { isProblems } from '../../src/press/face/problems.ts'
import { templateDigest, type Template } from '../../src/press/template/template.ts'
import { PLACARD_CATALOGUES, placardMessage } from '../../src/messages/placard-message.ts'
import { readPdf } from '../print/pdf-objects.ts'
import { fonts, INPUT, madeOf, problemsOf, templateJson, texts } from './placard-kit.ts'
import { LONG_NAMES, NAMES, running, TEMPLATES, templateOf, textsOn } from './template-cases.ts'
import { readTemplate } from '../../src/press/template/read-template.ts'

const MM = 72 / 25.4
const inputFor = (template: Template, names = NAMES['short'] ?? []) => ({
  template,
  names,
  captions: texts('Di tích quốc gia đặc biệt'),
  ...running(names),
})

/** Measured on the drawing, without the program's own check of collisions. */
function expectClear(made: PlacardArtwork, template: Template): void {
  const runs = textsOn(made)
  const face = { x: 0, y: 0, ...made.drawing.trim }
  for (const [i, run] of runs.entries()) {
    expect(contains(grown(face, -template.safe), run.ink), run.text).toBe(true)
    if (made.drawing.symbolBox) expect(overlap(run.ink, made.drawing.symbolBox)).toBe(false)
    for (const other of runs.slice(i + 1))
      if (other.y !== run.y)
        expect(overlap(grown(run.ink, 0.99 * template.textGap), other.ink), other.text).toBe(false)
  }
}

/** Least em in mm of whatever has this role; for capitals, their height. */
function leastOf({ stacks, texts: choices = [] }: Template, role: string) {
  const line = stacks.flatMap(({ lines }) => lines).find(({ bind }) => bind === role)
  if (line) return { least: line.size[1], isCapitals: line.measure === 'capitals' }
  const [bind] = role.split('-')
  const sizes = choices
    .flatMap(({ passages }) => passages)
    .filter(({ flows }) => flows.some(({ parts }) => parts.some((part) => part.bind === bind)))
  return { least: Math.min(...sizes.map(({ size }) => size[1])), isCapitals: false }
}

function expectLargeEnough(made: PlacardArtwork, template: Template): void {
  for (const run of textsOn(made)) {
    const { least, isCapitals } = leastOf(template, run.role)
    const height = isCapitals ? run.size * (fonts.get(run.font)?.capHeight ?? 0) : run.size
    expect(height, `${run.role} ${run.text}`).toBeGreaterThanOrEqual(least - 0.01)
    expect(run.size).toBeGreaterThanOrEqual(template.rules.text - 0.01)
  }
}

describe.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s',
  (_id, template) => {
    test.each(Object.entries(NAMES))('holds %s names', (_name, names) => {
      const made = madeOf(inputFor(template, names))
      expectClear(made, template)
      expectLargeEnough(made, template)
    })

    test.each(Object.entries(LONG_NAMES))('holds %s, or says what is too long', (_name, names) => {
      const made = makePlacard({ ...INPUT, ...inputFor(template, names) })
      if (!isProblems(made)) {
        expectClear(made, template)
        expectLargeEnough(made, template)
        return
      }
      for (const problem of made) {
        expect(['name-too-long', 'text-too-long', 'text-too-tall', 'no-kind-word']).toContain(
          problem.code,
        )
        for (const lang of ['vi', 'en'] as const)
          expect(placardMessage(lang, problem)).not.toMatch(/\{|undefined/)
      }
    })

    test('has its boxes to a hundredth of a millimetre', () => {
      const [, page] = readPdf(madeOf(inputFor(template)).pdf).find(/\/Type \/Page\n/)
      const [width, height] = template.trim
      const { bleed, slug } = template
      for (const [name, inset] of [
        ['MediaBox', 0],
        ['BleedBox', slug],
        ['TrimBox', slug + bleed],
      ] as const) {
        const found = new RegExp(`/${name} \\[([^\\]]+)\\]`).exec(page)?.[1]?.split(' ').map(Number)
        const all = 2 * (slug + bleed)
        const expected = [inset, inset, width + all - inset, height + all - inset]
        expect(found).toHaveLength(4)
        found?.forEach((points, i) => expect(points / MM).toBeCloseTo(expected[i] ?? 0, 2))
      }
    })

    test('paints its ground out to the bleed', () => {
      const [width, height] = template.trim
      const whole = grown({ x: 0, y: 0, width, height }, template.bleed)
      for (const shape of template.shapes) {
        if (shape.shape !== 'rect') continue
        const [x, y, w, h] = shape.box
        const ends = [
          [x, whole.x],
          [y, whole.y],
          [-x - w, -whole.x - whole.width],
          [-y - h, -whole.y - whole.height],
        ] as const
        // A side at or beyond the trim must reach the bleed.
        for (const [side, bleed] of ends)
          if (side <= bleed + template.bleed + 0.01) expect(side).toBeCloseTo(bleed, 5)
      }
    })

    test('gives the same bytes twice, and a draft that says so', () => {
      const input = inputFor(template)
      expect(madeOf(input).pdf).toEqual(madeOf(input).pdf)
      const draft = madeOf({ ...input, draft: true })
      const stamps = draft.drawing.primitives.filter(
        (one) => one.kind === 'text' && one.role === 'draft',
      )
      expect(stamps.length).toBeGreaterThan(3)
    })
  },
)

describe('a template', () => {
  test('has a digest that only its content decides', async () => {
    const [template] = TEMPLATES as [Template]
    const turned = Object.fromEntries(Object.entries(template).reverse()) as Template
    const digest = await templateDigest(template)
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect(await templateDigest(turned)).toBe(digest)
    expect(await templateDigest({ ...template, bleed: template.bleed + 0.1 })).not.toBe(digest)
    const digests = await Promise.all(TEMPLATES.map(templateDigest))
    expect(new Set(digests).size).toBe(TEMPLATES.length)
  })

  test.each([
    ['a line smaller than its rules', 'card-a5', { rules: { text: 4 } }, /^stacks/],
    [
      'body text below 18 pt',
      'panel-600x900',
      { rules: { text: 6.35, body: 8, intro: 16.9 } },
      /^texts/,
    ],
    [
      'a hole in the quiet zone',
      'panel-600x900',
      { symbol: { x: 20, y: 735, box: 150, minModule: 3.4 } },
      /^holes/,
    ],
    ['a kind that nobody knows', 'card-a5', { kind: 'poster' }, /^kind/],
  ])('with %s is refused', (_name, id, change, path) => {
    const result = readTemplate({ ...templateJson(id), ...change })
    expect(Array.isArray(result) ? result[0]?.path : 'accepted').toMatch(path)
  })

  test('of a panel keeps the trade’s least sizes', () => {
    const { rules, symbol } = templateOf('panel-600x900')
    const points = (size = 0) => (size * 72) / 25.4
    expect(points(rules.body)).toBeCloseTo(18, 1)
    expect(points(rules.intro)).toBeCloseTo(48, 1)
    expect(points(templateOf('card-a5').rules.text)).toBeCloseTo(8, 1)
    expect(symbol?.minModule).toBeGreaterThanOrEqual(3.4)
  })

  test('whose line runs into the quiet zone prints nothing', () => {
    const template = templateOf('card-a5')
    const moved = { ...template, symbol: { x: 3, y: 135, box: 63, minModule: 1 } }
    expect(problemsOf(inputFor(moved))).toEqual(['line-in-symbol-box'])
  })
})

test('every problem has words in both languages, with the same values', () => {
  const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
  for (const [key, text] of Object.entries(PLACARD_CATALOGUES.vi)) {
    const other = PLACARD_CATALOGUES.en[key as keyof typeof PLACARD_CATALOGUES.en]
    expect(values(other), key).toEqual(values(text))
  }
})

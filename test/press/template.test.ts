import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openFonts } from '../../src/press/face/fonts.ts'
import { fontFor } from '../../src/press/template/template.ts'
import { FONT_IDS, template, templateFile } from './placard-kit.ts'
import { readTemplate } from '../../src/press/template/read-template.ts'

const json = () => JSON.parse(JSON.stringify(template)) as Record<string, unknown>
const text = (path: string) => new TextDecoder().decode(templateFile(path))
const sha256 = (path: string) => createHash('sha256').update(templateFile(path)).digest('hex')

describe('a template', () => {
  test.each([
    ['an unknown key', { colour: 'red' }, ''],
    ['a colour nobody named', { stacks: [{ ...template.stacks[0], colour: 'gold' }] }, 'palette'],
    [
      'a solid colour for none of its palette',
      { material: { ...template.material, colours: { gold: 'RAL 1004' } } },
      'palette',
    ],
    ['more ink than paper takes', { maxInk: 150 }, 'palette.blue'],
    ['no font for other languages', { fonts: {} }, 'fonts'],
    ['a quiet zone off the face', { symbol: { ...template.symbol, x: 45 } }, 'symbol'],
    ['a hole at the edge', { holes: [{ x: 4, y: 9, diameter: 5 }] }, 'holes'],
    ['a least size above the most', { stacks: [badSize()] }, 'stacks.0.lines.0.size'],
  ])('with %s is refused, saying where', (_name, change, path) => {
    const result = readTemplate({ ...json(), ...change })
    expect(Array.isArray(result) && result.map((fault) => fault.path)).toEqual([path])
  })

  test('chooses a font by locale, then by language, then the one for all others', () => {
    expect(fontFor(template, 'zh-Hans', 'strong')).toBe('noto-sans-sc-500')
    expect(fontFor(template, 'tyz', 'plain')).toBe('be-vietnam-pro-500')
    expect(fontFor(template, 'vi', 'strong')).toBe('be-vietnam-pro-700')
  })
})

function badSize() {
  const [stack] = template.stacks
  return { ...stack, lines: [{ ...stack?.lines[0], size: [2, 3] }] }
}

describe('fonts and profile', () => {
  test.each(FONT_IDS)('%s is the file whose hash is written down', (id) => {
    expect(text('fonts/README.md')).toContain(`| ${id}.ttf |`)
    expect(text('fonts/README.md')).toContain(sha256(`fonts/${id}.ttf`))
  })

  test('the profile is the file whose hash is written down', () => {
    expect(text('icc/README.md')).toContain(sha256('icc/FOGRA39L_argyll.icc'))
  })

  test('a font that is not static TrueType is refused', () => {
    expect(() => openFonts({ web: new TextEncoder().encode('wOF2\0\0\0\0') })).toThrow('web')
  })
})

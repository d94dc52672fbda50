import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeTexts, type Merge } from '../../src/content/merge.ts'
import { bodyOf, paragraphsOf } from '../../src/content/paragraphs.ts'
import type { Text } from '../../src/domain/revision.ts'
import { nastyText } from './arbitraries.ts'
import { LANG_SON } from '../web/both/installations.ts'

const text = (body: string, more: Partial<Text> = {}): Text => ({
  title: 'Đường Lê Lợi',
  summary: 'Tóm tắt.',
  body,
  basedOn: null,
  ...more,
})

/** Shapes a paragraph may have; `mark` makes it one of a kind. */
const SHAPES: ((mark: string) => string)[] = [
  (mark) => `Câu ${mark}, viết thường.`,
  (mark) => `黄文树街 ${mark} 位于谅山。`,
  (mark) => `ផ្លូវ ${mark} ព្រះនរោត្តម។`,
  (mark) => `## Mục ${mark}`,
  (mark) => `> Lời dẫn ${mark}\n> hai dòng`,
  (mark) => `| a | b |\n|---|---|\n| ${mark} | 1 |`,
  (mark) => `\`\`\`\n${mark}\n\nsau dòng trống\n\`\`\``,
  (mark) => `::withheld\n\n${mark} chưa công bố\n\n::`,
]

interface Edit {
  what: 'add' | 'change' | 'delete'
  /** Taken modulo the number of paragraphs. */
  at: number
  shape: number
}

const edits = fc.array(
  fc.record({
    what: fc.constantFrom('add', 'change', 'delete') as fc.Arbitrary<Edit['what']>,
    at: fc.nat(20),
    shape: fc.nat(SHAPES.length - 1),
  }),
  { maxLength: 5 },
)

function edited(paragraphs: readonly string[], all: readonly Edit[], who: string) {
  const result = [...paragraphs]
  all.forEach(({ what, at, shape }, i) => {
    const mine = SHAPES[shape]!(`${who}${i}`)
    const place = result.length > 0 ? at % result.length : 0
    if (what === 'add') result.splice(at % (result.length + 1), 0, mine)
    else if (result.length > 0) result.splice(place, 1, ...(what === 'change' ? [mine] : []))
  })
  return result
}

const inAnyPiece = ({ body }: Merge, pick: 'mine' | 'theirs') =>
  new Set(body.flatMap((piece) => (typeof piece === 'string' ? [piece] : piece[pick])))

describe('joining two texts', () => {
  test('loses nothing that either editor added or changed, in ten thousand interleavings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(SHAPES.length - 1), { maxLength: 7 }),
        edits,
        edits,
        (shapes, mineEdits, theirsEdits) => {
          const was = shapes.map((shape, i) => SHAPES[shape]!(`B${i}`))
          const mine = edited(was, mineEdits, 'M')
          const theirs = edited(was, theirsEdits, 'T')
          const merge = mergeTexts(text(bodyOf(was)), text(bodyOf(mine)), text(bodyOf(theirs)))
          const [forMine, forTheirs] = [inAnyPiece(merge, 'mine'), inAnyPiece(merge, 'theirs')]
          for (const paragraph of mine)
            if (!was.includes(paragraph)) expect(forMine).toContain(paragraph)
          for (const paragraph of theirs)
            if (!was.includes(paragraph)) expect(forTheirs).toContain(paragraph)
          for (const paragraph of was)
            if (mine.includes(paragraph) && theirs.includes(paragraph))
              expect(forMine).toContain(paragraph)
          if (merge.text) expect(paragraphsOf(merge.text.body)).toEqual(merge.body)
          expect(merge.text === null).toBe(merge.conflicts.length > 0)
        },
      ),
      { numRuns: 10_000 },
    )
  }, 120_000)

  test('gives a text back as it is when only one changed it, or both did the same', () => {
    const words = fc.record({
      title: nastyText(),
      summary: nastyText(),
      body: nastyText(true),
      basedOn: fc.option(fc.integer({ min: 1, max: 9 })),
    })
    fc.assert(
      fc.property(words, words, (base, changed) => {
        expect(mergeTexts(base, changed, changed).text).toEqual(changed)
        expect(mergeTexts(base, base, changed).text).toEqual(changed)
        expect(mergeTexts(base, changed, base).text).toEqual(changed)
      }),
    )
  })

  test('takes the changes of both, also in neighbouring paragraphs', () => {
    const merge = mergeTexts(
      text('Một.\n\nHai.\n\nBa.'),
      text('Một, sửa.\n\nHai.\n\nBa.', { title: 'Phố Lê Lợi' }),
      text('Một.\n\nHai, cũng sửa.\n\nBa.\n\nBốn.', { summary: 'Tóm tắt mới.' }),
    )
    expect(merge.text).toEqual(
      text('Một, sửa.\n\nHai, cũng sửa.\n\nBa.\n\nBốn.', {
        title: 'Phố Lê Lợi',
        summary: 'Tóm tắt mới.',
      }),
    )
  })

  test('asks about a paragraph that both changed, and shows it in its place', () => {
    const merge = mergeTexts(
      text('Một.\n\nHai.\n\nBa.'),
      text('Một.\n\nHai của tôi.\n\nBa.', { title: 'A' }),
      text('Một.\n\nHai của họ.\n\nBa.', { title: 'B' }),
    )
    expect(merge.text).toBeNull()
    const hai = {
      part: 'body',
      base: ['Hai.'],
      mine: ['Hai của tôi.'],
      theirs: ['Hai của họ.'],
    }
    const title = { part: 'title', base: ['Đường Lê Lợi'], mine: ['A'], theirs: ['B'] }
    expect(merge.conflicts).toEqual([title, hai])
    expect(merge.body).toEqual(['Một.', hai, 'Ba.'])
  })

  test('asks about a paragraph that one changed and the other deleted', () => {
    const merge = mergeTexts(text('Một.\n\nHai.'), text('Một.'), text('Một.\n\nHai, sửa.'))
    expect(merge.conflicts).toMatchObject([{ mine: [], theirs: ['Hai, sửa.'] }])
  })

  test('answers to the lower source revision when both raised it', () => {
    const at = (basedOn: number) => text('Một.', { basedOn })
    expect(mergeTexts(at(1), at(3), at(2)).text?.basedOn).toBe(2)
    expect(mergeTexts(at(1), at(1), at(2)).text?.basedOn).toBe(2)
  })
})

describe('the paragraphs of a body', () => {
  test('stand between blank lines; lists, tables, fences and withheld passages are one each', () => {
    const paragraphs = [
      'Câu đầu.\nVẫn câu đầu.',
      '## Mục\nliền dưới',
      '- một\n\n  thêm\n\n- hai',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '```\ncode\n\nsau dòng trống\n```',
      '::withheld\n\nkín một\n\nkín hai\n\n::',
      'Câu cuối.',
    ]
    expect(paragraphsOf(bodyOf(paragraphs))).toEqual(paragraphs)
    expect(paragraphsOf(`\n\n${paragraphs.join('\n\n\n \n')}\n\n`)).toEqual(paragraphs)
  })

  test('give every body of ours back', () => {
    for (const [path, bytes] of LANG_SON) {
      if (!path.endsWith('.md')) continue
      const body = new TextDecoder().decode(bytes).split('---\n').slice(2).join('---\n').trimEnd()
      expect(paragraphsOf(body).length).toBeGreaterThan(1)
      expect(bodyOf(paragraphsOf(body))).toBe(body)
    }
  })

  test('hold all words of any body', () => {
    const bare = (body: string) => body.replace(/\s+/g, '')
    fc.assert(
      fc.property(nastyText(true), (body) => {
        expect(bare(paragraphsOf(body).join(''))).toBe(bare(body))
      }),
    )
  })
})

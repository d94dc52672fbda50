import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differencesBetween, wordRuns, type Run } from '../../src/content/paragraph-diff.ts'
import { paragraphsOf } from '../../src/content/paragraphs.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { nastyText } from './arbitraries.ts'

const VI = 'vi' as Locale
const before = (runs: readonly Run[]) =>
  runs.flatMap(({ what, text }) => (what === 'added' ? [] : [text])).join('')
const after = (runs: readonly Run[]) =>
  runs.flatMap(({ what, text }) => (what === 'removed' ? [] : [text])).join('')
const written = (runs: readonly Run[]) =>
  runs
    .map(({ what, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[what])
    .join('')

describe('differences within a paragraph', () => {
  test.each([
    ['vi', 'Ông sinh năm 1909 ở Nhân Lý.', 'Ông sinh năm 1906 ở Nhân Lý.', '1909', '1906'],
    ['zh-Hans', '黄文树街位于谅山市中心。', '黄文树街位于谅山市北部。', '中心', '北部'],
    ['km', 'ផ្លូវនេះមានឈ្មោះព្រះនរោត្តម។', 'ផ្លូវនេះមានសាលាព្រះនរោត្តម។', 'ឈ្មោះ', 'សាលា'],
  ])(
    'are told by word in %s, as far as the runtime knows its words',
    (locale, was, is, gone, come) => {
      const runs = wordRuns(was, is, locale as Locale)
      for (const [what, word] of [['removed', gone] as const, ['added', come] as const]) {
        const [run, ...others] = runs.filter((one) => one.what === what)
        expect(run?.text).toContain(word)
        expect(run?.text.length, 'two words at most').toBeLessThanOrEqual(8)
        expect(others).toEqual([])
      }
    },
  )

  test('give both texts back, whatever they are', () => {
    fc.assert(
      fc.property(nastyText(true), nastyText(true), (was, is) => {
        const runs = wordRuns(was, is, VI)
        expect([before(runs), after(runs)]).toEqual([was, is])
      }),
    )
  })
})

describe('differences between two revisions', () => {
  const words = (body: string, title = 'Đường Lê Lợi') => ({ title, summary: 'Tóm tắt.', body })

  test('tell which paragraph was changed, added, removed', () => {
    const { title, summary, body } = differencesBetween(
      words('Mở đầu.\n\nÔng sinh năm 1909 ở Nhân Lý, Lạng Sơn.\n\nSẽ bỏ đi đoạn này.\n\nKết.'),
      words(
        'Mở đầu.\n\nHoàn toàn mới.\n\nÔng sinh năm 1906 ở Nhân Lý, Lạng Sơn.\n\nKết.',
        'Lê Lợi',
      ),
      VI,
    )
    expect(written(title)).toBe('-Đường -Lê Lợi')
    expect(summary).toEqual([{ what: 'same', text: 'Tóm tắt.' }])
    expect(body.map(({ what, position, runs }) => [what, position, written(runs)])).toEqual([
      ['same', 0, 'Mở đầu.'],
      ['added', 1, '+Hoàn toàn mới.+'],
      ['changed', 2, 'Ông sinh năm -1909-+1906+ ở Nhân Lý, Lạng Sơn.'],
      ['removed', 3, '-Sẽ bỏ đi đoạn này.-'],
      ['same', 3, 'Kết.'],
    ])
  })

  test('take a paragraph that has nothing of another for a new one', () => {
    const { body } = differencesBetween(words('Một hai ba bốn.'), words('Chùa xây lại rồi!'), VI)
    expect(body.map(({ what, runs }) => [what, written(runs)])).toEqual([
      ['removed', '-Một hai ba bốn.-'],
      ['added', '+Chùa xây lại rồi!+'],
    ])
  })

  test('give the paragraphs of both back, in their order', () => {
    const body = fc.array(nastyText(), { maxLength: 6 }).map((all) => all.join('\n\n'))
    fc.assert(
      fc.property(body, body, (was, is) => {
        const changes = differencesBetween(words(was), words(is), VI).body
        const side = (leave: string, read: typeof before) =>
          changes.filter(({ what }) => what !== leave).map(({ runs }) => read(runs))
        expect(side('added', before)).toEqual(paragraphsOf(was))
        expect(side('removed', after)).toEqual(paragraphsOf(is))
      }),
    )
  })
})

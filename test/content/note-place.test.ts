import { describe, expect, test } from 'vitest'
import { heardSentences } from '../../src/content/heard.ts'
import { placeOfNote } from '../../src/content/note-place.ts'
import type { Locale } from '../../src/domain/locale.ts'

const VI = 'vi' as Locale
const ROAD = 'Con đường dài nhất của phường chạy từ chợ đến ga.'
const RIVER = 'Dòng sông Kỳ Cùng chảy ngược lên phía bắc.'
const HILL = 'Trên đồi có một ngôi đền cổ thờ quan lớn.'

describe('a note stays at its paragraph', () => {
  test('when nothing changed', () => {
    const body = [ROAD, RIVER, HILL].join('\n\n')
    expect(placeOfNote(1, body, body, VI)).toEqual({
      quoted: RIVER,
      now: { text: RIVER, line: 3, paragraph: 1 },
      isChanged: false,
    })
  })

  test('when it moved', () => {
    const place = placeOfNote(2, [ROAD, RIVER, HILL].join('\n\n'), [HILL, ROAD].join('\n\n'), VI)
    expect(place).toMatchObject({ now: { paragraph: 0, line: 1 }, isChanged: false })
  })

  test('when it was changed, and others came before it', () => {
    const changed = RIVER.replace('phía bắc', 'hướng bắc rồi sang Trung Quốc')
    const after = ['Mở đầu.', ROAD, changed].join('\n\n')
    const place = placeOfNote(1, [ROAD, RIVER].join('\n\n'), after, VI)
    expect(place).toMatchObject({ quoted: RIVER, now: { text: changed, line: 5 }, isChanged: true })
  })

  test('of two alike, at the nearer one', () => {
    const place = placeOfNote(
      2,
      [ROAD, RIVER, ROAD].join('\n\n'),
      [ROAD, HILL, ROAD].join('\n\n'),
      VI,
    )
    expect(place.now?.paragraph).toBe(2)
  })

  test('and is quoted alone when the paragraph is gone, or there never was one', () => {
    expect(placeOfNote(1, [ROAD, RIVER].join('\n\n'), ROAD, VI)).toEqual({
      quoted: RIVER,
      now: null,
      isChanged: true,
    })
    expect(placeOfNote(7, ROAD, ROAD, VI).now).toBeNull()
  })
})

test('a text is heard sentence by sentence, without citations, marks or what is withheld', () => {
  const body = `Ông sinh năm 1909 [^s1]. Quê ở **Lạng Sơn** [^s2].

## Con đường

- Dài 2 km [^s1]
- Rộng

::withheld Không nói. ::`
  expect(heardSentences({ title: 'Lê Lợi', summary: 'Một. Hai.', body }, VI)).toEqual([
    ['Lê Lợi'],
    ['Một.', 'Hai.'],
    ['Ông sinh năm 1909.', 'Quê ở Lạng Sơn.'],
    ['Con đường'],
    ['Dài 2 km'],
    ['Rộng'],
  ])
})

import { describe, expect, test } from 'vitest'
import { saysWithheld } from '../../src/content/once-public.ts'
import type { Locale } from '../../src/domain/locale.ts'

const says = (before: string, now: string, others: string[] = [], locale = 'vi') =>
  saysWithheld(before, now, [before, ...others, now], locale as Locale)

const OPEN = 'Trong hang có tấm bản đồ vẽ tay [^s1].'

describe('an earlier text', () => {
  test('may be read while nothing of it is withheld', () => {
    expect(says(OPEN, 'Hang ở phía bắc [^s1].')).toBe(false)
    expect(says(OPEN, `${OPEN}\n\n::withheld Người canh hang tên là Ba. ::`)).toBe(false)
  })

  test.each([
    ['the whole paragraph', `Hang cũ.\n\n::withheld ${OPEN} ::`],
    ['half a sentence', 'Trong hang ::withheld có tấm bản đồ vẽ tay :: [^s1].'],
    ['the same words otherwise marked', '::withheld **Trong hang** có tấm *bản đồ* vẽ tay. ::'],
    ['nearly the same words', '::withheld Trong hang còn có một tấm bản đồ vẽ bằng tay. ::'],
    ['a passage that is never closed', 'Hang cũ.\n\n::withheld Trong hang có tấm bản đồ vẽ tay'],
  ])('may not once today’s withholds %s', (_what, now) => {
    expect(says(OPEN, now)).toBe(true)
  })

  test('may not when the withheld words were taken out altogether later', () => {
    expect(says(OPEN, 'Hang cũ.', [`Hang cũ. ::withheld ${OPEN} ::`])).toBe(true)
  })

  test('may again when they are public again', () => {
    expect(says(OPEN, OPEN, [`::withheld ${OPEN} ::`])).toBe(false)
  })

  test('that withheld them itself may be read', () => {
    expect(says(`Hang cũ.\n\n::withheld ${OPEN} ::`, `Hang xưa.\n\n::withheld ${OPEN} ::`)).toBe(
      false,
    )
  })

  test('is judged in Chinese too, where no spaces part the words', () => {
    const now = '山洞很旧[^s1]。::withheld 洞里有一张手绘地图。::'
    expect(says('山洞很旧[^s1]。洞里有一张手绘地图[^s1]。', now, [], 'zh-Hans')).toBe(true)
    expect(says('山洞很旧[^s1]。', now, [], 'zh-Hans')).toBe(false)
  })
})

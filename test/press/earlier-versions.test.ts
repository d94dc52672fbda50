/** What was ordered on an earlier version of a template is drawn as it was on that day, whatever came since. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { templateName } from '../../src/press/template/template.ts'
import { drawingsOf, EARLIER } from './earlier-versions.ts'
import { templateOf } from './template-cases.ts'

/** Noted down on the day the version was superseded. */
const NOTED = JSON.parse(
  readFileSync(new URL('earlier-versions.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, string>>

describe.each(EARLIER.map((template) => [templateName(template), template] as const))(
  '%s',
  (name, template) => {
    test('draws every face as it did', () => {
      expect(drawingsOf(template)).toEqual(NOTED[name])
    })

    test('is told from today’s by its number, and draws otherwise', () => {
      const today = templateOf(template.id)
      expect(today.version).toBeGreaterThan(template.version)
      expect(drawingsOf(today)['short']).not.toBe(NOTED[name]?.['short'])
    })
  },
)

test('every version that was noted down is still there', () => {
  expect(EARLIER.map(templateName).sort()).toEqual(Object.keys(NOTED).sort())
})

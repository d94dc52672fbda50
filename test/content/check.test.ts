import { describe, expect, test } from 'vitest'
import { checkFolder, readFolder } from '../../src/exchange/folder/check-folder.ts'
import { CHECK_RULES, type CheckRule } from '../../src/domain/check-rules.ts'
import { goodFolder, goodText, TODAY } from './good-folder.ts'
import { MUTATIONS } from './mutations.ts'
import { findingLine } from '../../src/commands/check-command.ts'

test('the good folder gives no finding at all', () => {
  expect(checkFolder(goodFolder(), TODAY)).toEqual([])
})

test('the good folder is read whole', () => {
  const { site, entries, units, signs, events, legacyCodes } = readFolder(goodFolder(), TODAY)
  expect(site?.locales).toEqual(['vi', 'zh-Hans', 'en'])
  expect([...entries.keys()].sort()).toEqual([
    'figures/le-duan',
    'heritage-sites/den-vi-du',
    'streets/le-duan',
  ])
  expect([units.length, signs.length, events.length, legacyCodes.length]).toEqual([2, 2, 2, 1])
})

describe('one thing spoilt gives one finding at its line, in words', () => {
  test.each(MUTATIONS)('$rule: $what', ({ rule, file, line, changes, also = [] }) => {
    const findings = checkFolder(goodFolder(changes), TODAY)
    const expected = [`${file} ${line} ${rule}`, ...also]
    expect(findings.map((f) => `${f.file} ${f.line} ${f.rule}`).sort()).toEqual(expected.sort())
    for (const finding of findings) {
      expect(finding.severity).toBe(CHECK_RULES[finding.rule])
      for (const lang of ['vi', 'en'] as const)
        expect(findingLine(lang, finding).split('\t')).toHaveLength(5)
    }
  })

  test('every rule is among them', () => {
    const tried = new Set<CheckRule>(MUTATIONS.map(({ rule }) => rule))
    expect(Object.keys(CHECK_RULES).filter((rule) => !tried.has(rule as CheckRule))).toEqual([])
  })
})

describe('a file with an error is left out, and nothing else', () => {
  test('a bad translation leaves the other texts in', () => {
    const file = 'content/streets/le-duan/zh-Hans.md'
    const { entries } = readFolder(goodFolder({ [file]: 'không có phần đầu' }), TODAY)
    expect([...(entries.get('streets/le-duan' as never)?.texts.keys() ?? [])]).toEqual(['en', 'vi'])
  })

  test('a bad entry.yaml leaves the entry out, its sign in, and the other entries in', () => {
    const file = 'content/streets/le-duan/entry.yaml'
    const { entries, signs } = readFolder(goodFolder({ [file]: 'names: [' }), TODAY)
    expect([...entries.keys()].sort()).toEqual(['figures/le-duan', 'heritage-sites/den-vi-du'])
    expect(signs).toHaveLength(2)
  })

  test('a bad row of the register leaves the other rows in', () => {
    const file = 'signs/register.csv'
    const text = `${goodText(file)}XXXXX,streets/le-duan,2026-10-01${','.repeat(14)}\n`
    const { signs } = readFolder(goodFolder({ [file]: text }), TODAY)
    expect(signs.map(({ code }) => code)).toEqual(['7K3QXC', 'NDXZF8'])
  })
})

test('a ward that is called as an entry is but for a mark may be named in the plan', () => {
  const units = goodText('content/admin-units.csv') + '06445,Xã Lê Duần,commune,2025-07-01,,\n'
  const plan = goodText('signs/plan.csv').replace('Sở Văn hoá', 'Ủy ban nhân dân xã Lê Duần')
  expect(checkFolder(goodFolder({ 'signs/plan.csv': plan }), TODAY)).toHaveLength(1)
  const both = { 'signs/plan.csv': plan, 'content/admin-units.csv': units }
  expect(checkFolder(goodFolder(both), TODAY)).toEqual([])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFolder, readFolder } from '../../src/exchange/folder/check-folder.ts'
import { canonicalChanges } from '../../src/exchange/folder/fix.ts'
import { bytes, goodFiles, goodFolder, TODAY } from './good-folder.ts'
import { twoHundredBroken } from './two-hundred-broken.ts'
import { findingLine } from '../../src/commands/check-command.ts'

test('of 200 broken files every one is told, and the good rest still reads', () => {
  const { changes, broken } = twoHundredBroken()
  const { findings, entries, signs } = readFolder(goodFolder(changes), TODAY)
  const told = new Set(findings.filter((f) => f.severity === 'error').map(({ file }) => file))
  expect(broken.filter((file) => !told.has(file))).toEqual([])
  expect([...told].filter((file) => !broken.includes(file))).toEqual([])
  expect(
    ['streets/le-duan', 'figures/le-duan'].filter((path) => !entries.has(path as never)),
  ).toEqual([])
  expect(entries.size).toBe(3 + 100)
  expect(signs).toHaveLength(2)
})

test('findings come in one order, whatever the order of the files', () => {
  const changes = { 'signs/events.csv': 'x', 'content/site.yaml': null, 'content/x': 'y' }
  const folder = goodFolder(changes)
  const turned = new Map([...folder].reverse())
  expect(checkFolder(turned, TODAY)).toEqual(checkFolder(folder, TODAY))
  expect(checkFolder(folder, TODAY).length).toBeGreaterThan(1)
})

/** Any bytes, and good files with a piece cut out, doubled or replaced. */
const content = (file: string) => {
  const good = goodFolder().get(file) ?? new Uint8Array()
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc
      .constantFrom(
        '"',
        '{',
        '[',
        ':',
        '- ',
        '\n',
        ',',
        '&a',
        '*a',
        '::',
        '---',
        '\u0000',
        '<<',
        '__proto__: x',
      )
      .map(bytes),
  )
  const spliced = fc
    .tuple(fc.nat(good.length), fc.nat(30), piece)
    .map(
      ([at, length, by]) =>
        new Uint8Array([...good.slice(0, at), ...by, ...good.slice(at + length)]),
    )
  return fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary' }).map(bytes),
    spliced,
  )
}
const names = [
  ...goodFiles,
  'content/places/__proto__/entry.yaml',
  'content/places/constructor/entry.yaml',
  'content/streets/x/toString.md',
  'content//entry.yaml',
  'content/streets/le-duan/a/b',
  'signs/',
  'x',
]

test('no bytes in any file make the check throw, and every finding has its words', () => {
  const change = fc
    .constantFrom(...names)
    .chain((file) => fc.tuple(fc.constant(file), content(file)))
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const folder = goodFolder(Object.fromEntries(changes))
      for (const finding of checkFolder(folder, TODAY)) {
        expect(findingLine('vi', finding)).not.toContain('\n')
        expect(findingLine('en', finding).split('\t')).toHaveLength(5)
      }
      canonicalChanges(folder)
    }),
    { numRuns: 250 },
  )
}, 30_000)

test('a repaired folder needs no second repair and gives no finding that was not there', () => {
  const change = fc
    .constantFrom(...goodFiles)
    .chain((file) => fc.tuple(fc.constant(file), content(file)))
  fc.assert(
    fc.property(change, ([file, by]) => {
      const folder = new Map(goodFolder({ [file]: by }))
      for (const [path, text] of canonicalChanges(folder)) folder.set(path, bytes(text))
      expect([...canonicalChanges(folder)]).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test.each(['[', '{a: ', '- ', '&a [', '"', '? ', '!!x '])(
  '%j nested deep is a finding, not a fault',
  (piece) => {
    const deep = piece.repeat(5_000)
    for (const file of goodFiles.filter((one) => !one.endsWith('.jpg')))
      expect(checkFolder(goodFolder({ [file]: deep }), TODAY).length).toBeGreaterThan(0)
  },
)

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFolder, readFolder } from '../../src/commands/check-folder.ts'
import { findingLine } from '../../src/commands/check.ts'
import { canonicalChanges } from '../../src/commands/fix.ts'
import { bytes, goodFiles, goodFolder, goodText, TODAY } from './good-folder.ts'

const STREET = goodText('content/heritage-sites/den-vi-du/entry.yaml')
const TEXT = goodText('content/heritage-sites/den-vi-du/vi.md')

/** Ways in which volunteers broke files on the web (a peer's history), for entry.yaml and for a text. */
const BREAK_FACTS: ((yaml: string) => string | Uint8Array)[] = [
  (yaml) => yaml.replace('text: Đền', 'text: "Đền'),
  (yaml) => yaml.replace(' }', ''),
  (yaml) => yaml.replace('names:', 'name:'),
  (yaml) => yaml.replace('names:', '\tnames:'),
  (yaml) => yaml.replace('kind: official', 'kind: chính thức'),
  (yaml) => yaml.replace('sources:', 'sources'),
  (yaml) => yaml.slice(0, yaml.length / 2),
  (yaml) => yaml.replace('review: { state: pending }', ''),
  (yaml) => yaml.replace('locale: vi', 'locale: vi: vn'),
  (yaml) => yaml.replace('locale: vi, ', ''),
  (yaml) => yaml.replace('year: 2003', 'year: năm 2003'),
  (yaml) => yaml.replace('source: s1', 'source: s9'),
  (yaml) => `{"name": "Đền Ví Dụ",\n${yaml}`,
  (yaml) => yaml.replace('Đền', 'Đền'.normalize('NFD')),
  () => '',
  () => new Uint8Array([0xff, 0xfe, 0x41, 0x00]),
  () => '<html><body>404</body></html>',
  () => '<<<<<<< HEAD\nnames: []\n=======\n>>>>>>> x\n',
]
const BREAK_TEXT: ((markdown: string) => string | Uint8Array)[] = [
  (text) => text.replace('---\n', ''),
  (text) => text.replace('\n---\n', '\n'),
  (text) => text.replace('title:', 'tiêu đề:'),
  (text) => text.replace(/summary: .*/, 'summary:'),
  (text) => text.replace('title: ', 'title: "'),
  (text) => text.replace('revision: 1', 'revision: một'),
  (text) => text.replace(' [^s1]', ''),
  (text) => text.replace('[^s1]', '[^nguon]'),
  (text) => text.replace('1683', '<b>1683</b>'),
  (text) => text.replace('1683', '[1683](javascript:x)'),
  (text) => text.replace('.\n', ''),
  (text) => text.replace('Đền dựng', 'Đên Ví Dụ dựng'),
  (text) => text.replace('Đền', 'Đền'.normalize('NFD')),
  (text) => text.replace('1683', '![a](http://e.vn/a.png)'),
  (text) => text.replace('năm', '::withheld năm'),
  () => '\n\n',
]

test('of 200 broken files every one is told, and the good rest still reads', () => {
  const changes: Record<string, string | Uint8Array> = {}
  const broken: string[] = []
  for (let i = 0; broken.length < 200; i++) {
    const folder = `content/heritage-sites/den-vi-du-${i}`
    const breakFacts = BREAK_FACTS[(i >> 1) % BREAK_FACTS.length]
    const breakText = BREAK_TEXT[(i >> 1) % BREAK_TEXT.length]
    const spoilsFacts = i % 2 === 0
    changes[`${folder}/entry.yaml`] = (spoilsFacts && breakFacts?.(STREET)) || (spoilsFacts ? '' : STREET)
    changes[`${folder}/vi.md`] = (!spoilsFacts && breakText?.(TEXT)) || TEXT
    broken.push(`${folder}/${spoilsFacts ? 'entry.yaml' : 'vi.md'}`)
  }
  const { findings, entries, signs } = readFolder(goodFolder(changes), TODAY)
  const told = new Set(findings.filter((f) => f.severity === 'error').map(({ file }) => file))
  expect(broken.filter((file) => !told.has(file))).toEqual([])
  expect([...told].filter((file) => !broken.includes(file))).toEqual([])
  expect(['streets/le-duan', 'figures/le-duan'].filter((path) => !entries.has(path as never))).toEqual([])
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
    fc.constantFrom('"', '{', '[', ':', '- ', '\n', ',', '&a', '*a', '::', '---', '\u0000', '<<', '__proto__: x').map(bytes),
  )
  const spliced = fc
    .tuple(fc.nat(good.length), fc.nat(30), piece)
    .map(([at, length, by]) => new Uint8Array([...good.slice(0, at), ...by, ...good.slice(at + length)]))
  return fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }).map(bytes), spliced)
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
  const change = fc.constantFrom(...names).chain((file) => fc.tuple(fc.constant(file), content(file)))
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
  const change = fc.constantFrom(...goodFiles).chain((file) => fc.tuple(fc.constant(file), content(file)))
  fc.assert(
    fc.property(change, ([file, by]) => {
      const folder = new Map(goodFolder({ [file]: by }))
      for (const [path, text] of canonicalChanges(folder)) folder.set(path, bytes(text))
      expect([...canonicalChanges(folder)]).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test.each(['[', '{a: ', '- ', '&a [', '"', '? ', '!!x '])('%j nested deep is a finding, not a fault', (piece) => {
  const deep = piece.repeat(5_000)
  for (const file of goodFiles.filter((one) => !one.endsWith('.jpg')))
    expect(checkFolder(goodFolder({ [file]: deep }), TODAY).length).toBeGreaterThan(0)
})

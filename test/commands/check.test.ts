import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fix } from '../../src/exchange/folder/fix.ts'
import { readFolderFromDisk } from '../../src/exchange/folder/folder-on-disk.ts'
import { goodFolder, goodText, TODAY } from '../content/good-folder.ts'
import { check } from '../../src/commands/check-command.ts'

const VI = 'content/streets/le-duan/vi.md'
const FACTS = 'content/streets/le-duan/entry.yaml'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stele-check-'))
  for (const [path, bytes] of goodFolder()) await put(path, bytes)
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), content)
}

async function run(command: typeof check | typeof fix, lang?: 'vi' | 'en') {
  const lines: string[] = []
  const out = { write: (text: string) => lines.push(text) }
  const status = await command({ folder, out, today: TODAY, ...(lang ? { lang } : {}) })
  return { status, lines }
}

describe('stele check', () => {
  test('says nothing of a good folder and leaves with 0', async () => {
    expect(await run(check)).toEqual({ status: 0, lines: [] })
  })

  test('prints one line of five cells per finding, in Vietnamese, and leaves with 1', async () => {
    await put(VI, goodText(VI).replace('title: Đường Lê Duẩn', 'title: Đường Lê Duẫn'))
    const { status, lines } = await run(check)
    expect(status).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]?.split('\t').slice(0, 4)).toEqual(['error', VI, '2', 'name.title-marks'])
    expect(lines[0]).toContain('Hãy sửa cho khớp')
    expect(lines[0]).toMatch(/[^\n]\n$/)
  })

  test('speaks English when asked', async () => {
    await put(VI, goodText(VI).replace('Đường Lê Duẩn', 'Đường Lê Duẫn'))
    expect((await run(check, 'en')).lines[0]).toContain('Make them agree')
  })

  test('leaves with 0 when there are only warnings', async () => {
    await put(VI, goodText(VI).replaceAll('\n', '\r\n'))
    const { status, lines } = await run(check)
    expect(status).toBe(0)
    expect(lines[0]).toMatch(/^warning\t/)
  })

  test('lets no tab, line end or escape sequence of a file into its lines', async () => {
    await put('content/streets/x\ty\u001b[31m/vi.md', 'x')
    const { lines } = await run(check)
    expect(lines.every((line) => line.split('\t').length === 5 && !line.includes('\u001b'))).toBe(
      true,
    )
  })

  test('skips dotfiles and follows no symbolic link', async () => {
    await put('content/.obsidian/x.md', 'x')
    const outside = await mkdtemp(join(tmpdir(), 'stele-outside-'))
    await writeFile(join(outside, 'entry.yaml'), 'x')
    await symlink(outside, join(folder, 'content/streets/outside'))
    await symlink(join(outside, 'entry.yaml'), join(folder, 'content/streets/le-duan/fr.md'))
    const paths = [...(await readFolderFromDisk(folder)).keys()]
    expect(paths.filter((path) => /obsidian|outside|fr\.md/.test(path))).toEqual([])
    await rm(outside, { recursive: true })
  })

  test('refuses a folder that holds neither content/ nor signs/', async () => {
    await rm(join(folder, 'content'), { recursive: true })
    await rm(join(folder, 'signs'), { recursive: true })
    await expect(run(check)).rejects.toThrow('no content/')
  })
})

describe('fix', () => {
  test('touches nothing in a canonical folder', async () => {
    expect(await run(fix)).toEqual({ status: 0, lines: [] })
  })

  test('brings marks, line ends, order and quotes into canonical form, and names the files', async () => {
    const [first = '', second = ''] = goodText(FACTS).split('formerSlugs')
    const shuffled = `formerSlugs${second}${first}`.replace('"05986"', "'05986'")
    await put(FACTS, shuffled)
    await put(VI, `\uFEFF${goodText(VI).normalize('NFD').replaceAll('\n', '\r\n')}\r\n\r\n`)
    await put('signs/events.csv', goodText('signs/events.csv').replace('Lan', '"Lan"'))
    const { lines } = await run(fix)
    expect(lines.sort()).toEqual([`${FACTS}\n`, `${VI}\n`, 'signs/events.csv\n'])
    for (const path of [FACTS, VI, 'signs/events.csv'])
      expect(await readFile(join(folder, path), 'utf8')).toBe(goodText(path))
    expect(await run(check)).toEqual({ status: 0, lines: [] })
  })

  test('leaves alone what it cannot read, and what would lose comments or rows', async () => {
    const kept = {
      [VI]: 'không có phần đầu\r\n',
      [FACTS]: 'names: [\r\n',
      'content/site.yaml': `# ghi chú\n${goodText('content/site.yaml').replace('vi: Sở', "vi:   'Sở").replace('hoá', "hoá'")}`,
      'signs/register.csv': goodText('signs/register.csv')
        .replace('NDXZF8', 'NDXZF9')
        .replace('Cổng', '"Cổng')
        .replace('chính', 'chính"'),
    }
    for (const [path, text] of Object.entries(kept)) await put(path, text)
    expect((await run(fix)).lines).toEqual([])
    for (const [path, text] of Object.entries(kept))
      expect(await readFile(join(folder, path), 'utf8')).toBe(text)
  })

  test('writes only what changes and leaves no file of its own behind', async () => {
    const before = await stat(join(folder, FACTS))
    await put(VI, `${goodText(VI)}\n`)
    await run(fix)
    expect((await stat(join(folder, FACTS))).mtimeMs).toBe(before.mtimeMs)
    expect((await readdir(join(folder, dirname(VI)))).sort()).toEqual(
      ['cover.jpg', 'en.md', 'entry.yaml', 'vi.md', 'zh-Hans.md'].sort(),
    )
  })
})

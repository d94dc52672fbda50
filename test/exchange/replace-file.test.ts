import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceFile } from '../../src/exchange/folder/fix.ts'

test('a file is replaced whole, or stays as it was; nothing is left beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stele-replace-'))
  const path = join(folder, 'vi.md')
  writeFileSync(path, 'Trước.')
  await replaceFile(path, 'Sau.')
  expect(readFileSync(path, 'utf8')).toBe('Sau.')
  expect(readdirSync(folder)).toEqual(['vi.md'])

  mkdirSync(join(folder, 'en.md'))
  writeFileSync(join(folder, 'en.md', 'a'), '')
  await expect(replaceFile(join(folder, 'en.md'), 'x')).rejects.toThrow()
  expect(readdirSync(folder).sort()).toEqual(['en.md', 'vi.md'])
  rmSync(folder, { recursive: true })
})

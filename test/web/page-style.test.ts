import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { STYLE } from '../../src/web/public/page-style.gen.ts'

const SRC = new URL('../../src/', import.meta.url).pathname

test('before each value with a variable stands one that browsers of before 2016 know', () => {
  const blocks = [...STYLE.matchAll(/\{([^{}]*)\}/g)].map(([, block]) => block!.split(';'))
  const variable = blocks.flatMap((block) =>
    block.flatMap((one, i) => (one.includes('var(') ? [[block[i - 1] ?? '', one] as const] : [])),
  )
  expect(variable.length).toBeGreaterThan(20)
  for (const [before, one] of variable) {
    expect(before.split(':')[0], one).toBe(one.split(':')[0])
    expect(before).toMatch(/#[\da-f]{3,6}/)
  }
})

test('a command that finds no style and cannot make it says what to run', () => {
  const copy = mkdtempSync(join(tmpdir(), 'stele-test-'))
  for (const path of ['stele.mjs', 'web/public/page.css', 'web/public/style'])
    cpSync(join(SRC, path), join(copy, path), { recursive: true })
  const { status, stderr } = spawnSync(process.execPath, [join(copy, 'stele.mjs'), 'check'], {
    encoding: 'utf8',
  })
  rmSync(copy, { recursive: true })
  expect(status).toBe(1)
  expect(stderr).toContain('node src/client.mjs')
  expect(stderr).not.toMatch(/^\s+at /m)
})

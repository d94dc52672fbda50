import { RUNTIME } from '#runtime'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { exportFolder } from '../../../src/exchange/folder/export-folder.ts'
import { runDesk } from './desk.ts'
import { INSTALLATIONS } from './installations.ts'

const nothing = () => Promise.resolve(null)

test.each(Object.entries(INSTALLATIONS))(
  `the folder of %s is downloaded as stele export writes it, on ${RUNTIME}`,
  async (_name, folder) => {
    const desk = await runDesk(folder)
    const { browser } = await desk.as('editor')
    const answer = await browser.download('/admin/export.zip')
    expect(answer.headers.get('Content-Disposition')).toBe(
      'attachment; filename="stele-2026-11-23.zip"',
    )
    const files = unzipSync(answer.bytes)
    const exported = await exportFolder(desk.db, nothing)
    expect(Object.keys(files).toSorted()).toEqual([...exported.keys()].toSorted())
    for (const [path, bytes] of exported) expect(files[path], path).toEqual(bytes)
    for (const path of exported.keys()) expect(path).not.toMatch(/^\/|\.\.|\\/)
  },
)

/** The face of a sign as the desk shows it before it is printed. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Printing } from '../../../src/printing/printing.ts'
import type { Template } from '../../../src/press/template/template.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#1b3f8f" id="a&amp;b%"/>Lợi "</svg>'
const TEXT = '/admin/entries/streets/hoang-van-thu/vi'

describe(`the face of a sign at the desk, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  let asked: unknown[]
  let face: Awaited<ReturnType<Printing['draw']>>
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    browser = (await desk.as('editor')).browser
    desk.services.printing = {
      listTemplates: () =>
        Promise.resolve([{ id: 'placard-150x200', stacks: [], texts: [] } as unknown as Template]),
      draw: (...words) => {
        asked = words
        return Promise.resolve(face)
      },
      order: () => Promise.resolve({ refusals: [] }),
      wake: () => undefined,
    }
  })
  const preview = async (change: Record<string, string> = {}) => {
    const fields = { number: '1', basedOn: '', title: 'Tên', summary: 'Tóm tắt.', body: 'Một.' }
    return (await browser.post(`${TEXT}/preview/placard`, { ...fields, ...change })).text
  }

  test('is the picture that was drawn, whatever letters are in it', async () => {
    face = { svg: SVG }
    const html = await preview({ summary: 'Lời vừa gõ, chưa lưu.' })
    const [, source = ''] = /<img class="face" src="data:image\/svg\+xml,([^"]*)"/.exec(html) ?? []
    expect(source, 'a mark would end the picture').not.toMatch(/[#<>" ]/)
    expect(decodeURIComponent(source)).toBe(SVG)
    expect(asked).toMatchObject([
      '7K3QXC',
      'placard-150x200',
      { locale: 'vi', summary: 'Lời vừa gõ, chưa lưu.' },
    ])
  })

  test('says why there is none, as words', async () => {
    face = { why: [{ vi: 'Tên dài <quá> 40 mm.', en: 'Too long.' }] }
    const html = await preview()
    expect(html).toContain('Tên dài &lt;quá&gt; 40 mm.')
    expect(html).not.toContain('class="face"')
  })
})

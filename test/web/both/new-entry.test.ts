import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import { findFacts } from '../../../src/store/facts.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf } from './form-fields.ts'
import { SONG_NGU } from './installations.ts'

const NEW = '/admin/entries/new'

describe(`a new entry, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  beforeAll(async () => {
    desk = await runDesk(SONG_NGU)
    browser = (await desk.as('editor')).browser
  })
  const create = (fields: Record<string, string>) =>
    browser.post(NEW, { noSource: 'yes', ...fields, do: 'create' })

  test('is made of a kind and a name, and leads to its facts', async () => {
    const street = {
      kind: 'street',
      name: 'Đường Lê Lợi',
      'name-km': 'ផ្លូវ',
      source: 'Nghị quyết 1',
    }
    expect((await create(street)).to).toBe('/admin/entries/streets/le-loi/facts?created=1')
    expect(await findFacts(desk.db, 'street', 'le-loi')).toMatchObject({
      id: 'streets/le-loi',
      factsNumber: 1,
      files: {},
      facts: {
        names: [
          { text: 'Đường Lê Lợi', locale: 'vi', kind: 'official' },
          { text: 'ផ្លូវ', locale: 'km', kind: 'translation' },
        ],
        sources: [{ id: 's1', title: 'Nghị quyết 1' }],
        review: { state: 'pending' },
      },
    })
    expect(await listAuditOf(desk.db, 'streets/le-loi')).toMatchObject([{ what: 'entry.created' }])
    expect((await browser.get('/admin/entries/streets/le-loi/facts?created=1')).status).toBe(200)
  })

  test('says from where it is known, or that nobody has said so yet', async () => {
    const typed = { kind: 'street', name: 'Đường Không Nguồn', noSource: '' }
    const refused = await create(typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="#source"')
    expect((await create({ ...typed, noSource: 'yes' })).status).toBe(303)
    const made = await findFacts(desk.db, 'street', 'khong-nguon')
    expect(made?.facts.sources).toEqual([{ id: 'g', kind: 'general-knowledge' }])
  })

  test('has its address proposed, without being made', async () => {
    const typed = { kind: 'street', name: 'Đường Ngô Thì Sĩ' }
    const answer = await browser.post(NEW, { ...typed, do: 'propose' })
    expect(fieldsOf(answer.text, NEW)).toMatchObject({ name: typed.name, slug: 'ngo-thi-si' })
    expect(await findFacts(desk.db, 'street', 'ngo-thi-si')).toBeNull()
  })

  test('cannot take an address that leads elsewhere, and is told one that is free', async () => {
    const answer = await create({ kind: 'street', name: 'Phố Lê Lợi' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('le-loi-2')
    const typed = { kind: 'street', name: 'Phố Lê Lợi', slug: 'le-loi-dong-kinh' }
    expect((await create(typed)).status).toBe(303)
    expect((await create({ ...typed, kind: 'place' })).status).toBe(303)
  })

  test('of two made at the same moment under one address, one is made', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => create({ kind: 'figure', name: 'Hoàng Văn Thụ' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  test.each([
    ['no kind', { name: 'Chợ' }, 'kind'],
    ['no name', { kind: 'place', slug: 'cho' }, 'name'],
    ['no Latin name', { kind: 'place', name: 'ផ្សារ' }, 'slug'],
    ['a slug that is none', { kind: 'place', name: 'Chợ', slug: '../x' }, 'slug'],
    ['a name that ends in a full stop', { kind: 'place', name: 'Chợ.' }, 'name'],
    ['a hidden character', { kind: 'place', name: 'Chợ\u0007' }, 'name'],
    [
      'a translation that ends in a comma',
      { kind: 'place', name: 'Chợ', 'name-km': 'ផ,' },
      'name-km',
    ],
  ])('with %s is not made, and nothing typed is lost', async (_, typed, field) => {
    const answer = await create(typed)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${field}"`)
    expect(fieldsOf(answer.text, NEW)).toMatchObject(typed)
  })

  test('is made by who may write entries only', async () => {
    const translator = (await desk.as('translator')).browser
    expect((await translator.get(NEW)).status).toBe(403)
    expect((await translator.post(NEW, { kind: 'place', name: 'Chợ' })).status).toBe(403)
  })

  test('shows markup as the letters it is made of', async () => {
    const name = '<script>"Chợ"</script>'
    const answer = await create({ kind: 'place', name, slug: '' })
    expect(answer.to).toContain('/places/')
    expect((await browser.get(answer.to)).text).not.toMatch(/<script(?! nonce)/)
  })
})

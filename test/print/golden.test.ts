/** A face of every template beside its picture in docs/pictures: what nobody meant to change has not changed. */
import { readFileSync } from 'node:fs'
import { expect, describe, test } from 'vitest'
import type { Cmyk, Drawing, Primitive, TextRun } from '../../src/press/face/drawing.ts'
import { difference } from '../../src/press/preflight/picture.ts'
import { TEMPLATES } from '../press/template-cases.ts'
import { FACES, keptAt, pictureOf, type Face } from './faces.ts'
import { openPng, pngOf } from './png.ts'

/** Of 255, per channel. */
const ALLOWED = 8
/** Pixels; 4 to 10 mm of a face. */
const TILE = 12
/** Share of the pixels of a tile, 0 to 1. */
const WORST = 0.05

/** Share of pixels that differ in the worst tile. Both pictures have gone through PNG, which rounds colours. */
async function worstTile(face: Face, alter?: (drawing: Drawing) => Drawing): Promise<number> {
  const [now, kept] = [
    await openPng(pngOf(await pictureOf(face, alter))),
    await openPng(readFileSync(keptAt(face))),
  ]
  expect([now.width, now.height]).toEqual([kept.width, kept.height])
  return difference(now, kept, ALLOWED, TILE).worstTile
}

const each =
  (change: (one: Primitive) => Primitive) =>
  (drawing: Drawing): Drawing => ({ ...drawing, primitives: drawing.primitives.map(change) })

const isName = (one: Primitive): one is TextRun =>
  one.kind === 'text' && /^name-(?:first|bare)$/.test(one.role)

test('every template has its face', () => {
  expect(FACES.map(({ template }) => template).sort()).toEqual(TEMPLATES.map(({ id }) => id).sort())
})

describe.each(FACES)('$template', (face) => {
  test('is printed as its picture shows it', async () => {
    const cure = `${keptAt(face)} is not what is printed now. Was that meant? Then run npx tsx bench/pictures.ts, look at the new picture, and commit it`
    expect(await worstTile(face), cure).toBeLessThan(WORST)
  })

  test('is told from one with another letter', async () => {
    const [name, ...others] = face.words.names
    if (!name) throw new Error(`${face.template} has no name`)
    const text = name.text.replace(/.$/u, (last) => (last === 'ụ' ? 'u' : 'e'))
    const changed = { ...face, words: { ...face.words, names: [{ ...name, text }, ...others] } }
    expect(await worstTile(changed)).toBeGreaterThan(WORST)
  })

  test.each([
    [1, 0],
    [0, 1],
  ])('is told from one whose name has moved by %i, %i mm', async (x, y) => {
    const moved = each((one) => (isName(one) ? { ...one, x: one.x + x, y: one.y + y } : one))
    expect(await worstTile(face, moved)).toBeGreaterThan(WORST)
  })

  test('is told from one in a lighter blue', async () => {
    const lighter = each((one) => {
      if (one.kind !== 'rect' || one.fill[0] !== 100) return one
      const [, ...inks] = one.fill
      return { ...one, fill: [90, ...inks] satisfies Cmyk }
    })
    expect(await worstTile(face, lighter)).toBeGreaterThan(WORST)
  })
})

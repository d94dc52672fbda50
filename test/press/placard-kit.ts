/** What placard tests share: the real template, fonts and profile, and an input that prints. */
import { existsSync, readFileSync } from 'node:fs'
import type { Box, Drawing } from '../../src/press/face/drawing.ts'
import { openFonts, type FontShelf } from '../../src/press/face/fonts.ts'
import {
  makePlacard,
  type PlacardArtwork,
  type PlacardInput,
} from '../../src/press/files/placard-artwork.ts'
import { isProblems } from '../../src/press/face/problems.ts'
import type { QrSymbol } from '../../src/press/face/symbol.ts'
import type { Template } from '../../src/press/template/template.ts'
import { parseShortCode, type ShortCode } from '../../src/domain/short-code.ts'
import { completed, filesOfVersion, isVersion, likeOf } from '../../src/press/template/like.ts'
import { readTemplate } from '../../src/press/template/read-template.ts'
import type { LocalText } from '../../src/press/face/local-text.ts'

const FOLDER = new URL('../../templates/', import.meta.url)
export const FONT_IDS = [
  'be-vietnam-pro-500',
  'be-vietnam-pro-700',
  'noto-sans-sc-500',
  'noto-sans-khmer-500',
] as const

export function templateFile(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, FOLDER)))
}

export function templateJson(id: string): Record<string, unknown> {
  const value = json(`${id}.json`)
  const like = likeOf(value)
  const files = filesOfVersion(like ?? '').filter((file) => existsSync(new URL(file, FOLDER)))
  const base = files.map(json).find((one) => isVersion(one, like ?? ''))
  return (base ? completed(value, base) : value) as Record<string, unknown>
}

function json(file: string): object {
  return JSON.parse(new TextDecoder().decode(templateFile(file))) as object
}

export function openTemplate(id: string): Template {
  const template = readTemplate(templateJson(id))
  if (Array.isArray(template)) throw new Error(`${id}: ${JSON.stringify(template)}`)
  return template
}

export function openShelf(): FontShelf {
  return openFonts(Object.fromEntries(FONT_IDS.map((id) => [id, templateFile(`fonts/${id}.ttf`)])))
}

const placard = openTemplate('placard-150x200')
if (!placard.symbol) throw new Error('a placard has a symbol')
export const template = { ...placard, symbol: placard.symbol }
export const fonts = openShelf()
export const condition = {
  identifier: 'FOGRA39',
  profile: templateFile('icc/FOGRA39L_argyll.icc'),
}

export function texts(vi: string, en?: string, zh?: string): LocalText[] {
  const all = [
    { locale: 'vi', text: vi },
    { locale: 'en', text: en },
    { locale: 'zh-Hans', text: zh },
  ]
  return all.filter((one): one is LocalText => one.text !== undefined)
}

export const INPUT: PlacardInput = {
  code: parseShortCode('7K3QXC') as ShortCode,
  origin: 'https://qr.langson.gov.vn',
  allowedOrigins: ['https://qr.langson.gov.vn'],
  draft: false,
  names: texts('Đường Hoàng Văn Thụ', 'Hoàng Văn Thụ Street', '黄文树街'),
  invitations: texts(
    'Quét mã để đọc chuyện con đường này',
    'Scan for the story of this street',
    '扫码了解这条街的故事',
  ),
  publisher: { locale: 'vi', text: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn' },
  hotline: { locale: 'vi', text: 'Đường dây nóng 0205 3 812 345' },
  template,
  fonts,
  condition,
  date: '2026-11-22',
}

/** Of a template with a symbol. */
export interface MadeWithSymbol extends PlacardArtwork {
  symbol: QrSymbol
  drawing: Drawing & { symbolBox: Box }
}

export function made(change: Partial<PlacardInput> = {}): MadeWithSymbol {
  const { symbol, drawing, ...rest } = madeOf(change)
  const { symbolBox } = drawing
  if (!symbol || !symbolBox) throw new Error('this face has no symbol')
  return { ...rest, symbol, drawing: { ...drawing, symbolBox } }
}

export function madeOf(change: Partial<PlacardInput> = {}): PlacardArtwork {
  const result = makePlacard({ ...INPUT, ...change })
  if (isProblems(result)) throw new Error(JSON.stringify(result))
  return result
}

/** `code field` of each problem. */
export function problemsOf(change: Partial<PlacardInput>): string[] {
  const result = makePlacard({ ...INPUT, ...change })
  return isProblems(result)
    ? result.map(({ code, values }) => [code, values['field']].filter(Boolean).join(' '))
    : []
}

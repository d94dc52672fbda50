import type { Recipe } from '../../src/domain/print-order.ts'
import type { ShortCode } from '../../src/domain/short-code.ts'

/** The least a frozen face can say. */
export function recipeOf(code: string): Recipe {
  return {
    code: code as ShortCode,
    names: [{ locale: 'vi', text: `Biển ${code}` }],
    invitations: [],
    publisher: { locale: 'vi', text: '' },
    hotline: null,
    symbol: null,
    date: '2026-11-23',
    placement: '',
    lat: null,
    lon: null,
    heightMm: null,
    readingDistanceMm: null,
    faces: 1,
    approved: true,
  }
}

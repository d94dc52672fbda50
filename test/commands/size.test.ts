import { describe, expect, test } from 'vitest'
import { sizeAdvice } from '../../src/domain/size-advice.ts'
import { sizedTemplates } from '../../src/press/template/template.ts'
import { template } from '../press/placard-kit.ts'

describe('stele size', () => {
  const advice = (distance: number, height: number | null = null) =>
    sizeAdvice(distance, height, sizedTemplates([template])).map(
      ({ key, values }) => [key, values] as const,
    )

  test('gives the least module and code for a distance, and the templates that are large enough', () => {
    expect(advice(0.8)).toEqual([
      ['module', { distance: '0.8', module: '2.72' }],
      ['code', { box: '101' }],
      ['fits', { template: 'placard-150x200@2', module: '3.00', metres: '0.88' }],
      ['height', {}],
    ])
  })

  test('says when no template is large enough', () => {
    expect(advice(2).map(([key]) => key)).toEqual(['module', 'code', 'none', 'height'])
  })

  test('reckons along the line of sight, and warns of steep angles', () => {
    const found = Object.fromEntries(advice(0.8, 2.5))
    expect(found['module']).toEqual({ distance: '1.44', module: '4.90' })
    expect(found['steep']).toEqual({ height: '2.5', distance: '0.8', pitch: '56' })
    expect(Object.keys(Object.fromEntries(advice(0.8, 1.3)))).toContain('height-good')
  })
})

/** The map: ours, with no script, and with nothing on it that is nowhere else. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { mapSheet, pathOf, SHEET_WIDTH } from '../../../src/domain/map-sheet.ts'
import { trialContent } from '../trial-content.ts'
import { SONG_NGU } from './installations.ts'
import { run, type Running } from './running.ts'

const SHAPES = 'content/admin-units.geojson'
const square = (code: string, lon: number, lat: number) => ({
  type: 'Feature',
  properties: { code },
  geometry: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [lon, lat],
          [lon + 0.1, lat],
          [lon + 0.1, lat + 0.1],
          [lon, lat + 0.1],
          [lon, lat],
        ],
      ],
    ],
  },
})
const shapes = new TextEncoder().encode(
  `{"type":"FeatureCollection","features":[\n${[square('05983', 106.7, 21.8), square('05986', 106.8, 21.8)].map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`,
)

describe(`the map, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    site = await run(new Map([...trialContent(), [SHAPES, shapes]]))
  })

  test('draws every ward and each place that has a position, and names them; wards lead on to the others', async () => {
    const html = await site.text('/vi/map')
    expect(html.match(/<path (?:class="busy" )?d="M\d[^"]*z"/g)).toHaveLength(2)
    expect(html).toContain('<title>Chợ Thử</title>')
    expect(html).toContain('href="/vi/places/cho-thu"')
    expect(html).toMatch(/href="\/vi\/map\/05983"><span>Phường Lương Văn Tri<\/span> · \d/)
    expect(await site.text('/vi/map/05983')).toContain('href="/vi/streets/hoang-van-thu"')
    expect(html).not.toMatch(/<script>/)
  })

  test('one ward shows its own places', async () => {
    const html = await site.text('/en/map/05983')
    expect(html).toContain('Phường')
    expect(html).toContain('href="/en/places/cho-thu"')
    expect(html).not.toContain('href="/en/heritage-sites/ai-chi-lang"')
  })

  test('there is none of a ward that is not drawn, and none in a language that is not offered', async () => {
    for (const path of ['/vi/map/99999', '/fr/map', '/vi/map/05983/x'])
      expect((await site.ask(path)).status, path).toBe(404)
    expect((await site.ask('/map', { 'Accept-Language': 'en' })).headers.get('Location')).toBe(
      '/en/map',
    )
  })

  test('an installation without outlines leads to its wards all the same', async () => {
    const other = await run(SONG_NGU)
    const html = await other.text('/vi/map')
    expect(html).toContain('href="/vi/units/31001"')
    expect(html).not.toContain('<svg class="map"')
  })
})

describe('a sheet', () => {
  test('holds every point, north up, and keeps shapes', () => {
    const points = [
      [106, 21],
      [107, 21],
      [107, 22.5],
    ] as const
    const sheet = mapSheet(points)!
    for (const point of points) {
      const [x, y] = sheet.place(point)
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(SHEET_WIDTH)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(sheet.height)
    }
    expect(sheet.place([107, 22.5])[1]).toBeLessThan(sheet.place([107, 21])[1])
    // A degree of longitude is shorter than one of latitude, by the cosine of where one is.
    const across = sheet.place([107, 21])[0] - sheet.place([106, 21])[0]
    const up = (sheet.place([106, 21])[1] - sheet.place([106, 22.5])[1]) / 1.5
    expect(across / up).toBeCloseTo(Math.cos((21.75 * Math.PI) / 180), 2)
    // The bar is as long as it says.
    expect(sheet.bar.units / up).toBeCloseTo(sheet.bar.metres / 111_320, 2)
  })

  test('one point has a sheet, none has none', () => {
    expect(mapSheet([[106.7, 21.8]])?.height).toBeGreaterThan(100)
    expect(mapSheet([])).toBeNull()
    const sheet = mapSheet([
      [106, 21],
      [107, 22],
    ])!
    expect(pathOf({ code: '1', polygons: [] }, sheet)).toBe('')
  })
})

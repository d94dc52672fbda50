/** Reads PDF content, SVG and DXF back into polygons in mm on the face, with nothing of the writers in it. */
export type Polygon = [x: number, y: number][]

/** Curves become 32 chords. */
function curve(from: [number, number], n: number[]): Polygon {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = n
  return Array.from({ length: 32 }, (_, i) => {
    const t = (i + 1) / 32
    const mix = (a: number, b: number, c: number, d: number) =>
      a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t ** 2 * (1 - t) + d * t ** 3
    return [mix(from[0], x1, x2, x3), mix(from[1], y1, y2, y3)]
  })
}

class Pen {
  polygons: Polygon[] = []
  #isClosed = false
  /** After a closing line the pen is back where its polygon began. */
  get at(): [number, number] {
    return this.polygons.at(-1)?.at(this.#isClosed ? 0 : -1) ?? [0, 0]
  }
  move(x: number, y: number) {
    this.polygons.push([[x, y]])
    this.#isClosed = false
  }
  line(x: number, y: number) {
    this.polygons.at(-1)?.push([x, y])
  }
  curve(numbers: number[]) {
    this.polygons.at(-1)?.push(...curve(this.at, numbers))
  }
  close() {
    this.#isClosed = true
  }
}

/** The painted paths of a page in order: one list per painting operator; texts are left out. */
export function pdfShapes(content: string): Polygon[][] {
  const shapes: Polygon[][] = []
  let pen = new Pen()
  let numbers: number[] = []
  for (const word of content.replace(/BT[\s\S]*?ET/g, '').split(/\s+/)) {
    const number = Number(word)
    if (word !== '' && !Number.isNaN(number)) {
      numbers.push(number)
      continue
    }
    const [a = 0, b = 0, c = 0, d = 0] = numbers
    if (word === 'm') pen.move(a, b)
    if (word === 'l') pen.line(a, b)
    if (word === 'c') pen.curve(numbers)
    if (word === 're') {
      pen.move(a, b)
      pen.line(a + c, b)
      pen.line(a + c, b + d)
      pen.line(a, b + d)
    }
    if (word === 'f' || word === 'S') shapes.push(pen.polygons)
    if (['f', 'S', 'n'].includes(word)) pen = new Pen()
    numbers = []
  }
  return shapes
}

export interface SvgShape {
  class: string
  group: string
  polygons: Polygon[]
}

/** Of an SVG whose only shapes are `rect` and `path` with M, m, l, c and z. */
export function svgShapes(svg: string): SvgShape[] {
  const shapes: SvgShape[] = []
  let group = ''
  for (const [element, name = ''] of svg
    .replace(/<defs>[\s\S]*<\/defs>/, '')
    .matchAll(/<(\w+)[^>]*>/g)) {
    const attribute = (key: string) => new RegExp(` ${key}="([^"]*)"`).exec(element)?.[1] ?? ''
    if (name === 'g') group = attribute('id')
    if (name === 'rect') {
      const [x, y, w, h] = ['x', 'y', 'width', 'height'].map((key) => Number(attribute(key))) as [
        number,
        number,
        number,
        number,
      ]
      const polygons: Polygon[] = [
        [
          [x, y],
          [x + w, y],
          [x + w, y + h],
          [x, y + h],
        ],
      ]
      shapes.push({ class: attribute('class'), group, polygons })
    }
    if (name === 'path')
      shapes.push({ class: attribute('class'), group, polygons: svgPath(attribute('d')) })
  }
  return shapes
}

function svgPath(data: string): Polygon[] {
  const pen = new Pen()
  for (const [, op = '', rest = ''] of data.matchAll(/([Mmlcz])([^Mmlcz]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
    const [x, y] = pen.at
    const absolute = numbers.map((value, i) => value + (i % 2 === 0 ? x : y))
    if (op === 'M') pen.move(numbers[0] ?? NaN, numbers[1] ?? NaN)
    if (op === 'm') pen.move(absolute[0] ?? NaN, absolute[1] ?? NaN)
    if (op === 'l') pen.line(absolute[0] ?? NaN, absolute[1] ?? NaN)
    if (op === 'c') pen.curve(absolute)
    if (op === 'z') pen.close()
  }
  return pen.polygons
}

export interface DxfFile {
  /** Header variables, with the values of all their pairs. */
  header: Map<string, string[]>
  layers: string[]
  polylines: { layer: string; closed: boolean; points: Polygon }[]
  circles: { layer: string; x: number; y: number; radius: number }[]
}

export function readDxf(text: string): DxfFile {
  const lines = text.split('\n')
  const file: DxfFile = { header: new Map(), layers: [], polylines: [], circles: [] }
  let [entity, table, variable] = ['', '', '']
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const [code, value] = [Number(lines[i]), lines[i + 1] ?? '']
    const last = file.polylines.at(-1)
    if (code === 0) {
      entity = value
      if (value === 'POLYLINE') file.polylines.push({ layer: '', closed: false, points: [] })
      if (value === 'CIRCLE') file.circles.push({ layer: '', x: NaN, y: NaN, radius: NaN })
      if (value === 'VERTEX') last?.points.push([NaN, NaN])
    } else if (code === 2 && entity === 'TABLE') table = value
    else if (code === 2 && entity === 'LAYER' && table === 'LAYER') file.layers.push(value)
    else if (code === 9) variable = value
    else if (variable && entity === 'SECTION')
      file.header.set(variable, [...(file.header.get(variable) ?? []), value])
    else if (entity === 'POLYLINE' && last) {
      if (code === 8) last.layer = value
      if (code === 70) last.closed = Number(value) === 1
    } else if (entity === 'CIRCLE') {
      const circle = file.circles.at(-1)
      if (circle && code === 8) circle.layer = value
      if (circle && code === 10) circle.x = Number(value)
      if (circle && code === 20) circle.y = Number(value)
      if (circle && code === 40) circle.radius = Number(value)
    } else if (entity === 'VERTEX' && (code === 10 || code === 20)) {
      const point = last?.points.at(-1)
      if (point) point[code === 10 ? 0 : 1] = Number(value)
    }
  }
  return file
}

/** The largest distance of any corner of `a` from the outline of `b`, in mm. */
export function apart(a: readonly Polygon[], b: readonly Polygon[]): number {
  let worst = 0
  a.forEach((polygon, i) => {
    // Contours stand in the same order in every file.
    const other = b[i] ?? []
    for (const point of polygon) {
      let near = Infinity
      for (let k = 0; k < other.length; k++)
        near = Math.min(
          near,
          toSegment(
            point,
            other[k] as [number, number],
            other[(k + 1) % other.length] as [number, number],
          ),
        )
      worst = Math.max(worst, near)
    }
  })
  return a.length === b.length ? worst : Infinity
}

/** Of a point from lines that are open unless their last point is the first. */
export function fromLines(point: Polygon[number], lines: readonly Polygon[]): number {
  let near = Infinity
  for (const line of lines)
    for (let i = 1; i < line.length; i++)
      near = Math.min(near, toSegment(point, line[i - 1]!, line[i]!))
  return near
}

function toSegment(
  [x, y]: [number, number],
  [ax, ay]: [number, number],
  [bx, by]: [number, number],
): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}

/** What people do to a finished file, and what preflight must say of it at least. */
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { PreflightFault } from '../../src/domain/preflight.ts'
import { newShortCode } from '../../src/domain/short-code.ts'
import { made } from './placard-kit.ts'
import { CUT, DRILL, spot, SYMBOL, symbolPicture, text, type WrongFile } from './wrong-files.ts'

export type Planted = readonly [
  what: string,
  fault: PreflightFault,
  edit: (file: WrongFile) => unknown,
]

const inSymbol = (colour: string) => (file: WrongFile) => file.replace(SYMBOL, `${colour}\n$1`)
const box = (colour: string, [x, y, w, h]: readonly number[]) =>
  `${colour} k\n${x} ${y} ${w} ${h} re\nf`
const seeThrough = (keys: Record<string, unknown>) => (file: WrongFile) =>
  file
    .resource('ExtGState', 'See', { Type: 'ExtGState', ...keys })
    .replace(SYMBOL, 'q\n/See gs\n0 0 0 1 k\n$1\nQ')
const other = () => {
  let seed = 5
  return made({ code: newShortCode((limit) => (seed = (seed * 48271) % 2147483647) % limit) })
}

async function joined(file: WrongFile, at: number) {
  const [copy] = await file.document.copyPages(await PDFDocument.load(other().pdf), [0])
  if (copy) file.document.insertPage(at, copy)
}

/** The page as a form of itself, so that it can be painted by any transform. */
function asForm(file: WrongFile, transform: string) {
  const { page, document, content } = file
  const form = document.context.stream(content, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 600, 700],
  })
  form.dict.set(PDFName.of('Resources'), page.Resources() as PDFDict)
  page.set(PDFName.of('Resources'), document.context.obj({}))
  file.resource('XObject', 'Face', document.context.register(form))
  file.content = `q\n${transform} cm\n/Face Do\nQ`
}

/** Another sign's symbol as a path of `mm` to the side, its corner at (x, y). */
function smallSymbol(x: number, y: number, mm: number): string {
  const { symbol } = other()
  const module = mm / symbol.size
  const steps = symbol.outline.flatMap((contour) => [
    ...contour.map(([u, v], i) => `${x + u * module} ${y + v * module} ${i === 0 ? 'm' : 'l'}`),
    'h',
  ])
  return `0 0 0 1 k\n${steps.join('\n')}\nf`
}

function picture(file: WrongFile, per: number, space: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK') {
  file.resource('XObject', 'Code', symbolPicture(file, per, space))
  file.replace(SYMBOL, 'q\n87 0 0 -87 31.5 142.5 cm\n/Code Do\nQ')
}

function fontKey(file: WrongFile, name: string, key: string): PDFDict {
  const font = file.named('Font', name) as PDFDict
  const [inner] = font.lookup(PDFName.of('DescendantFonts'), PDFArray).asArray()
  const descendant = file.document.context.lookup(inner, PDFDict)
  return key === '' ? descendant : descendant.lookup(PDFName.of(key), PDFDict)
}

/** Told from outside, one by one: preflight released each of them. */
export const REPORTED: readonly Planted[] = [
  ['the code in rich black', 'CO-01.inks', inSymbol('0.6 0.4 0.4 1 k')],
  ['the code in 300 % of ink', 'CO-01.inks', inSymbol('0.7 0.6 0.7 1 k')],
  ['the code in blue', 'CO-01.inks', inSymbol('1 0.8 0.1 0.15 k')],
  ['no cut line', 'GE-01.missing', (file) => file.replace(CUT, '')],
  [
    'the cut line under another name',
    'GE-01.missing',
    (file) => file.resource('ColorSpace', 'CS0', spot(file, 'Stanze')),
  ],
  [
    'the cut line in magenta',
    'GE-01.missing',
    (file) => file.replace('/CS0 CS 1 SCN', '0 1 0 0 K'),
  ],
  [
    'the cut line moved by 60 mm',
    'GE-01.missing',
    (file) => file.replace(CUT, (whole) => `q\n1 0 0 1 60 0 cm\n${whole}\nQ`),
  ],
  ['a hole that is gone', 'GE-01.missing', (file) => file.replace(DRILL, '')],
  [
    'a hole in the code',
    'GE-01.extra',
    (file) => file.replace(DRILL, (whole) => `q\n1 0 0 1 65 89 cm\n${whole}\nQ`),
  ],
  [
    'artwork clipped at the trim',
    'TX-05.bleed',
    (file) =>
      file.replace(/\/OC \/L0 BDC\n([^]*?)\nEMC/, '/OC /L0 BDC\nq\n0 0 150 200 re W n\n$1\nQ\nEMC'),
  ],
  [
    'artwork at 95 %',
    'SZ-01.scale',
    (file) =>
      file.replace(
        /\/OC \/L0 BDC\n([^]*?)\nEMC/,
        '/OC /L0 BDC\nq\n0.95 0 0 0.95 3.75 5 cm\n$1\nQ\nEMC',
      ),
  ],
  [
    'the whole face at 55 %, with boxes of its own and no /Subject',
    'PF-02.boxes',
    (file) => {
      const k = 0.55
      asForm(file, `${k} 0 0 ${k} 0 0`)
      file
        .box('MediaBox', [0, 0, 180 * k, 230 * k])
        .box('BleedBox', [12 * k, 12 * k, 168 * k, 218 * k])
      file.box('TrimBox', [15 * k, 15 * k, 165 * k, 215 * k])
      file.document.context
        .lookup(file.document.context.trailerInfo.Info, PDFDict)
        .delete(PDFName.of('Subject'))
    },
  ],
  [
    'a line of 0.5 mm in the quiet zone',
    'QZ-01.quiet',
    (file) => file.add('0 0 0 1 K 0.5 w 25.5 46 m 25.5 150 l S'),
  ],
  [
    'a line of 0.1 mm in the quiet zone',
    'QZ-01.quiet',
    (file) => file.add('0 0 0 1 K 0.1 w 28.5 46 m 28.5 150 l S'),
  ],
  [
    'a line of 0.1 mm across it',
    'QZ-01.quiet',
    (file) => file.add('0 0 0 1 K 0.1 w 22 49.5 m 128 49.5 l S'),
  ],
  ['the code at 60 %', 'CO-05.see-through', seeThrough({ ca: 0.6 })],
  ['a CropBox inside the trim', 'PF-02.crop', (file) => file.box('CropBox', [20, 20, 160, 210])],
  ['another sign on page 2', 'QR-08.pages', (file) => joined(file, 1)],
  ['another sign before page 1', 'QR-08.pages', (file) => joined(file, 0)],
  [
    'a second code at 12 % of its size',
    'QR-08.other',
    (file) => file.add(smallSymbol(125, 160, 10.5)),
  ],
  [
    'the name covered by a box',
    'TX-07.shown',
    (file) => file.add(box('1 0.8 0.1 0.15', [20, 14, 110, 12])),
  ],
  [
    'one more word after the name',
    'TX-07.words',
    (file) => file.add('0 0 0 0 k\nBT\n/F2 1 Tf\n4 0 0 -4 60 42.5 Tm\n[<0026>] TJ\nET'),
  ],
  ['the code as a picture of 29 pixels', 'IM-01.code', (file) => picture(file, 1, 'DeviceGray')],
  ['the code as a picture of 290 pixels', 'IM-01.code', (file) => picture(file, 10, 'DeviceGray')],
  [
    'the code as a CMYK picture of 580 pixels',
    'IM-01.code',
    (file) => picture(file, 20, 'DeviceCMYK'),
  ],
]

/** Their siblings. */
export const SIBLINGS: readonly Planted[] = [
  [
    'a white box over a hole of the frame',
    'PF-05.face',
    (file) => file.add(box('0 0 0 0', [60, 186, 30, 8])),
  ],
  [
    'a white box over half the hotline',
    'TX-07.shown',
    (file) => file.add(box('1 0.8 0.1 0.15', [52, 188, 20, 3.5])),
  ],
  [
    'a white box over a module',
    'QR-05.modules',
    (file) => file.add(box('0 0 0 0', [34.5, 55.5, 3, 3])),
  ],
  [
    'one module turned dark',
    'QR-05.modules',
    (file) => file.add(box('0 0 0 1', [52.5, 55.5, 3, 3])),
  ],
  [
    'half a module knocked out',
    'QR-05.modules',
    (file) => file.add(box('0 0 0 0', [31.5, 55.5, 3, 1.5])),
  ],
  ['the code in 90 % black', 'CO-01.inks', inSymbol('0 0 0 0.9 k')],
  ['the code in 99 % black', 'PF-05.unseen', inSymbol('0 0 0 0.99 k')],
  ['the code in grey levels', 'PF-05.unseen', inSymbol('0 g')],
  ['the code in RGB', 'CO-03.rgb', inSymbol('0 0 0 rg')],
  [
    'the code in a spot colour',
    'CO-01.inks',
    (file) =>
      file
        .resource('ColorSpace', 'Own', spot(file, 'Schwarz', [0, 0, 0, 1]))
        .replace(SYMBOL, '/Own cs 1 scn\n$1'),
  ],
  [
    'the code in registration',
    'CO-01.inks',
    (file) => {
      file.resource('ColorSpace', 'All', spot(file, 'All'))
      inSymbol('/All cs 1 scn')(file)
    },
  ],
  [
    'the code with a soft mask',
    'CO-05.see-through',
    (file) => {
      const group = file.document.context.stream('0.6 g 0 0 600 700 re f', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 600, 700],
        Group: { S: 'Transparency', CS: 'DeviceGray' },
      })
      seeThrough({ SMask: { S: 'Luminosity', G: file.document.context.register(group) } })(file)
    },
  ],
  ['the code multiplied', 'CO-05.see-through', seeThrough({ BM: 'Multiply' })],
  [
    'the code that overprints',
    'PF-05.unseen',
    (file) => file.replace(SYMBOL, '/Over gs\n0 0 0 1 k\n$1\n/Knock gs'),
  ],
  [
    'a cyan tint over the code that overprints',
    'CO-01.inks',
    (file) => file.add(`/Over gs\n${box('0.3 0 0 0', [30, 54, 90, 90])}`),
  ],
  [
    '2 % of yellow under the code',
    'CO-01.inks',
    (file) => file.replace('0 0 0 0 k\n19.5 43.5 111 111 re', '0 0 0.03 0 k\n19.5 43.5 111 111 re'),
  ],
  [
    'the panel gone from under the code',
    'PF-05.unseen',
    (file) => file.replace('0 0 0 0 k\n19.5 43.5 111 111 re\nf', ''),
  ],
  [
    'the code a third off its place',
    'SZ-01.scale',
    (file) => file.replace(SYMBOL, 'q 1 0 0 1 1 0 cm 0 0 0 1 k\n$1\nQ'),
  ],
  [
    'the code at 99 %',
    'SZ-01.scale',
    (file) => file.replace(SYMBOL, 'q 0.99 0 0 0.99 0.3 0.5 cm 0 0 0 1 k\n$1\nQ'),
  ],
  [
    'a speck in the quiet zone',
    'QZ-01.quiet',
    (file) => file.add(box('0 0 0 1', [22, 100, 0.2, 0.2])),
  ],
  [
    'a faint tint in the quiet zone',
    'QZ-01.quiet',
    (file) => file.add(box('0 0 0.12 0.05', [20, 60, 8, 60])),
  ],
  [
    'a tint of CutContour',
    'GE-01.changed',
    (file) => file.replace('/CS0 CS 1 SCN', '/CS0 CS 0.5 SCN'),
  ],
  [
    'a dashed cut line',
    'GE-01.changed',
    (file) => file.replace('/CS0 CS 1 SCN', '/CS0 CS 1 SCN [3 2] 0 d'),
  ],
  [
    'a cut line of 2 mm',
    'GE-01.changed',
    (file) => file.replace('/CS0 CS 1 SCN\n0.0882 w', '/CS0 CS 1 SCN\n2 w'),
  ],
  ['a cut line twice', 'GE-01.extra', (file) => file.replace(CUT, (whole) => `${whole}\n${whole}`)],
  [
    'an open cut line',
    'GE-01.changed',
    (file) => file.replace('3.5817 0 8 0 c\nh', '3.5817 0 8 0 c'),
  ],
  [
    'a cut line with other corners',
    'GE-01.changed',
    (file) => file.replace('146.4183 0 150 3.5817 150 8 c', '148 0 150 2 150 8 c'),
  ],
  [
    'a cut line filled',
    'GE-01.changed',
    (file) =>
      file
        .resource('ColorSpace', 'CS0b', file.named('ColorSpace', 'CS0'))
        .replace(CUT, (whole) => whole.replace('CS 1 SCN', 'cs 1 scn').replace(/\nS\n/, '\nf\n')),
  ],
  [
    'a cut line that knocks out',
    'PF-05.face',
    (file) => file.replace('/Over gs\n/CS0 CS', '/Knock gs\n/CS0 CS'),
  ],
  [
    'a hole of 8 mm',
    'GE-01.changed',
    (file) => file.replace(DRILL, (whole) => `q\n1.6 0 0 1.6 -6 -6 cm\n${whole}\nQ`),
  ],
  [
    'a hole 1 mm off',
    'GE-01.changed',
    (file) => file.replace(DRILL, (whole) => `q\n1 0 0 1 0.5 0 cm\n${whole}\nQ`),
  ],
  ['a fifth hole', 'GE-01.extra', (file) => file.add('/CS1 CS 1 SCN 0.0882 w 70 195 4 4 re S')],
  [
    'a line of White',
    'CO-03.plate',
    (file) =>
      file
        .resource('ColorSpace', 'W', spot(file, 'White', [0, 0, 0, 0]))
        .add('/W cs 1 scn 0 50 150 100 re f'),
  ],
  [
    'the header in another blue',
    'PF-05.face',
    (file) => file.replace('1 0.8 0.1 0.15 k\n-3 -3', '1 0.7 0.1 0.15 k\n-3 -3'),
  ],
  [
    'the header a shade off',
    'PF-05.face',
    (file) => file.replace('1 0.8 0.1 0.15 k\n-3 -3', '1 0.77 0.1 0.15 k\n-3 -3'),
  ],
  [
    'the header in RGB',
    'CO-03.rgb',
    (file) => file.replace('1 0.8 0.1 0.15 k\n-3 -3', '0.05 0.25 0.55 rg\n-3 -3'),
  ],
  [
    'too much ink in the header',
    'CO-03.heavy',
    (file) => file.replace('1 0.8 0.1 0.15 k\n-3 -3', '1 0.9 0.9 0.4 k\n-3 -3'),
  ],
  ['the code as a picture in RGB', 'IM-01.image', (file) => picture(file, 10, 'DeviceRGB')],
  ['a picture of a pixel a module', 'IM-01.coarse', (file) => picture(file, 1, 'DeviceGray')],
  [
    'a picture over the face',
    'PF-05.face',
    (file) =>
      file
        .resource('XObject', 'Code', symbolPicture(file, 1, 'DeviceCMYK'))
        .add('q 20 0 0 -20 5 170 cm /Code Do Q'),
  ],
  [
    'an inline picture',
    'PF-05.face',
    (file) => file.add('q 20 0 0 -20 5 170 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x00\x7f\x7f\x00 EI Q'),
  ],
  [
    'a shading',
    'PF-05.face',
    (file) =>
      file
        .resource('Shading', 'Sh', {
          ShadingType: 2,
          ColorSpace: 'DeviceCMYK',
          Coords: [0, 0, 100, 0],
          Function: { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 0, 0], N: 1 },
        })
        .add('q 0 150 150 5 re W n /Sh sh Q'),
  ],
  [
    'a word in white',
    'TX-07.words',
    (file) => file.add('0 0 0 0 k\nBT\n/F2 1 Tf\n4 0 0 -4 60 150 Tm\n[<0026>] TJ\nET'),
  ],
  [
    'a word that is hidden',
    'TX-07.words',
    (file) => file.add('BT\n3 Tr\n/F2 1 Tf\n4 0 0 -4 60 150 Tm\n[<0026>] TJ\nET'),
  ],
  [
    'a word of 0.1 mm',
    'TX-07.words',
    (file) => file.add('BT\n/F2 1 Tf\n0.1 0 0 -0.1 60 152 Tm\n[<0026>] TJ\nET'),
  ],
  ['a letter exchanged', 'TX-07.shown', (file) => file.replace('<00260027>', '<00270026>')],
  [
    'letters farther apart',
    'TX-07.shown',
    (file) => file.replace(/(2\.86 0 0 -2\.86 [\d.]+ [\d.]+ Tm)/, '0.05 Tc $1'),
  ],
  [
    'a text moved by 0.2 mm',
    'TX-07.shown',
    (file) =>
      file.replace(
        /2\.86 0 0 -2\.86 (\d+\.\d+) ([\d.]+) Tm/,
        '1 0 0 1 0.2 0 cm 2.86 0 0 -2.86 $1 $2 Tm',
      ),
  ],
  [
    'a text in another colour',
    'TX-07.shown',
    (file) => file.replace('0 0 0 0 k\nBT\n/F2 1 Tf\n2.86', '0 0 1 0 k\nBT\n/F2 1 Tf\n2.86'),
  ],
  [
    'the hotline deleted',
    'TX-07.words',
    (file) => file.replace(/BT\n\/F2 1 Tf\n2\.86 0 0 -2\.86 52\.0313[^]*?ET/, ''),
  ],
  [
    'one font for another',
    'PF-05.parts',
    (file) => file.resource('Font', 'F1', file.named('Font', 'F2')),
  ],
  [
    'a font with other widths',
    'PF-05.parts',
    (file) => fontKey(file, 'F2', '').set(PDFName.of('DW'), file.document.context.obj(700)),
  ],
  [
    'a font that reads otherwise',
    'TX-07.words',
    (file) => (file.named('Font', 'F1') as PDFDict).delete(PDFName.of('ToUnicode')),
  ],
  [
    'a font without its file',
    'PF-02.fonts',
    (file) => fontKey(file, 'F1', 'FontDescriptor').delete(PDFName.of('FontFile2')),
  ],
  ['the page turned', 'PF-05.parts', (file) => file.set('Rotate', 90)],
  ['the page upside down', 'PF-05.parts', (file) => file.set('Rotate', 180)],
  ['a UserUnit of 2', 'PF-01.structure', (file) => file.set('UserUnit', 2)],
  ['a smaller media box', 'PF-05.parts', (file) => file.box('MediaBox', [5, 5, 175, 225])],
  ['a bleed box of 1 mm', 'PF-02.bleed', (file) => file.box('BleedBox', [14, 14, 166, 216])],
  ['a trim box 2 mm off', 'GE-01.changed', (file) => file.box('TrimBox', [15.5, 15, 165.5, 215])],
  [
    'a hidden layer',
    'PF-01.structure',
    (file) => {
      const layers = file.document.catalog.lookup(PDFName.of('OCProperties'), PDFDict)
      const group = file.document.context.getObjectRef(file.named('Properties', 'L1'))
      layers
        .lookup(PDFName.of('D'), PDFDict)
        .set(PDFName.of('OFF'), file.document.context.obj([group]))
    },
  ],
  [
    'artwork on a layer that is off',
    'PF-05.parts',
    (file) => {
      const group = file.document.context.register(
        file.document.context.obj({
          Type: 'OCG',
          Name: text('x'),
          Usage: { Print: { PrintState: 'OFF' } },
        }),
      )
      file.resource('Properties', 'L9', group).add('/OC /L9 BDC\n0 0 0 1 k 20 60 5 5 re f\nEMC')
    },
  ],
  [
    'an annotation over the name',
    'PF-01.structure',
    (file) => {
      const look = file.stream('0 0 0 0 k 0 0 200 40 re f', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 200, 40],
      })
      const one = {
        Type: 'Annot',
        Subtype: 'Stamp',
        Rect: [100, 560, 300, 600],
        F: 4,
        AP: { N: look },
      }
      file.set('Annots', [file.document.context.register(file.document.context.obj(one as never))])
    },
  ],
  [
    'a form field',
    'PF-01.structure',
    (file) => file.document.getForm().createTextField('x').addToPage(file.document.getPage(0)),
  ],
  ['a script', 'PF-01.structure', (file) => file.document.addJavaScript('x', 'app.alert(1)')],
  [
    'an embedded file',
    'PF-01.structure',
    (file) => file.document.attach(new Uint8Array(9), 'x.txt', { mimeType: 'text/plain' }),
  ],
  [
    'no output intent',
    'PF-01.structure',
    (file) => file.document.catalog.delete(PDFName.of('OutputIntents')),
  ],
  [
    'another output intent',
    'PF-05.parts',
    (file) => {
      const [intent] = file.document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).asArray()
      ;(intent as PDFDict).set(PDFName.of('OutputConditionIdentifier'), text('CGATS TR 006'))
    },
  ],
  [
    'a profile cut short',
    'PF-01.structure',
    (file) => {
      const [intent] = file.document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).asArray()
      ;(intent as PDFDict).set(
        PDFName.of('DestOutputProfile'),
        file.stream(new Uint8Array(400), { N: 4 }),
      )
    },
  ],
  [
    'a transparency group on the page',
    'PF-05.parts',
    (file) => file.set('Group', { S: 'Transparency', CS: 'DeviceRGB' }),
  ],
  [
    'the date in the slug covered',
    'PF-05.face',
    (file) => file.add(box('0 0 0 0', [4, 204.5, 60, 5])),
  ],
  [
    'no crop marks',
    'PF-05.face',
    (file) => file.replace(/\/Over gs\n0\.0882 w\n1 0 0 0 K[^]*?\/Knock gs/, ''),
  ],
  ['no ink patches', 'PF-05.face', (file) => file.replace('0 0 1 0 k\n131 205.2 4 4 re\nf', '')],
  [
    'the frame gone',
    'PF-05.face',
    (file) => file.replace('1 0.8 0.1 0.15 K\n0.6 w\n7 43 m\n7 175 l\n143 43 m\n143 175 l\nS', ''),
  ],
  ['another title', 'PF-05.parts', (file) => file.document.setTitle('Đường Lê Lợi')],
  ['the face as a form at 100.5 %', 'SZ-01.scale', (file) => asForm(file, '1.005 0 0 1.005 0 0')],
  ['the face mirrored', 'QR-04.unread', (file) => file.within('-1 0 0 1 150 0 cm')],
  ['the face on its head', 'PF-05.face', (file) => file.within('-1 0 0 -1 150 200 cm')],
  [
    'the face turned by a degree',
    'SZ-01.scale',
    (file) => file.within('0.99985 0.01745 -0.01745 0.99985 0 0 cm'),
  ],
]

/**
 * How every name of content/ is broken on each template: `npx tsx bench/names.ts [TEMPLATE…]`. One tab-separated line
 * for each that takes two lines or more: template, entry, language, em in mm, its lines with `|` between them, and
 * `parted` where a line ends within what belongs together. Then a line for each template: faces made and refused, names set,
 * how many of them on more than one line, and how many parted.
 * A template is also a name of templates/earlier, as in `earlier/card-a5@1`.
 */
import { makePlacard } from '../src/press/files/placard-artwork.ts'
import { isProblems } from '../src/press/face/problems.ts'
import { templateName } from '../src/press/template/template.ts'
import { NAMED } from '../test/press/content-names.ts'
import { INPUT, openTemplate, texts } from '../test/press/placard-kit.ts'
import { endsWithPieces, linesOfNames, running, TEMPLATES } from '../test/press/template-cases.ts'

const asked = process.argv.slice(2)
for (const template of asked.length > 0 ? asked.map(openTemplate) : TEMPLATES) {
  const counts = { faces: 0, refused: 0, names: 0, broken: 0, parted: 0 }
  for (const { path, names } of NAMED) {
    const captions = path.startsWith('heritage') ? texts('Di tích quốc gia đặc biệt') : []
    const made = makePlacard({ ...INPUT, template, names, captions, ...running(names) })
    if (isProblems(made)) {
      counts.refused++
      continue
    }
    counts.faces++
    for (const { locale, lines, size } of linesOfNames(made, names)) {
      const name = names.find((one) => one.locale === locale)
      const isWhole = name !== undefined && endsWithPieces(lines, name)
      counts.names++
      if (lines.length < 2) continue
      counts.broken++
      if (!isWhole) counts.parted++
      const broken = [locale, size, lines.join(' | '), isWhole ? '' : 'parted']
      console.log([templateName(template), path, ...broken].join('\t'))
    }
  }
  console.log([templateName(template), JSON.stringify(counts)].join('\t'))
}

/** Empty tables to fill in: headings, one example row that is passed over, and what each column wants. */
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/universal'
import type { Site } from '../../domain/site.ts'
import {
  deskMessage,
  DESK_LANGUAGES,
  findDeskKey,
  type DeskLanguage,
} from '../../messages/desk-message.ts'
import { columnsOf, type Column, type Table } from './columns.ts'
import type { Grid } from './grid.ts'
import { TABLE_EXAMPLES } from '../../messages/table-examples.ts'

const exampleOf = (key: string, table: Table) =>
  TABLE_EXAMPLES[key === 'name' ? `name.${table}` : key] ?? ''

/** Columns that the templates of `table` hold; a code is only for tables about signs that have one. */
function templateColumns(table: Table, site: Site, language: DeskLanguage): Column[] {
  return columnsOf(table, site, language).filter(
    ({ key }) => !['kind', 'code', 'state'].includes(key),
  )
}

function hintFor({ key }: Column, table: Table, language: DeskLanguage): string {
  const plain = key.split(':')[0] ?? ''
  const found = findDeskKey(`import.hint.${plain === 'name' && key !== plain ? 'nameIn' : plain}`)
  const needed = key === 'name' || (table === 'sign' && key === 'entry')
  return [
    needed ? deskMessage(language, 'import.needed') : '',
    found ? deskMessage(language, found) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** UTF-8 with its mark and CRLF, as Excel reads it; the legend stands below in lines that begin with `#`. */
export function csvTemplate(table: Table, site: Site, language: DeskLanguage): string {
  const columns = templateColumns(table, site, language)
  const legend = columns.map((column) => [
    `# ${column.heading}: ${hintFor(column, table, language)}`.trim(),
  ])
  const rows = [
    columns.map(({ heading }) => heading),
    columns.map(({ key }) => exampleOf(key, table)),
    [`# ${deskMessage(language, 'import.legend')}`],
    ...legend,
  ]
  return `\uFEFF${stringify(rows, { record_delimiter: '\r\n' })}`
}

/** Two sheets: the table, and what each column wants. */
export async function xlsxTemplate(
  table: Table,
  site: Site,
  language: DeskLanguage,
): Promise<ArrayBuffer> {
  const columns = templateColumns(table, site, language)
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })
  const plain = (value: string) => (value === '' ? null : { value, type: String })
  const sheet = [
    columns.map(({ heading }) => bold(heading)),
    columns.map(({ key }) => plain(exampleOf(key, table))),
  ]
  const legend = [
    [bold(deskMessage(language, 'import.legend')), null],
    ...columns.map((column) => [bold(column.heading), plain(hintFor(column, table, language))]),
  ]
  const made = writeXlsxFile([
    {
      data: sheet,
      sheet: deskMessage(language, 'import.sheet'),
      columns: columns.map(() => ({ width: 22 })),
      stickyRowsCount: 1,
    },
    {
      data: legend,
      sheet: deskMessage(language, 'import.legendSheet'),
      columns: [{ width: 28 }, { width: 90 }],
    },
  ] as unknown as Parameters<typeof writeXlsxFile>[0])
  return (await (made as { toBlob: () => Promise<Blob> }).toBlob()).arrayBuffer()
}

/** The table without the example row, where somebody left it in place. */
export function withoutExample(grid: Grid, table: Table, site: Site): Grid {
  const examples = new Set(
    DESK_LANGUAGES.map((language) =>
      templateColumns(table, site, language)
        .map(({ key }) => exampleOf(key, table))
        .join('\n')
        .trimEnd(),
    ),
  )
  return {
    ...grid,
    rows: grid.rows.filter(({ cells }) => !examples.has(cells.join('\n').trimEnd())),
  }
}

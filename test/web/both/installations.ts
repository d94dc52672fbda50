/**
 * Two provinces: a dozen entries of Lạng Sơn as they stood in November 2026 with its units of today, and a tiny one in
 * Vietnamese and Khmer. What holds for one must hold for the other; what is in content/ now, edition.test.ts looks at.
 */
import type { Folder } from '../../../src/domain/folder.ts'

type Globbed = Record<string, string>
const province = import.meta.glob('/content/*.{yaml,csv,geojson}', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Globbed
const langSon = import.meta.glob('/test/fixtures/lang-son/**/*.{md,yaml,csv}', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Globbed
const songNgu = import.meta.glob('/test/fixtures/song-ngu/**/*.{md,yaml,csv}', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Globbed

function folderOf(files: Globbed, root: string): Folder {
  const encoder = new TextEncoder()
  return new Map(
    Object.entries(files).map(([path, text]) => [path.slice(root.length), encoder.encode(text)]),
  )
}

export const LANG_SON: Folder = new Map([
  ...folderOf(province, '/'),
  ...folderOf(langSon, '/test/fixtures/lang-son/'),
])
export const SONG_NGU = folderOf(songNgu, '/test/fixtures/song-ngu/')
export const INSTALLATIONS: Record<string, Folder> = {
  'Lạng Sơn': LANG_SON,
  'the Vietnamese and Khmer one': SONG_NGU,
}

/** The names of every entry of content/, as signs of it would print them. */
import { readContent } from '../../src/content/read-content.ts'
import { nameIn } from '../../src/domain/entry.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { readFolderFromDisk } from '../../src/exchange/folder/folder-on-disk.ts'
import type { LocalText } from '../../src/press/face/local-text.ts'

const { entries } = readContent(await readFolderFromDisk('.'), () => {})

export interface NamedEntry {
  path: string
  names: LocalText[]
}

export const NAMED: NamedEntry[] = [...entries.values()].flatMap(({ path, yaml }) => {
  const names = (['vi', 'en', 'zh-Hans'] as Locale[]).flatMap((locale): LocalText[] => {
    const { text, breaks } = (yaml && nameIn(yaml.facts, locale)) ?? {}
    return text ? [{ locale, text, ...(breaks && { breaks }) }] : []
  })
  return names.length > 0 ? [{ path, names }] : []
})

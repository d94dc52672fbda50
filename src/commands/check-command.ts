import { readContent } from '../content/read-content.ts'
import { reportInto } from '../domain/check.ts'
import { localDay } from '../domain/scan.ts'
import { noteBasemap } from './basemap.ts'
import { check } from './check.ts'
import type { Command } from './command.ts'
import { fix } from './fix.ts'
import { readFolderFromDisk } from './folder.ts'

export const checkCommand: Command = {
  usage: '[DIR] [--lang vi|en] [--fix]',
  does: 'Checks content/ and signs/: severity, file, line, rule and what to do, one finding a line. --fix first brings files into canonical form.',
  options: { lang: { type: 'string', default: 'vi' }, fix: { type: 'boolean', default: false } },
  words: [0, 1],
  async run(called) {
    const { settings, words, options, calledWrongly } = called
    const { lang } = options
    if (lang !== 'vi' && lang !== 'en') return calledWrongly('--lang is vi or en')
    const folder = words[0] ?? settings.content
    if (options['fix']) await fix({ folder, out: process.stderr })
    const { site } = readContent(await readFolderFromDisk(folder), reportInto([]))
    const today = localDay(new Date(), site?.site.timeZone ?? 'UTC')
    const isShown = await noteBasemap(called)
    return Math.max(await check({ folder, lang, out: process.stdout, today }), isShown ? 0 : 1)
  },
}

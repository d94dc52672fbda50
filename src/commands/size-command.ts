import { sizeAdvice } from '../domain/size-advice.ts'
import { sizeMessage, type SizeLanguage } from '../messages/size-message.ts'
import { sizedTemplates } from '../press/template/template.ts'
import type { Command } from './command.ts'
import { listTemplates } from '../printing/templates.ts'

/** Needs no database: templates are read from the folder. */
export const sizeCommand: Command = {
  usage: '--distance METRES [--height METRES] [--lang vi|en]',
  does: 'Says how large a code must be to be read from a distance, which templates are large enough, and how high to hang it. Status 1 when none is.',
  options: {
    distance: { type: 'string' },
    height: { type: 'string' },
    lang: { type: 'string', default: 'vi' },
  },
  words: [0, 0],
  async run({ settings, options, out, calledWrongly }) {
    const { lang } = options
    const distance = Number(options['distance'])
    const height = options['height'] === undefined ? null : Number(options['height'])
    if (lang !== 'vi' && lang !== 'en') return calledWrongly('--lang is vi or en')
    if (!(distance > 0 && distance <= 50))
      return calledWrongly('--distance is a number of metres, at most 50')
    if (height !== null && !(height > 0 && height <= 10))
      return calledWrongly('--height is a number of metres, at most 10')
    const templates = sizedTemplates(await listTemplates(settings.content))
    const advice = sizeAdvice(distance, height, templates)
    for (const { key, values } of advice) out(sizeMessage(lang satisfies SizeLanguage, key, values))
    return advice.some(({ key }) => key === 'none' || key === 'steep') ? 1 : 0
  },
}

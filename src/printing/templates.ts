import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Template } from '../press/template/template.ts'
import { readTemplate } from '../press/template/read-template.ts'

/** The templates of templates/*.json that can be read, by name; others are no business of whoever only measures. */
export async function listTemplates(root: string): Promise<Template[]> {
  const folder = join(root, 'templates')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'))
  const templates: Template[] = []
  for (const name of names.sort()) {
    const value: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'))
    const template = readTemplate(value)
    if (!Array.isArray(template)) templates.push(template)
  }
  return templates
}

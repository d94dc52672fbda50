import type { Template } from '../press/template/template.ts'
import { readTemplate } from '../press/template/read-template.ts'
import { listTemplateIds, readTemplateValue } from './template-files.ts'

/** The templates of templates/*.json that can be read, by name; others are no business of whoever only measures. */
export async function listTemplates(root: string): Promise<Template[]> {
  const templates: Template[] = []
  for (const id of await listTemplateIds(root)) {
    const template = readTemplate(await readTemplateValue(root, id).catch(() => null))
    if (!Array.isArray(template)) templates.push(template)
  }
  return templates
}

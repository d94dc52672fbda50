/** `stele check` over templates/: every JSON file there is a template that can be printed from. */
import { reportInto, type Finding } from '../../domain/finding.ts'
import type { CheckRule } from '../../domain/check-rules.ts'
import { decode, shortened, type Folder } from '../../domain/folder.ts'
import { readTemplate } from './read-template.ts'

/** Total: no input makes it throw. */
export function checkTemplates(folder: Folder): Finding<CheckRule>[] {
  const findings: Finding<CheckRule>[] = []
  const report = reportInto(findings)
  for (const [file, bytes] of folder) {
    const id = /^templates\/([^/]+)\.json$/.exec(file)?.[1]
    if (id === undefined) continue
    let value: unknown
    try {
      value = JSON.parse(decode(bytes) ?? '')
    } catch (error) {
      report('template.syntax', file, 0, { detail: shortened((error as Error).message) })
      continue
    }
    const template = readTemplate(value)
    if (Array.isArray(template))
      for (const { path, message } of template)
        report('template.wrong', file, 0, { path: path || id, detail: shortened(message) })
    else if (template.id !== id) report('template.other-name', file, 0, { id: template.id })
  }
  return findings
}

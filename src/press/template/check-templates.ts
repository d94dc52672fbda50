/** `stele check` over templates/: every JSON file there is a template that can be printed from. */
import { reportInto, type Finding } from '../../domain/finding.ts'
import type { CheckRule } from '../../domain/check-rules.ts'
import { decode, shortened, type Folder } from '../../domain/folder.ts'
import { completed, filesOfVersion, isVersion, likeOf } from './like.ts'
import { readTemplate } from './read-template.ts'

/** Total: no input makes it throw. */
export function checkTemplates(folder: Folder): Finding<CheckRule>[] {
  const findings: Finding<CheckRule>[] = []
  const report = reportInto(findings)
  for (const [file, bytes] of folder) {
    const id = /^templates\/([^/]+)\.json$/.exec(file)?.[1]
    if (id === undefined) continue
    const value = parsed(bytes)
    if ('fault' in value) {
      report('template.syntax', file, 0, { detail: shortened(value.fault) })
      continue
    }
    const template = readTemplate(completedFrom(folder, value.json))
    if (Array.isArray(template))
      for (const { path, message } of template)
        report('template.wrong', file, 0, { path: path || id, detail: shortened(message) })
    else if (template.id !== id) report('template.other-name', file, 0, { id: template.id })
  }
  return findings
}

function parsed(bytes: Uint8Array | undefined): { json: unknown } | { fault: string } {
  try {
    return { json: JSON.parse(decode(bytes ?? new Uint8Array()) ?? '') }
  } catch (error) {
    return { fault: (error as Error).message }
  }
}

/** As it is where there is nothing for it to be like: then what it lacks is what is wrong. */
function completedFrom(folder: Folder, value: unknown): unknown {
  const like = likeOf(value)
  if (like === null) return value
  const bases = filesOfVersion(like).map((file) => parsed(folder.get(`templates/${file}`)))
  const base = bases.find((one) => 'json' in one && isVersion(one.json, like))
  return base && 'json' in base ? completed(value as object, base.json as object) : value
}

/** The whole folder, content/ and signs/ together: where what visitors read meets what stands in the street. */
import { readAndCheckContent, type Content } from '../../content/check-content.ts'
import { sortedFindings, type Finding } from '../../domain/finding.ts'
import type { CheckRule } from '../../domain/check-rules.ts'
import type { IsoDate } from '../../domain/entry.ts'
import type { Folder } from '../../domain/folder.ts'
import { indexOfNames, spellings, unitSpellings } from '../../domain/mention.ts'
import { sourceLocale } from '../../domain/site.ts'
import { checkTemplates } from '../../press/template/check-templates.ts'
import { readAndCheckSigns, type Signs } from '../../signs/check-signs.ts'

export type ReadFolder = Content & Signs & { findings: Finding<CheckRule>[] }

/**
 * Everything that can be used, and everything found, content and signs judged against each other; see
 * `readAndCheckContent` for what is left out. Never throws.
 */
export function readFolder(folder: Folder, today: IsoDate): ReadFolder {
  const content = readAndCheckContent(folder, today)
  const facts = [...content.folders.values()].map(({ yaml }) => yaml?.facts)
  const signs = readAndCheckSigns(folder, {
    hasEntry: (path) => content.folders.has(path),
    unitOf: (path) =>
      content.folders.get(path)?.yaml?.facts.adminUnits?.find((unit) => !unit.to)?.code ?? '',
    hasUnit: (code) => content.units.some((unit) => unit.code === code),
    names: indexOfNames([
      ...spellings(facts),
      ...(content.site ? unitSpellings(content.units, sourceLocale(content.site)) : []),
    ]),
    map: content.site?.map ?? null,
    today,
  })
  return {
    ...content,
    ...signs,
    findings: sortedFindings([...content.findings, ...signs.findings, ...checkTemplates(folder)]),
  }
}

/** Findings in order of file, line and rule. Never throws. `today` is the installation's local day. */
export function checkFolder(folder: Folder, today: IsoDate): Finding<CheckRule>[] {
  return readFolder(folder, today).findings
}

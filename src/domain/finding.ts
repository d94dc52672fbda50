/** A check is a rule over content that can fail, with a message (src/messages) that says the cure. */
import { CHECK_RULES, type CheckRule } from './check-rules.ts'

export interface Finding<Rule extends string = string> {
  /** An error keeps the file out of the site; a warning is shown to whoever must decide. */
  severity: 'error' | 'warning'
  /** Relative to the folder that holds content/, signs/ and templates/. */
  file: string
  /** From 1; 0 when the finding concerns the file as a whole. */
  line: number
  rule: Rule
  /** Fills the placeholders of the rule's message. */
  values: Record<string, string | number>
}

/**
 * What a check calls for everything it finds. The severity follows from the rule; `line` counts from 1, 0 for the file
 * as a whole.
 */
export type Report = (
  rule: CheckRule,
  file: string,
  line: number,
  values?: Record<string, string | number>,
) => void

/** A report that writes into `into`. */
export function reportInto(into: Finding<CheckRule>[]): Report {
  return (rule, file, line, values = {}) =>
    into.push({ severity: CHECK_RULES[rule], file, line, rule, values })
}

/** The same findings by file, line and rule, each once: an order no locale and no reading order changes. */
export function sortedFindings<Rule extends string>(
  findings: readonly Finding<Rule>[],
): Finding<Rule>[] {
  const seen = new Map<string, Finding<Rule>>()
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.file} ${finding.line} ${JSON.stringify(finding.values)}`
    if (!seen.has(key)) seen.set(key, finding)
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...seen.entries()]
    .sort(
      ([keyA, a], [keyB, b]) =>
        order(a.file, b.file) || a.line - b.line || order(a.rule, b.rule) || order(keyA, keyB),
    )
    .map(([, finding]) => finding)
}

/** Paths of files that hold at least one error, and so are left out of the site. */
export function filesWithErrors(findings: readonly Finding[]): Set<string> {
  return new Set(findings.filter((f) => f.severity === 'error').map((f) => f.file))
}

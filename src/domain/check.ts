/** A check is a rule over content that can fail, with a message (src/messages) that says the cure. */

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

/** A body as it is read, for those who judge it. */
import { renderBody } from '../../content/markdown.ts'

/** As a page has it, but that a citation is called what the facts call its source: one list serves all languages. */
export function readHtml(body: string): string {
  const { html, cited } = renderBody(body)
  return html
    .replace(
      /<sup><a href="#source-(\d+)" id="[^"]*" role="doc-noteref">\[\d+\]<\/a><\/sup>/g,
      (_, number: string) => {
        const id = cited[Number(number) - 1] ?? ''
        return `<sup><a href="#source-${id}">[${id}]</a></sup>`
      },
    )
    .replace(
      /(<\/?h)(\d)/g,
      (_, tag: string, level: string) => `${tag}${Math.min(6, Number(level) + 1)}`,
    )
}

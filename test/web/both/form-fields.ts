/** What a browser would send of a form that nobody has touched. */
export type Fields = Record<string, string>

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

export function unescaped(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => NAMED[name] ?? '')
}

/** Of the form that is sent to `action`. */
export function fieldsOf(html: string, action: string): Fields {
  const forms = [...html.matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)]
  const inner = forms.find(([, attributes = '']) => attributes.includes(`action="${action}"`))?.[2]
  if (inner === undefined) throw new Error(`no form for ${action}`)
  const fields: Fields = {}
  for (const [tag] of inner.matchAll(/<input [^>]*>/g)) {
    const type = attribute(tag, 'type')
    if ((type === 'checkbox' || type === 'radio') && !/ checked(?:=|[ />])/.test(tag)) continue
    fields[attribute(tag, 'name')] = attribute(tag, 'value')
  }
  for (const [, attributes = '', options = ''] of inner.matchAll(
    /<select ([^>]*)>(.*?)<\/select>/gs,
  )) {
    const chosen = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ''
    fields[attribute(` ${attributes}`, 'name')] = unescaped(chosen)
  }
  for (const [, attributes = '', text = ''] of inner.matchAll(
    /<textarea ([^>]*)>(.*?)<\/textarea>/gs,
  ))
    fields[attribute(` ${attributes}`, 'name')] = unescaped(text)
  return fields
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

/** HTML and what looks like it, in a body: shown as it was written, never obeyed. */
import { expect, test } from 'vitest'
import { plainText, renderBody } from '../../src/content/markdown.ts'

const html = (markdown: string) => renderBody(markdown, {}).html

test.each([
  [
    '<div onclick="x">Hai & ba</div>',
    '<p>&lt;div onclick=&quot;x&quot;&gt;Hai &amp; ba&lt;/div&gt;</p>\n',
  ],
  ['<!-- ẩn -->', '<p>&lt;!-- ẩn --&gt;</p>\n'],
  ['<script>\nalert(1)\n</script>\n', '<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n'],
])('%j is a paragraph of its own words', (written, shown) => {
  expect(html(written).replaceAll('&#39;', "'")).toBe(shown)
})

test('within a line it is words as well', () => {
  expect(html('Một <b>hai</b> & ba')).toBe('<p>Một &lt;b&gt;hai&lt;/b&gt; &amp; ba</p>\n')
})

test('a line and a break stand where they were written; a definition is not shown', () => {
  expect(html('Một\n\n---\n\nHai')).toBe('<p>Một</p>\n<hr>\n<p>Hai</p>\n')
  expect(html('Một [a]\n\n[a]: https://example.vn "Tên"')).toContain('href="https://example.vn"')
  expect(html('Một [a]\n\n[a]: https://example.vn')).not.toContain('[a]:')
})

test('headings go no deeper than there are, and no higher than below the title', () => {
  expect(html('# A\n\n###### B')).toBe('<h2>A</h2>\n<h6>B</h6>\n')
  expect(html('###### A')).toBe('<h2>A</h2>\n')
})

test('plain words have none of it', () => {
  expect(plainText('# Một\n\nHai <b>ba</b> **bốn** [năm](/vi/x)\n\n- sáu\n- bảy')).not.toMatch(
    /[<>*#[\]]/,
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText, renderBody } from '../../src/content/markdown.ts'
import { publicText } from '../../src/content/withheld.ts'
import type { EntryPath } from '../../src/domain/entry.ts'

const place = { entry: 'streets/le-loi' as EntryPath, locale: 'vi' }
const imageAddress = (file: string) => `/media/streets/le-loi/${file}`
const html = (markdown: string) => renderBody(markdown, { place, imageAddress }).html

/** Tags and attributes the renderer may write; everything else in angle brackets is a hole. */
const TAG =
  /^<(?:\/?(?:p|h[2-6]|ul|li|table|thead|tbody|tr|td|th|blockquote|pre|code|strong|em|del|sup|span|a)|ol(?: start="\d+")?|br|hr|th scope="col"(?: class="align-(?:left|right|center)")?|td class="align-(?:left|right|center)"|span lang="zh"|a href="[^"<>]*"(?: title="[^"<>]*")?|a href="#source-\d+" id="cite-\d+-\d+" role="doc-noteref"|img src="\/media\/[^"<>]*" alt="[^"<>]*" loading="lazy")>$/
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i

function expectSafe(rendered: string): void {
  for (const tag of rendered.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(TAG)
  for (const [, address] of rendered.matchAll(/(?:href|src)="([^"]*)"/g))
    expect(address).toMatch(ADDRESS)
}

describe('a body', () => {
  test('begins at h2, whatever heading its writer began with', () => {
    expect(html('# Một\n\n## Hai')).toBe('<h2>Một</h2>\n<h3>Hai</h3>\n')
    expect(html('### Một\n\n#### Hai')).toBe('<h2>Một</h2>\n<h3>Hai</h3>\n')
  })

  test('numbers its sources by first appearance and links each place back', () => {
    const { html, cited } = renderBody('A [^s2]. B [^s1].\n\nC [^s2].')
    expect(cited).toEqual(['s2', 's1'])
    expect(html).toContain(
      '<sup><a href="#source-1" id="cite-1-2" role="doc-noteref">[1]</a></sup>',
    )
    expect(html).toContain(
      '<sup><a href="#source-2" id="cite-2-1" role="doc-noteref">[2]</a></sup>',
    )
  })

  test('writes a citation within a link behind it', () => {
    expect(html('[A [^s1]](/vi/x)')).toMatch(/^<p><a href="\/vi\/x">A<\/a><sup>/)
  })

  test('shows tables with a class, not a style, for alignment', () => {
    expect(html('| A | B |\n|--:|---|\n| 1 | 2 |')).toContain(
      '<td class="align-right">1</td><td>2</td>',
    )
  })

  test('tells Chinese characters in a Vietnamese text, and not in a Chinese one', () => {
    expect(html('Bia ghi 阮攸，字素如 rõ.')).toContain('<span lang="zh">阮攸，字素如</span>')
    const zh = { place: { ...place, locale: 'zh-Hans' } }
    expect(renderBody('阮攸', zh).html).toBe('<p>阮攸</p>\n')
  })

  test('turns links of the folder into addresses of the site', () => {
    expect(html('[a](../tran-phu) [b](../../figures/le-loi/vi.md#doi)')).toBe(
      '<p><a href="/vi/streets/tran-phu">a</a> <a href="/vi/figures/le-loi#doi">b</a></p>\n',
    )
  })

  test('shows pictures of its own folder only', () => {
    expect(html('![Cổng "đền"](cong.jpg)')).toContain('alt="Cổng &quot;đền&quot;"')
    expect(html('![Ngoài](https://e.vn/a.jpg)')).toBe('<p>Ngoài</p>\n')
    expect(renderBody('![Cổng](cong.jpg)').html).toBe('<p>Cổng</p>\n')
  })

  test.each([
    ['开放时间8~11点，14~17点[^g]。', '8~11点，14~17点'],
    ['~5~ km, từ ~10 đến ~20 m', '~5~ km, từ ~10 đến ~20 m'],
    ['giá ~~cũ~~ mới', 'giá <del>cũ</del> mới'],
  ])('strikes out between two waves only: %s', (markdown, wanted) => {
    expect(renderBody(markdown).html).toContain(wanted)
    expect(plainText(markdown)).toBe(markdown.replace(/~~|\[\^g\]/g, ''))
  })

  test.each([
    ['他是**“谅山五子”**之一。', '他是<strong>“谅山五子”</strong>之一。'],
    ['见**《大越史记全书》**卷五', '见<strong>《大越史记全书》</strong>卷五'],
    ['北门**（镇北门）**在此', '北门<strong>（镇北门）</strong>在此'],
    ['建于*1962年。*后来', '建于<em>1962年。</em>后来'],
    ['原名**“团城”[^g]**之一', '原名<strong>“团城”<sup>'],
    ['他是***“英雄”***的', '他是<em><strong>“英雄”</strong></em>的'],
  ])('takes marks beside Chinese quotes, brackets and full stops: %s', (markdown, wanted) => {
    expect(renderBody(markdown).html).toContain(wanted)
    expect(plainText(markdown)).not.toContain('*')
  })

  test('keeps lists, quotes, code and breaks', () => {
    expect(html('3. a\n4. b')).toBe('<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n')
    expect(html('> a  \n> b')).toBe('<blockquote>\n<p>a<br>\nb</p>\n</blockquote>\n')
    expect(html('`<b> &amp;`')).toBe('<p><code>&lt;b&gt; &amp;amp;</code></p>\n')
  })
})

describe('a withheld passage', () => {
  test.each([
    ['A. ::withheld Bí mật [^s9]. :: B.', 'A. B.'],
    ['A ::withheld bí mật ::.', 'A.'],
    ['A\n\n::withheld\nBí mật\n\nBí mật 2\n::\n\nB', 'A\n\n\n\n\n\nB'],
    ['A ::withheld bí mật', 'A'],
    ['::withheld bí mật fe80::1 C::D bí mật :: B', 'B'],
    ['::withheld a ::withheld b :: bí mật :: B', 'B'],
    ['A ::WITHHELD bí mật :: B', 'A B'],
    [':: withheld bí mật :: B', 'B'],
    ['：：withheld bí mật ：： B', 'B'],
    ['::with::withheld x ::held bí mật :: B', '::with B'],
    ['`::withheld bí mật ::` B', '` ` B'],
  ])('%j is cut out', (markdown, expected) => {
    expect(publicText(markdown)).toBe(expected)
  })

  test('takes its citations with it', () => {
    const { html, cited } = renderBody('A [^s1]. ::withheld B [^s2]. :: C [^s3].')
    expect(cited).toEqual(['s1', 's3'])
    expect(html).not.toContain('B')
  })

  test('never shows, whatever stands around it', () => {
    const words = fc.constantFrom(
      'A',
      ' ',
      '\n',
      '\n\n',
      '::',
      ':',
      '- ',
      '> ',
      '`',
      '**',
      '[^s1]',
      '|',
    )
    const around = fc.array(words, { maxLength: 12 }).map((all) => all.join(''))
    fc.assert(
      fc.property(around, around, (before, after) => {
        const markdown = `${before} ::withheld BÍ MẬT ${after}`
        const open = `${before} ::withheld BÍ MẬT :: ${after}`
        for (const one of [markdown, open]) {
          expect(publicText(one)).not.toContain('MẬT')
          expect(renderBody(one).html).not.toContain('MẬT')
          expect(plainText(one)).not.toContain('MẬT')
        }
      }),
    )
  })
})

test('plain text has the words and nothing else', () => {
  expect(
    plainText(
      '## Đầu\n\nA **b** [c](/x) [^s1] `d` &amp; ![ảnh](a.jpg).\n\n- một\n- hai\n\n| x | y |\n|-|-|\n| 1 | 2 |\n\n<b>z</b>',
    ),
  ).toBe('Đầu\nA b c  d & .\nmột\nhai\nx, y\n1, 2\nz')
})

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror=alert(1)',
  '<pre><img src=x onerror=alert(1)\n</pre>',
  '<script>\n<img src=x onerror=alert(1) x\n</script>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#x09;script:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](/\u0009/evil.example)',
  '[x](https:evil)',
  '[x](/vi "t\\" onmouseover=\\"alert(1)")',
  '[x](/vi \'t" onmouseover="alert(1)\')',
  '[x](https://a.vn/"onmouseover="alert(1))',
  '![x](javascript:alert(1))',
  '![x" onerror="alert(1)](a.jpg)',
  '![x](a.jpg "t\\" onload=\\"alert(1)")',
  '![x](https://e.vn/a.jpg)',
  '<javascript:alert(1)>',
  '<https://a.vn/?"><script>alert(1)</script>>',
  'https://a.vn/"onmouseover="alert(1)',
  '[x]: javascript:alert(1)\n\n[x]',
  '[x][y]\n\n[y]: <javascript:alert(1)> "t"',
  '```"><script>alert(1)</script>\nx\n```',
  '`<script>alert(1)</script>`',
  '| <img src=x onerror=alert(1)> |\n|---|\n| <svg onload=alert(1)> |',
  '# <script>alert(1)</script>',
  '- <iframe srcdoc="<script>alert(1)</script>">',
  '[^s1"><script>alert(1)</script>]',
  '<!-- --><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php echo 1 ?>',
  '<style>*{background:url(javascript:alert(1))}</style>',
  '<scr::withheld x ::ipt>alert(1)</script>',
  '[x](java::withheld x ::script:alert(1))',
  '[a](/vi/[b](javascript:alert(1)))',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)',
  '[<img src=x onerror=alert(1)>](/vi)',
  '![<img src=x onerror=alert(1)>](a.jpg)',
]

describe('nothing that runs is ever rendered', () => {
  test.each(PAYLOADS)('%j', (payload) => {
    expectSafe(html(payload))
    expectSafe(html(`Trước ${payload} sau`))
    expectSafe(html(`> - ${payload}`))
  })

  test('whatever the text is made of', () => {
    const part = fc.oneof(
      fc.constantFrom(
        ...PAYLOADS,
        '<',
        '>',
        '"',
        "'",
        '[',
        '](',
        ')',
        '![',
        '`',
        '\n',
        '&',
        '|',
        '\\',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => expectSafe(html(parts.join('')))),
      { numRuns: 500 },
    )
  })

  test.each(['>', '[', '*a ', '![', '- ', '(', '`', '<', '**', '_a', '[x](', '::withheld '])(
    'and %j twenty thousand times is answered within a second or two',
    (piece) => {
      const started = performance.now()
      expectSafe(html(piece.repeat(20_000 / piece.length)))
      expect(performance.now() - started).toBeLessThan(4000)
    },
  )
})

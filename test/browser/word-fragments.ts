/** What word processors put on the clipboard, much shortened; and the Markdown that is wanted of it. */

export interface Fragment {
  name: string
  html: string
  markdown: string
  /** Words that the notice has, beside that something was pasted. */
  said?: string
}

const word = (body: string) => `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40"><head><meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; mso-style-unhide:no;} @page WordSection1 {size:595.3pt 841.9pt;} --></style>
</head><body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`

const item = (text: string, mark: string, level = 1, list = 0) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${36 * level}.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l${list} level${level} lfo1'><![if !supportLists]><span lang=VI style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=VI>${text}<o:p></o:p></span></p>`

export const FRAGMENTS: Fragment[] = [
  {
    name: 'a Word page with heading, bold, italic, colour and a smart tag',
    html: word(
      `<h1><span lang=VI style='color:red'>Tiểu sử<o:p></o:p></span></h1>
<p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:normal'><span lang=VI style='font-size:14.0pt;color:#C00000'>Hoàng Văn Thụ</span></b><span lang=VI style='font-size:14.0pt'> sinh ngày&nbsp;4 tháng 11 năm 1909 tại <st1:place w:st="on">xã Nhân Lý</st1:place>,
huyện Văn Uyên; <i>bí danh</i> là Lý.<o:p></o:p></span></p>
<p class=MsoNormal><span lang=VI><o:p>&nbsp;</o:p></span></p>
<h3>Hoạt động</h3><p class=MsoNormal>Ễ Ộ Ữ ậ ặ ử.</p>`,
    ),
    markdown: `## Tiểu sử

**Hoàng Văn Thụ** sinh ngày 4 tháng 11 năm 1909 tại xã Nhân Lý, huyện Văn Uyên; *bí danh* là Lý.

## Hoạt động

Ễ Ộ Ữ ậ ặ ử.`,
  },
  {
    name: 'lists of Word, nested and numbered',
    html: word(
      `<p class=MsoNormal>Gồm có:</p>${item('Đền Kỳ Cùng', '·')}${item('Lễ hội tháng Giêng', 'o', 2)}${item('Đền Tả Phủ', '·')}<p class=MsoNormal>Theo thứ tự:</p>${item('Dâng hương', '1.', 1, 1)}${item('Rước kiệu', '2.', 1, 1)}`,
    ),
    markdown: `Gồm có:

- Đền Kỳ Cùng
  - Lễ hội tháng Giêng
- Đền Tả Phủ

Theo thứ tự:

1. Dâng hương
2. Rước kiệu`,
  },
  {
    name: 'a table of Word, with paragraphs in its cells and one cell over two columns',
    html: word(
      `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-border-alt:solid windowtext .5pt'>
 <tr style='mso-yfti-irow:0'><td width=301 valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal><b>Năm</b></p></td><td><p class=MsoNormal><b>Việc</b></p></td></tr>
 <tr><td><p class=MsoNormal>1938</p></td><td><p class=MsoNormal>Vào đội,</p><p class=MsoNormal>học in</p></td></tr>
 <tr><td colspan=2><p class=MsoNormal>Không rõ</p></td></tr></table>`,
    ),
    markdown: `| **Năm** | **Việc** |
| --- | --- |
| 1938 | Vào đội, học in |
| Không rõ |     |`,
  },
  {
    name: 'footnotes, a comment and a picture of Word',
    html: word(
      `<p class=MsoNormal>Ông hy sinh năm 1944<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a>.<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[NL1]</a></span> <del cite="mailto:Lan" datetime="2026-01-05">chữ đã xóa</del></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="_x0000_i1025"><v:imagedata src="file:///C:/x.png"/></v:shape><![endif]--><![if !vml]><img width=200 height=100 src="file:///C:/Users/lan/msohtmlclip1/01/clip_image002.jpg" v:shapes="_x0000_i1025"><![endif]></p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Địa chí Lạng Sơn, tr. 12.</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Xem lại</p></div></div>`,
    ),
    markdown: `Ông hy sinh năm 1944.

Địa chí Lạng Sơn, tr. 12.`,
    said: 'Đã bỏ 1 ảnh',
  },
  {
    name: 'Google Docs, whose bold is a style and whose lists stand beside items',
    html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f0c"><h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:400;">Lịch sử</span></h2><p dir="ltr"><span style="font-family:Arial;color:#000000;font-weight:700;font-style:normal;white-space:pre-wrap;">Phố chợ</span><span style="font-weight:400;font-style:italic"> Kỳ Lừa</span><span style="font-weight:400"> họp từ thế kỷ XVII, xem </span><a href="https://example.gov.vn/a?b=1" style="text-decoration:none"><span style="color:#1155cc;text-decoration:underline">trang này</span></a><span>.</span></p><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc"><p dir="ltr" role="presentation"><span>Một</span></p></li><ul><li dir="ltr"><p dir="ltr"><span>Một một</span></p></li></ul><li dir="ltr"><p dir="ltr"><span>Hai</span></p></li></ul></b><br class="Apple-interchange-newline">`,
    markdown: `## Lịch sử

**Phố chợ** *Kỳ Lừa* họp từ thế kỷ XVII, xem [trang này](https://example.gov.vn/a?b=1).

- Một
  - Một một
- Hai`,
  },
  {
    name: 'LibreOffice, in decomposed letters, with a footnote and a script',
    html: `<html><head><meta name="generator" content="LibreOffice 24.2.7.2 (Linux)"/><style type="text/css">p { line-height: 115% }</style></head><body lang="vi-VN" dir="ltr"><p style="margin-bottom: 0cm">${'Đường phố Lạng Sơn'.normalize('NFD')} rộng<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>, <font color="#c9211e"><b>dài</b></font> [^s1].</p><ol start="3"><li><p>Ba</p></li><li><p>Bốn</p></li></ol><script>alert(1)</script><p><a href="javascript:alert(1)">bấm</a> <img src=x onerror="alert(1)"></p></body></html>`,
    markdown: `Đường phố Lạng Sơn rộng, **dài** [^s1].

3. Ba
4. Bốn

bấm`,
    said: 'Đã bỏ 1 dấu chú thích',
  },
  {
    name: 'a few words out of the middle of a Word sentence',
    html: word(`<span lang=VI style='font-size:14.0pt'>phường&nbsp;Tam&nbsp;Thanh</span><p></p>`),
    markdown: 'phường Tam Thanh',
  },
  {
    name: 'body words in the style of a comment, and not the comments themselves',
    html: word(
      `<p class=MsoNormal>Một</p><p class=MsoCommentText>Hai <span class=MsoCommentReference>ba<a class=msocomanchor href="#_msocom_1">[NL1]</a></span></p><div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Xem lại</p></div></div>`,
    ),
    markdown: `Một

Hai ba`,
  },
  {
    name: 'changes that Word on the web tracks, as they would be once accepted',
    html: 'năm <span class="TrackedChange TrackChangeDeleteInline">1908</span><span class="TrackedChange TrackChangeInsertInline">1909</span>',
    markdown: 'năm 1909',
  },
  {
    name: 'deletions and insertions without a name or date',
    html: '<p>năm <del>1908</del><ins>1909</ins>, <del datetime="2026-01-05"><b>xã</b></del>phường</p>',
    markdown: 'năm 1909, phường',
  },
  {
    name: 'words struck out by hand, which stay struck out',
    html: '<p>giá <s>5.000</s> <span style="text-decoration:line-through">6.000</span> 7.000 đồng</p>',
    markdown: 'giá ~~5.000~~ ~~6.000~~ 7.000 đồng',
  },
  {
    name: 'figures above and below the line',
    html: '<p>10<sup>5</sup> người, 831 km<sup>2</sup>, H<sub>2</sub>O, thứ 19<sup>th</sup>, 10<sup>−3</sup>, 2<sup>1,5</sup>, m<span style="font-size:0.6em;vertical-align:super">3</span>, <span style="vertical-align:baseline">dưới</span>, 10<sup><b><span>6</span></b></sup></p>',
    markdown: '10⁵ người, 831 km², H₂O, thứ 19th, 10⁻³, 2^1,5, m³, dưới, 10⁶',
  },
  {
    name: 'one figure above the line and nothing else',
    html: '<meta charset="utf-8"><span>km</span><sup>2</sup>',
    markdown: 'km²',
  },
]

/** What `stele check` says, in English. */
import type { CheckRule } from '../domain/check-rules.ts'

export const checkEn: Record<CheckRule, string> = {
  'file.empty': 'This file is empty. Write its contents, or delete the file if it is not needed.',
  'file.not-utf8':
    'The file is not saved as UTF-8, so letters with marks would be broken. Open it, choose “Save as…” and the encoding UTF-8.',
  'file.not-nfc':
    'This line holds decomposed Unicode (marks apart from their letters): “{text}”. Search would not find it. Run “npm run fix”, or set the keyboard to composed Unicode and type it again.',
  'letters.misread':
    '“{found}”: a UTF-8 file was opened and saved as {encoding}; it should read “{meant}”. Take the file from before that, open it as UTF-8 and save it again.',
  'letters.old-font':
    '“{found}” was written for the old {encoding} fonts; in Unicode it is “{meant}”. Convert the whole file to precomposed Unicode (UniKey: Tools, Ctrl+Shift+F6) and save it again.',
  'letters.lost':
    '“{found}” has lost letters, with question marks or boxes in their place, and no program can guess them. Take the original file and save it as UTF-8, or type those words again.',
  'letters.lone-mark':
    '“{found}” has a mark that stands on no letter. Type the word again in precomposed Unicode.',
  'letters.look-alike':
    '“{found}” has letters that only look right (such as the Ð of Iceland for Đ), or invisible ones; it is read as “{right}”. Run npm run fix to mend the file.',
  'file.byte-order-mark':
    'The file begins with a hidden character (BOM) that an editor put there. Run “npm run fix” to remove it.',
  'file.line-ends':
    'The file has Windows line ends (CRLF). Run “npm run fix” to turn them into common ones (LF).',

  'folder.unknown-kind':
    'There is no kind of entry “{folder}”. Move the folder into one of: streets, figures, heritage-sites, places.',
  'folder.bad-slug':
    'The folder name “{folder}” cannot be an address. Use small letters without marks, digits and hyphens only, as in: hoang-van-thu.',
  'folder.unknown-file':
    'The program does not use this file. Delete it, or give it its right name: entry.yaml, vi.md, en.md, cover.jpg…',
  'folder.no-entry-file':
    'This entry folder has no entry.yaml. Add one with names, sources and review; copy one of the same kind and change it.',
  'folder.no-source-text':
    'The entry has no text in the source language: {file} is missing. Write that text first; translations are made from it.',
  'folder.locale-spelling':
    'The file name misspells its language. Rename the file to {right} (capital and small letters as here).',
  'folder.locale-not-offered':
    'The language “{locale}” is not in site.yaml, so this text is not shown. Add it to locales (now: {offered}), or delete the file.',
  'site.missing':
    'content/site.yaml is missing: it holds the name of the province, the publisher, the hotline and the languages. Make this file first.',
  'site.unknown-locale':
    'fallbackLocale is “{locale}”, which is not among locales. Add it there, or choose one of them, as in: en.',

  'yaml.syntax':
    'This place cannot be read. Often quotes are missing around words with a colon, or a comma, a closing }} or ], or lines are indented unevenly. Right is: title: "Lê Lợi: a life". Technical detail: {reason}',
  'yaml.alias':
    'Here a * repeats another value; the program does not accept that. Write the value out, or put the words in quotes if the * belongs to them.',
  'yaml.comment':
    'The file holds comments after a #. They are not kept on export, and “npm run fix” leaves this file alone. Move what must be remembered into the text or a source.',
  'key.duplicate':
    '“{key}” stands here twice. The program cannot know which line is meant; keep one.',
  'key.unknown': 'There is no “{key}” here. Did you mean “{nearest}”? Known here: {known}.',
  'key.missing': '“{key}” is missing. Add it, as in “{key}: …”.',
  'value.empty': '“{key}” is empty. Fill it in, or remove it if it is not required.',
  'value.not-text': '“{key}” must be a line of text, not a list or a group: {value}',
  'value.not-list':
    '“{key}” must be a list. Put it in square brackets, as in [figures/le-loi], or each item on its own line after “- ”.',
  'value.not-map':
    '“{key}” must be a group with named parts, as in {{ vi: Cổng đền, en: Temple gate }}.',
  'value.not-number':
    '“{key}” must be a number, but says “{value}”. Write digits, a point for decimals and no unit, as in 21.853.',
  'value.decimal-comma':
    'Decimals need a point, not a comma: here “,{key}” is taken for another key. Write 9,5 metres as 9.5.',
  'value.either-number':
    '“{key}” says “{value}”, which can be {whole} or {decimal}. Write {whole} or {decimal}.',
  'value.not-whole-number':
    '“{key}” must be a positive whole number, but says “{value}”. Example: 3.',
  'value.not-true-or-false': '“{key}” must be true or false, but says “{value}”.',
  'value.not-one-of': '“{key}” says “{value}”, but must be one of: {allowed}.',
  'value.not-a-locale':
    '“{key}” has a wrong language code: “{value}”. Right are: vi, en, zh-Hans, km, tyz.',
  'value.not-an-entry':
    '“{key}” must name an entry as folder/name, as in figures/le-loi. It says “{value}”.',
  'value.not-a-slug':
    '“{key}” says “{value}”: use small letters without marks, digits and hyphens only, as in le-loi.',
  'value.not-a-file-name':
    '“{key}” must be the name of a picture in the same folder, as in cover.jpg. It says “{value}”; no marks and no spaces in file names.',
  'value.not-a-source-id':
    '“{key}” must be the id of a source, as in s1. It says “{value}”; use letters without marks, digits and hyphens only.',
  'value.not-a-web-address':
    '“{key}” must be a web address beginning with https:// or http://. It says “{value}”.',
  'value.not-an-email':
    '“{key}” must be an e-mail address, as in records@example.gov.vn. It says “{value}”.',
  'value.not-a-time-zone':
    '“{key}” must be the name of a time zone, as in Asia/Ho_Chi_Minh. It says “{value}”.',
  'value.out-of-range': '“{key}” is {value}, but must lie between {min} and {max}.',

  'date.malformed':
    '“{key}” has a date in the wrong form: “{value}”. Write the year first: 4 November 1909 is 1909-11-04; where only the year is known write 1909 (except where a whole date is needed).',
  'date.impossible':
    '“{key}”: the calendar has no {value}. Look it up again; months run from 01 to 12, days to the end of the month.',
  'date.future': '“{key}” is {date}, which is after today ({today}). Check year and month.',
  'date.reversed':
    'The end ({to}) must come after the start ({from}). Check whether they are swapped.',
  'lunar.not-a-day':
    '“{key}” has a lunar day in the wrong form: “{value}”. Write day and month in digits, as in 22/1 for the 22nd of the first month; days run from 1 to 30, months from 1 to 12, and there is no year.',
  'figure.death-before-birth':
    'The death ({died}) comes before the birth ({born}). Check whether they are swapped.',
  'figure.age':
    'By these dates the figure lived {years} years, more than {most}. Check the source; if it is right, leave it.',
  'figure.living-and-dead':
    'The entry says both that the person lives (livingPerson: true) and died ({died}). Remove one of the two.',
  'naming.before-birth':
    'The naming of {date} came before {figure} was born ({born}). Check the date of the resolution, and whether the figure is the right one.',
  'naming.while-living':
    'The naming of {date} came while {figure} was alive (died {died}). Check the date of the resolution, and whether the figure is the right one.',

  'entry.no-name':
    'The entry has no name. Give at least the official one, as in: names: and on the next line “- {{ text: Đường Lê Lợi, locale: vi, kind: official }}”.',
  'entry.no-source':
    'The entry has no source. Give at least one under sources, as in “- {{ id: s1, title: Nghị quyết 10/NQ-HĐND }}”.',
  'name.breaks':
    'The places to break, “{breaks}”, do not fit the name “{name}”. Copy the name as it is and only add | where a sign may break it; where the name has a space, | stands between two spaces.',
  'name.trailing-punctuation':
    'The name “{name}” ends with a punctuation mark too many. Remove it.',
  'name.title-marks':
    'The title says “{found}”, but the name in entry.yaml is “{name}”: only the marks differ. Make them agree; if the other spelling is right too, add it to names with kind: other.',
  'name.mention-marks':
    'Here it says “{found}”, but the right name is “{name}”: only the marks differ. Make them agree; if the other spelling is right too (as in an old document), add it to the names of the entry with kind: other.',
  'name.tone-placement':
    'Here the tone mark is placed as in “{found}”, in the official name as in “{name}”. Better write it as the official name does.',
  'slug.not-from-name':
    'The folder name “{slug}” does not fit the name “{name}”. Better “{expected}” (a hyphen and more may follow, to tell namesakes apart); an address already public goes into formerSlugs.',
  'slug.taken':
    'The former address “{slug}” in formerSlugs belongs to {owner}. An address leads to one entry only; remove it in one place.',

  'extent.not-metres':
    '“{key}” must be a number of metres without words. It says “{value}”. Write 1.22 km as 1220, and 9.5 m as 9.5.',
  'extent.absurd':
    '“{key}” is {value} metres, which cannot be (more than 0 and at most {most}). Check the unit: it must be metres.',
  'extent.same-ends':
    'The street begins and ends at “{end}”. Look up the naming resolution and change one of the two.',
  'extent.ends-at-itself':
    'A street cannot begin or end at itself (“{end}”). Name the other street or place at that end.',
  'street.same-figure':
    'This street and {street} are both named after {figure} within one unit (code {code}). A figure should have one street; check this.',
  'unit.unknown':
    'No ward or commune has the code {code} in content/admin-units.csv. Check the code (with its leading zeros, in quotes, as in "05986"), or add the unit to that file.',
  'unit.not-yet-valid':
    '{name} (code {code}) exists only from {validFrom}, but here it is given for {date}. Change “from”, or use the code of the unit of that day.',
  'unit.abolished':
    '{name} (code {code}) ended on {validTo}, but here it is still given for {date}. Add an end date (“to”), and a line for the new unit.',
  'unit.twice':
    'The code {code} stands on line {other} too, for an overlapping time. On one day a code belongs to one unit; change valid_from or valid_to.',
  'unit.successor-unknown':
    'Unit {code} became {successor}, but there is no {successor} in this file. Correct the code, or add that unit.',
  'shapes.unreadable':
    'The map file cannot be read ({detail}). Each unit must be a GeoJSON Feature with properties.code and a MultiPolygon.',
  'shapes.unknown-unit':
    'The map file draws unit {code}, which content/admin-units.csv does not have. Correct the code, or add the unit.',
  'position.out-of-range':
    'There is no {lat}, {lon} on Earth. Latitude (lat) runs from -90 to 90, longitude (lon) from -180 to 180; as in lat 21.853, lon 106.761.',
  'position.swapped':
    'The position {lat}, {lon} seems to be swapped. Exchange the two: in Viet Nam latitude (lat) is the small number, longitude (lon) the large one, as in lat 21.853, lon 106.761.',
  'position.half':
    'Only one of the two numbers of the position is given. Give both lat and lon, or neither.',

  'source.unknown':
    'The source “{id}” is not among the sources of entry.yaml (there are: {known}). Correct the id, or add the source.',
  'source.twice': 'The id “{id}” is used for two sources. Give the second one another id.',
  'source.no-title':
    'The source “{id}” has no title. Example: title: Nghị quyết 10/NQ-HĐND ngày 07/7/2022.',
  'source.never-cited':
    'The source “{id}” is cited nowhere. Add [^{id}] after the sentence that rests on it, or remove the source.',
  'source.attests-no-number':
    'Source “{id}”: “{text}” under attests holds no digit, so nothing can be compared with it. Write years and figures in digits, as in attests: ["1779", "500"], or remove it.',
  'source.general-knowledge':
    'The entry is approved, but the source “{id}” is general knowledge only. Replace it by a document, or go back to review: {{ state: pending }}.',
  'settlement.twice': 'The point “{point}” is settled twice. Keep one row.',
  'review.open-points':
    'The entry is approved, but a point is still open: “{point}”. Settle it in the review room, or go back to review: {{ state: pending }}.',
  'image.no-credit':
    'A picture lacks “{key}”. Every picture needs its author and licence, as in author: Nguyễn Văn A, licence: CC BY-SA 4.0.',
  'image.no-alt':
    'The picture {image} has no description in “{locale}” for people who cannot see it. Add it under alt, as in alt: {{ {locale}: … }}; for mere decoration write decorative: true.',
  'image.missing':
    'The picture {image} is not in the folder of the entry. Copy it there, or correct its name (capital and small letters count).',
  'image.not-listed':
    'The picture {image} is not listed under images in entry.yaml, so it is not shown. Add description, author and licence, or delete the file.',
  'image.twice':
    'The picture {image} is the same as {other}. One of the two entries may show the wrong picture; check both.',
  'audio.missing':
    'The recording {audio} is not in the folder of the entry. Copy it there, or correct its name (capital and small letters count).',
  'audio.unknown-locale':
    'A recording is said to be in “{locale}”, which the site does not offer (it offers {offered}). Correct the language, or add it to site.yaml.',
  'audio.twice': 'There are two recordings in “{locale}”; the page plays one. Remove one of them.',
  'audio.not-listed':
    'The recording {audio} is not listed under audio in entry.yaml, so it is not played. Add language, speaker and licence, or delete the file.',
  'link.unknown-entry':
    'The link “{link}” leads to no entry. Check its name: figures/le-loi in entry.yaml, /vi/figures/le-loi in a text.',
  'link.to-itself': '“{key}” names this very entry ({entry}). Remove it, or name another.',

  'walk.too-few-stops':
    'A walk needs at least two stops under stops. Add some; each is an entry that exists.',
  'walk.stop-twice': 'The stop {entry} stands twice under stops. Remove one.',
  'walk.stop-no-place':
    'The stop {entry} is not a place: figures and walks cannot be stops. Choose a street, a site or a place.',
  'walk.stop-withheld':
    'The stop {entry} is withheld, so the page of the walk does not show it. Remove the stop, or publish that entry.',
  'header.missing':
    'The text has no header. Its first line must be three hyphens “---”, then title and summary, and three hyphens “---” to close it.',
  'header.unclosed':
    'The header is not closed. Add a line of three hyphens “---” after title, summary and revision.',
  'header.line':
    'The header takes only lines of the form “name: value”, one each. Wrong line: “{text}”. If it continues the line above, join the two.',
  'header.quotes':
    '“{key}” opens a quotation mark that does not close rightly. Remove the one at the start, or close it at the end of the line and write \\" inside.',
  'text.no-title': 'The text has no title. Add it to the header, as in title: Đường Lê Lợi.',
  'text.no-summary':
    'The text has no summary. Add one or two sentences to the header that can be read in 20 seconds: summary: …',
  'text.no-body': 'The text has no body. Write at least one paragraph with a citation.',
  'text.title-too-long': 'The title has {count} characters, more than {most}. Shorten it.',
  'text.summary-too-long':
    'The summary has {count} characters, more than {most}. Shorten it and move the rest into the body.',
  'text.body-too-long':
    'The body has {count} characters, more than {most}. Shorten it, or move a part into another entry.',
  'text.title-punctuation': 'The title “{title}” ends with a punctuation mark too many. Remove it.',
  'text.truncated':
    'The last sentence seems to be cut off: “{end}”. Finish it and end it with a full stop.',
  'text.no-citation':
    'This passage cites no source: “{text}”. Add the id of a source after the statement, as in [^s1].',
  'text.marks-left':
    'Marks for bold, italic or struck-out words would stand on the page as typed: “{text}”. Leave no space inside the marks and one outside, or put quotes and punctuation outside: “**bold**”. To show the mark itself write \\*.',
  'text.indented-code':
    'The paragraph “{text}” is indented by four spaces or more, so the page shows it as computer code, in one long line. Take the spaces at its beginning away.',
  'text.year-as-list':
    'The line “{text}” begins with a number and a full stop, so it becomes an item of a numbered list. Write “In 1986, …”, or put \\ before the full stop: 1986\\.',
  'text.product-as-italic':
    'The * in “{text}” makes italics and vanishes from the page. Write products and sizes with ×.',
  'text.raw-html':
    'The text holds HTML: {html}. Pages do not show HTML; use Markdown, as in **bold**, or write &lt; for a less-than sign.',
  'text.remote-image':
    'The picture “{address}” is not in the folder of the entry. Download it (if its licence allows), put it beside the text and give its file name, as in cover.jpg.',
  'text.unsafe-address':
    'The address “{address}” is not allowed. Links begin with https://, http://, mailto:, tel:, / or #.',
  'text.withheld-unclosed':
    'A ::withheld passage is not closed, so everything after it is hidden. Add two colons “::” at the end of what is to be withheld.',
  'text.withheld-misspelt':
    'A mark for withholding is misspelt, so the words may show: “{text}”. Right is “::withheld … ::”.',
  'text.withheld-in-header':
    '“{key}” holds a ::withheld mark. Title and summary are always public; move what is to be withheld into the body.',
  'text.based-on-missing':
    'The translation does not say which revision of the source it was made from. Add to the header, as in basedOn: {number} (the present revision of {source}.md).',
  'text.based-on-in-source': 'The source text is no translation. Remove the line basedOn.',
  'text.based-on-above':
    'basedOn is {basedOn}, but {source} has only reached revision {number}. Write a number not above {number}.',
  'text.unsupported-number':
    'The text has the number {number}, which no source of the entry bears out and the facts do not hold. Look it up; if it is right, add it to the numbers that its source bears out (attests), otherwise correct the text.',
  'text.numbers-differ':
    'The numbers do not match those of {source} (revision {number}). Missing in the translation: {missing}. Only in the translation: {added}. Compare each with the source text and correct the side that is wrong.',
  'text.same-sentence':
    'The sentence “{text}” stands word for word in {other}. Rewrite it in one of the two so that it speaks of that entry, or leave it out and link to the other.',
  'text.summary-repeats-title':
    'The summary “{summary}” does little but repeat the title. Say what somebody at the sign needs to know: what this is, whom it is named after, and why.',
  'text.traditional-characters':
    'A text in simplified Chinese has traditional characters: {characters}. Write them in simplified form; a name in old characters belongs under names in entry.yaml, with locale: zh-Hant.',

  'csv.syntax':
    'The CSV table is broken near this line, mostly by an unmatched quotation mark. Open it in a spreadsheet and save it as CSV UTF-8. Technical detail: {reason}',
  'csv.columns':
    'The header line of the table is wrong. Needed: {expected}. Found: {found}. All columns, with these names, in this order, separated by commas.',
  'csv.cells':
    'This row has {found} cells, but the table has {expected} columns. If a cell holds a comma, put the whole cell in quotes.',
  'sign.code-malformed':
    'The code “{code}” is malformed: six capitals or digits without 0, O, 1, I and L, as in 7K3QXC.',
  'sign.code-check-character':
    'The check character of {code} is wrong: one character is mistyped, or two are swapped. Compare it with what is printed on the sign.',
  'sign.code-reserved':
    'The code {code} equals a fixed address of the site and cannot be used. Issue another.',
  'sign.code-twice':
    'The code {code} stands on line {other} too. A code belongs to one sign for ever; issue a new one for the second.',
  'sign.code-unknown':
    'The column “{key}” has {code}, which is not in signs/register.csv. Check the code, or issue it first.',
  'sign.entry-unknown':
    'The sign leads to the entry “{entry}”, which is not in content/. Correct it, as in streets/le-loi, or make that entry.',
  'event.before-issue':
    'Sign {code} has “{what}” on {on}, before its code was issued ({issuedOn}). Check the date.',
  'event.after-end':
    'Sign {code} has “{what}” on {on}, after its end ({state}). A new plate has a new code; check this.',
  'event.no-successor':
    'Sign {code} was replaced, but it is not said by which. Write the code of the new sign into the column successor.',
  'legacy.address-twice':
    'The address “{address}” stands on line {other} too. An address leads to one entry only; remove one line.',
  'plan.steps-reversed':
    '{step} ({day}) comes before {earlier} ({earlierDay}). The steps follow each other: compiled_by, approved_by, printed_by, installed_by; correct the dates.',
  'plan.not-the-register':
    'The plan has {target} signs for {subject} in unit {unit}, the register {count}. Correct the column target, add a row, or issue the codes in signs/register.csv.',
  'template.syntax':
    'The template file is not valid JSON: {detail}. Take back the version before, or ask whoever makes templates.',
  'template.wrong':
    'The template is wrong at “{path}”: {detail}. Correct it; templates/placard-150x200.json is a right one.',
  'template.other-name':
    'The template calls itself “{id}” but its file has another name. Make the file name and the id the same.',
}

/** What preflight says, in English. */
import type { PreflightFault } from '../domain/preflight.ts'

export const preflightEn: Record<PreflightFault, string> = {
  'QR-01.form':
    'The code holds “{payload}”, which is not HTTPS://HOST/CODE in capitals. Make the face again from the system.',
  'QR-01.check':
    'The check character of {code} is wrong, so it was never issued. Compare it with the register and make the face again.',
  'QR-01.origin':
    'The host {host} may not be printed on signs (allowed: {allowed}). Set STELE_ORIGIN and make the face again.',
  'QR-01.other':
    'The code leads to {payload}, but this sign is {wanted}. Put the sign’s own code in its place.',
  'QR-01.unknown': 'The code {code} is not in the register. Issue a code before printing.',
  'QR-01.ended': 'The sign {code} has ended. Never print it again; issue a new code for the spot.',
  'QR-02.version':
    'A version {version} symbol is too dense ({most} at most). Use a shorter host name.',
  'QR-02.level': 'Error correction level {level} is too low for a sign outdoors. Use level Q or H.',
  'QR-02.pinned':
    'The symbol ({measured}) is not the one first printed ({first}). Reprint the symbol kept in the register.',
  'QR-03.small':
    'A module is {module} mm wide and must be {least} mm: it scans from {metres} m instead of {wanted} m. Choose a larger template or hang the sign nearer.',
  'QR-03.tight':
    'A module of {module} mm is only just enough for {wanted} m, and a worn sign will be hard to scan. Prefer a larger template.',
  'QR-04.unread':
    'Fewer than two of three decoders read the code ({how}); it must say {payload}, and what was read is: {read}. Remove what covers or blurs it.',
  'QR-05.modules':
    '{count} of {of} modules are not what the address asks for: something lies over the code, or it was altered. Remove it and make the code again.',
  'QR-05.encoder':
    'A second encoder gives another symbol, by {count} modules. Do not print; tell whoever keeps the software.',
  'QR-06.damage':
    'The code no longer reads when slightly damaged ({how}). Remove what covers it, or use more error correction or larger modules.',
  'QR-07.silent':
    'The site answers {address} with {answer} (– means: not within 5 seconds) and must answer 200. Start the site, publish the entry or correct --site, then check again.',
  'QR-07.language':
    'The face promises {locale}, but {address} answers in {answered}. Publish the text in that language, or print the face without it.',
  'QR-07.name':
    'The face says “{name}”, but the heading of {address} is “{shown}”. Publish the name as it is to be printed, or make the face again.',
  'QR-07.unasked':
    'Nobody asked the site whether the address answers in {languages}. Check again while the site runs (--site), or have somebody open the address and sign for it.',
  'QR-08.pages':
    'The file has {count} pages. One sign is one page with one address: send each as a file of its own.',
  'QR-08.other':
    'Another code stands on page {page} at {x}, {y} mm from the top left corner; it says “{says}”. One sign has one address: take the other code off.',
  'QZ-01.quiet':
    'The light border of the code is {modules} modules wide (in the way: {what}) and must be 4. Move that away or make the code smaller.',
  'QZ-02.panel': 'No white panel covers the code and all of its light border. Add one in 0/0/0/0.',
  'QZ-02.text': 'The text “{text}” stands on the white panel of the code. Move it off.',
  'CO-01.inks':
    'The code must be 0/0/0/100 on 0/0/0/0 and is {inks}. Change the colours of code and panel.',
  'CO-01.reversed':
    'The code is light on dark ({inks}), which many telephones never read. Print black on white.',
  'CO-02.contrast':
    'The code’s predicted contrast is {contrast} % and must be 70 %. Use black ink on a white ground.',
  'CO-02.low':
    'The code’s predicted contrast is {contrast} %; 80 % or more leaves room for the years.',
  'CO-03.heavy':
    'Somewhere the inks add up to {ink} %, and the material takes {most} %. Use less ink in that colour.',
  'CO-03.rgb': 'The file uses RGB ({what}). Convert every colour to CMYK, and black to 0/0/0/100.',
  'CO-03.plate':
    'The file prints on the plate “{plate}”, which this face does not have. Rename it as the template calls it, or take it out.',
  'CO-04.faint':
    'The text “{text}” has a contrast of {ratio}:1 and should have {least}:1. Change its colour or its ground.',
  'CO-05.see-through':
    'Something on the face is see-through ({what}). Flatten it, or export the face again from the system.',
  'TX-01.form':
    'The text “{text}” ({field}) has separate marks, stray spaces or hidden characters. Type it again in precomposed Unicode.',
  'TX-02.missing':
    'The font {font} has no “{character}” for “{text}”, and an empty box would be printed. Use another character or font.',
  'TX-03.small':
    'The text “{text}” is set at {size} mm, below the template’s {least} mm. Shorten it or choose a larger template.',
  'TX-03.sign-off':
    'The text “{text}” is set at {size} mm, and below {least} mm somebody must sign for it. Shorten it, choose a larger template, or have it signed off by name.',
  'TX-04.touch': 'The text “{text}” touches another text or line {other}. Shorten or move it.',
  'TX-05.safe':
    'The text “{text}” stands outside the safe margin and may be cut off. Move it inwards.',
  'TX-05.bleed':
    'A field of colour reaches {reach} mm beyond the cut and must reach {bleed} mm. Extend it over the bleed.',
  'TX-06.small':
    'The name is {height} mm high; a street-name board needs 60 mm. Shorten the name or use a larger board.',
  'TX-07.words':
    'The words on the page are not those of the entry (too many: “{more}”; lacking: “{less}”). Make the face again from the system.',
  'TX-07.shown':
    'The text “{text}” does not look as it should: plate {plate} differs by up to {most} % at {x}, {y} mm from the top left corner, on {width} × {height} mm. Take off what covers it, or make the face again.',
  'SZ-01.template':
    'The file says it is made on {subject}, but this sign is ordered on {wanted}. Make the face on that template, or correct the register.',
  'SZ-01.scale':
    'The code is {size} mm wide at {x}, {y} mm from the top left corner; on the template it is {wanted} mm at {wantedX}, {wantedY} mm. Export at 1:1, and move nothing.',
  'GE-01.hole':
    'The hole at ({x}, {y}) is {edge} mm from the edge and needs {least} mm, or the panel may crack. Move it inwards.',
  'GE-01.text': 'The text “{text}” is too near a hole. Keep it 3 mm from the rim.',
  'GE-01.cut':
    'The cut line cannot be followed ({what}). Draw one closed line with corners of 2 mm or more.',
  'GE-01.missing':
    'The line of {plate} at {x}, {y} mm ({width} × {height} mm) is missing. Put it back on a spot colour of that very name.',
  'GE-01.extra':
    'A line of {plate} at {x}, {y} mm ({width} × {height} mm) is not in the template. Remove it: the machine would follow it.',
  'GE-01.changed':
    'The line of {plate} at {x}, {y} mm ({width} × {height} mm) is not as the template has it: place, shape, width, tint, dashes, or open. Draw it again as it was.',
  'IM-01.image':
    'A picture is in {what}. Convert it to CMYK at full resolution, with its source recorded.',
  'IM-01.coarse':
    'A picture has {ppi} pixels to the inch, and needs {least}. Put it in at full resolution.',
  'IM-01.code':
    'The code is a picture of {width} × {height} pixels. Draw it as outlines; never make it anew by hand.',
  'PF-01.structure':
    'The file is not PDF/X-4: {what}. Export it again from the system, or as PDF/X-4.',
  'PF-02.unreadable': 'The PDF cannot be read ({reason}). Send the file again, whole.',
  'PF-02.fonts': 'The font {font} is not embedded. Embed it or turn the text into outlines.',
  'PF-02.boxes': 'The trimmed size is {size} mm, the template’s is {wanted} mm. Export at 1:1.',
  'PF-02.bleed':
    'The bleed is {bleed} mm and must be {least} mm. Set TrimBox and BleedBox, and extend the ground.',
  'PF-02.crop': 'The CropBox cuts the page off within its bleed ({reach} mm left). Remove it.',
  'PF-03.differ':
    'PDF and SVG of one face differ by {share} % (worst tile {tile} %). Do not print; tell whoever keeps the software.',
  'PF-04.bytes':
    'The same face made twice gives different files. Do not print; tell whoever keeps the software.',
  'PF-05.face':
    'The face is not the one made for this sign: plate {plate} differs by up to {most} % at {x}, {y} mm from the top left corner, on {width} × {height} mm. Print the file as it was issued.',
  'PF-05.parts': 'The file is made otherwise than issued: {what}. Print the file as it was issued.',
  'PF-05.unseen':
    'The page is painted otherwise than issued, though it looks the same: {what}. Print the file as it was issued.',
  'PF-06.heavy':
    'The file asks for more than a print file of one sign needs ({what}), and was not looked at. Export it again from the system.',
  'RV-01.unapproved':
    'What the face says is not approved and published. Have the entry approved before printing.',
  'RV-01.text':
    'The face says “{text}”, and the published names are: {published}. Correct it to the last mark.',
  'SV-01.svg': 'The SVG is not fit for use: {what}. Export it again from the system.',
  'SV-01.dxf': 'The DXF is not fit for use: {what}. Export it again from the system.',
}

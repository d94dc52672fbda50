/** Two hundred entry folders, each with one broken file: what a peer's history of hand-edited files looked like. */
import { goodText } from './good-folder.ts'

const STREET = goodText('content/heritage-sites/den-vi-du/entry.yaml')
const TEXT = goodText('content/heritage-sites/den-vi-du/vi.md')

/** Ways in which volunteers broke files on the web (a peer's history), for entry.yaml and for a text. */
const BREAK_FACTS: ((yaml: string) => string | Uint8Array)[] = [
  (yaml) => yaml.replace('text: Đền', 'text: "Đền'),
  (yaml) => yaml.replace(' }', ''),
  (yaml) => yaml.replace('names:', 'name:'),
  (yaml) => yaml.replace('names:', '\tnames:'),
  (yaml) => yaml.replace('kind: official', 'kind: chính thức'),
  (yaml) => yaml.replace('sources:', 'sources'),
  (yaml) => yaml.slice(0, yaml.length / 2),
  (yaml) => yaml.replace('review: { state: pending }', ''),
  (yaml) => yaml.replace('locale: vi', 'locale: vi: vn'),
  (yaml) => yaml.replace('locale: vi, ', ''),
  (yaml) => yaml.replace('year: 2003', 'year: năm 2003'),
  (yaml) => yaml.replace('source: s1', 'source: s9'),
  (yaml) => `{"name": "Đền Ví Dụ",\n${yaml}`,
  (yaml) => yaml.replace('Đền', 'Đền'.normalize('NFD')),
  () => '',
  () => new Uint8Array([0xff, 0xfe, 0x41, 0x00]),
  () => '<html><body>404</body></html>',
  () => '<<<<<<< HEAD\nnames: []\n=======\n>>>>>>> x\n',
]
const BREAK_TEXT: ((markdown: string) => string | Uint8Array)[] = [
  (text) => text.replace('---\n', ''),
  (text) => text.replace('\n---\n', '\n'),
  (text) => text.replace('title:', 'tiêu đề:'),
  (text) => text.replace(/summary: .*/, 'summary:'),
  (text) => text.replace('title: ', 'title: "'),
  (text) => text.replace('revision: 1', 'revision: một'),
  (text) => text.replace(' [^s1]', ''),
  (text) => text.replace('[^s1]', '[^nguon]'),
  (text) => text.replace('1683', '<b>1683</b>'),
  (text) => text.replace('1683', '[1683](javascript:x)'),
  (text) => text.replace('.\n', ''),
  (text) => text.replace('Đền dựng', 'Đên Ví Dụ dựng'),
  (text) => text.replace('Đền', 'Đền'.normalize('NFD')),
  (text) => text.replace('1683', '![a](http://e.vn/a.png)'),
  (text) => text.replace('năm', '::withheld năm'),
  () => '\n\n',
]

export function twoHundredBroken(): {
  changes: Record<string, string | Uint8Array>
  /** The broken file of each folder. */
  broken: string[]
} {
  const changes: Record<string, string | Uint8Array> = {}
  const broken: string[] = []
  for (let i = 0; broken.length < 200; i++) {
    const folder = `content/heritage-sites/den-vi-du-${i}`
    const breakFacts = BREAK_FACTS[(i >> 1) % BREAK_FACTS.length]
    const breakText = BREAK_TEXT[(i >> 1) % BREAK_TEXT.length]
    const spoilsFacts = i % 2 === 0
    changes[`${folder}/entry.yaml`] =
      (spoilsFacts && breakFacts?.(STREET)) || (spoilsFacts ? '' : STREET)
    changes[`${folder}/vi.md`] = (!spoilsFacts && breakText?.(TEXT)) || TEXT
    broken.push(`${folder}/${spoilsFacts ? 'entry.yaml' : 'vi.md'}`)
  }
  return { changes, broken }
}

import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LANG_SON } from './both/installations.ts'

/** An installation as its people have it: the dozen entries, their signs, and the templates, in `root`. */
export function layOut(root: string): void {
  cpSync('templates', join(root, 'templates'), { recursive: true })
  for (const [path, bytes] of LANG_SON) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), bytes)
  }
}

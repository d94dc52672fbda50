/** The files of templates/ as parsed JSON, those that are like another completed by it. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { completed, filesOfVersion, isVersion, likeOf } from '../press/template/like.ts'

/** Their names without `.json`, in order; none where there is no folder. */
export async function listTemplateIds(root: string): Promise<string[]> {
  const names = await readdir(join(root, 'templates')).catch(() => [])
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
}

/** Rejects with a sentence where the file, or the one it is like, cannot be read. */
export async function readTemplateValue(root: string, id: string): Promise<unknown> {
  const value = await readJson(root, `${id}.json`)
  const like = likeOf(value)
  if (like === null) return value
  for (const file of filesOfVersion(like)) {
    const base = await readJson(root, file).catch(() => null)
    if (isVersion(base, like)) return completed(value as object, base as object)
  }
  throw new Error(`templates/${id}.json: there is no template ${like} for it to be like`)
}

async function readJson(root: string, file: string): Promise<unknown> {
  const text = await readFile(join(root, 'templates', file), 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`templates/${file}: ${(error as Error).message}`, { cause: error })
  }
}

import type { Context } from 'hono'
import { officialName, type Name } from '../../domain/entry.ts'
import { sourceLocale } from '../../domain/site.ts'
import type { DeskEnv } from './desk-env.ts'

/** Official name in the source language; the path where there is none. */
export function nameFor(c: Context<DeskEnv>, names: Name[], entry: string): string {
  return officialName({ names }, sourceLocale(c.get('site')))?.text ?? entry
}

/**
 * A template that differs from another in a few things, as in its material or its holes, says only those:
 * `{ "like": "placard-150x200@2", "id": …, "version": 1, "holes": [] }`. The version it is like is never changed, so
 * neither is this one.
 */
import * as z from 'zod'

const variantShape = z.looseObject({
  like: z.string().regex(/^[a-z0-9-]{3,60}@[1-9]\d{0,3}$/),
  id: z.string(),
  version: z.number(),
})

/** `placard-150x200@2`; null for a template that stands by itself. */
export function likeOf(value: unknown): string | null {
  return variantShape.safeParse(value).data?.like ?? null
}

/** Where `name` may lie below templates/, today's version first. */
export function filesOfVersion(name: string): string[] {
  return [`${name.replace(/@.*$/, '')}.json`, `earlier/${name}.json`]
}

/** Whether parsed JSON is the template `name`, by itself. */
export function isVersion(value: unknown, name: string): boolean {
  const { id, version, like } = Object(value) as Record<string, unknown>
  return like === undefined && `${String(id)}@${String(version)}` === name
}

/** What the template says, and of what it does not say, what `base` says. */
export function completed(value: object, base: object): unknown {
  const whole: Record<string, unknown> = { ...base, ...value }
  delete whole['like']
  return whole
}

/** Turns what a schema refused into findings: rule, line and the words a person needs to mend it. */
import * as z from 'zod'
import { CHECK_RULES, type CheckRule } from '../domain/check-rules.ts'
import type { Report } from '../domain/finding.ts'
import { shortened } from '../domain/folder.ts'
import { nearest } from './nearest-key.ts'
import type { Path, YamlFile } from './yaml-file.ts'

/**
 * What the schema makes of the file; null when anything was refused, and everything that was is reported. Keys that are
 * nearly right are named in the finding.
 */
export function readWith<Schema extends z.ZodType>(
  schema: Schema,
  yaml: YamlFile,
  file: string,
  report: Report,
): z.output<Schema> | null {
  const result = schema.safeParse(yaml.value)
  if (result.success) return result.data
  const reported = new Set<string>()
  for (const issue of result.error.issues) {
    const path = issue.path as Path
    if (issue.code === 'unrecognized_keys') {
      const known = keysOf(schema, path)
      for (const key of issue.keys) {
        // `{ widthM: 9,5 }` is read as a key called 5.
        const isDecimal = /^\d+$/.test(key) && !valueAt(yaml.value, [...path, key])
        if (isDecimal) report('value.decimal-comma', file, yaml.lineOfKey(path, key), { key })
        else
          report('key.unknown', file, yaml.lineOfKey(path, key), {
            key: shortened(key),
            nearest: nearest(key, known),
            known: known.join(', '),
          })
      }
      continue
    }
    const value = valueAt(yaml.value, path)
    const rule = ruleOf(issue, path, value)
    // A value that fails two checks of one rule is one mistake.
    const mistake = [rule, ...path].join(' ')
    if (reported.has(mistake)) continue
    reported.add(mistake)
    report(rule, file, yaml.lineOf(path), { ...valuesOf(issue, path, value) })
  }
  return null
}

/** The rule that says the cure best: what is missing, empty and wrong are told apart. */
function ruleOf(issue: z.core.$ZodIssue, path: Path, value: unknown): CheckRule {
  const key = path.at(-1)
  const within = path.at(-3)
  const isNothing = value === undefined || value === ''
  if (isNothing && within === 'images' && (key === 'author' || key === 'licence'))
    return 'image.no-credit'
  if (isNothing && path.length === 1 && key === 'names') return 'entry.no-name'
  if (isNothing && path.length === 1 && key === 'sources') return 'entry.no-source'
  if (value === undefined) return 'key.missing'
  if (value === '') return 'value.empty'
  if (issue.code === 'invalid_key') return 'value.not-a-locale'
  return issue.message in CHECK_RULES ? (issue.message as CheckRule) : 'value.not-one-of'
}

/** Words for the message: the key, what was written, and what may be. */
function valuesOf(
  issue: z.core.$ZodIssue,
  path: Path,
  value: unknown,
): Record<string, string | number> {
  const key = [...path].reverse().find((part) => typeof part === 'string') ?? ''
  const said = typeof value === 'string' ? value : JSON.stringify(value ?? '')
  const params = issue.code === 'custom' ? (issue.params ?? {}) : {}
  const allowed = issue.code === 'invalid_value' ? { allowed: issue.values.join(', ') } : {}
  return { key: String(key), value: shortened(said), ...allowed, ...params }
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const part of path)
    at =
      at !== null && typeof at === 'object'
        ? (at as Record<string | number, unknown>)[part]
        : undefined
  return at
}

/** The keys the schema knows in the map at `path`. */
function keysOf(schema: z.ZodType, path: Path): string[] {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodObject) {
    const [key, ...rest] = path
    if (key === undefined) return Object.keys(inner.shape)
    const next = (inner.shape as Record<string, z.ZodType>)[String(key)]
    return next ? keysOf(next, rest) : []
  }
  if (inner instanceof z.ZodArray) return keysOf(inner.element as z.ZodType, path.slice(1))
  if (inner instanceof z.ZodDiscriminatedUnion || inner instanceof z.ZodUnion)
    return [...new Set((inner.options as z.ZodType[]).flatMap((option) => keysOf(option, path)))]
  return []
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return unwrapped(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in as z.ZodType)
  return schema
}

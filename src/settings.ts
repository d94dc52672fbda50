/** Settings come from the environment, on Node and on Workers alike; one schema stands at that door. */
import * as z from 'zod'
import { sentenceInBoth } from './messages/bilingual.ts'

const onOff = z.enum(['on', 'off']).transform((value) => value === 'on')

/** An origin: scheme and host, without a slash at the end. */
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((value) => new URL(value).origin === value.replace(/\/$/, ''), {
    message: 'must be scheme and host only, as in https://qr.langson.gov.vn',
  })
  .transform((value) => value.replace(/\/$/, ''))

/** Told where settings that are of use only together are given in part. */
function needs(
  context: z.RefinementCtx,
  env: Record<string, unknown>,
  names: readonly string[],
): void {
  const given = names.filter((name) => env[name] !== undefined)
  if (given.length === 0 || given.length === names.length) return
  for (const name of names.filter((one) => !given.includes(one)))
    context.addIssue({ code: 'custom', path: [name], message: `needed with ${given.join(', ')}` })
}

/** Every variable with its default; paths are relative to where the command is run. */
const schema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
    HOST: z.string().min(1).default('127.0.0.1'),
    STELE_ORIGIN: origin.optional(),
    STELE_DATA: z.string().min(1).default('./data'),
    STELE_CONTENT: z.string().min(1).default('.'),
    STELE_ADMIN: onOff.default(true),
    STELE_PACKS: onOff.default(true),
    STELE_BASEMAP: z.string().min(1).optional(),
    STELE_WORKERS: z.coerce.number().int().min(1).max(64).default(1),
    STELE_TRUST_PROXY: onOff.default(false),
    STELE_SECRET: z.string().min(32).optional(),
    STELE_SECRET_FILE: z.string().min(1).optional(),
    STELE_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    STELE_OIDC_CLIENT_ID: z.string().min(1).optional(),
    STELE_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    STELE_OIDC_NAME: z.string().min(1).max(60).default('OpenID'),
    STELE_SMTP: z.url({ protocol: /^smtps?$/ }).optional(),
    STELE_MAIL_FROM: z.email().optional(),
  })
  .superRefine((env, context) => {
    needs(context, env, ['STELE_OIDC_ISSUER', 'STELE_OIDC_CLIENT_ID', 'STELE_OIDC_CLIENT_SECRET'])
    needs(context, env, ['STELE_SMTP', 'STELE_MAIL_FROM'])
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    origin: env.STELE_ORIGIN ?? `http://localhost:${env.PORT}`,
    data: env.STELE_DATA,
    content: env.STELE_CONTENT,
    admin: env.STELE_ADMIN,
    packs: env.STELE_PACKS,
    /** Node only: a PMTiles file; null where the map has its drawing only. */
    basemap: env.STELE_BASEMAP ?? null,
    workers: env.STELE_WORKERS,
    trustProxy: env.STELE_TRUST_PROXY,
    /** Signs editors' cookies; null where a file holds it. */
    secret: env.STELE_SECRET ?? null,
    secretFile: env.STELE_SECRET_FILE ?? null,
    /** Where editors may sign in besides here; null without one. */
    provider:
      env.STELE_OIDC_ISSUER && env.STELE_OIDC_CLIENT_ID && env.STELE_OIDC_CLIENT_SECRET
        ? {
            issuer: env.STELE_OIDC_ISSUER,
            clientId: env.STELE_OIDC_CLIENT_ID,
            clientSecret: env.STELE_OIDC_CLIENT_SECRET,
            name: env.STELE_OIDC_NAME,
          }
        : null,
    /** Node only. Null where one-time addresses are handed over by hand. */
    mail:
      env.STELE_SMTP && env.STELE_MAIL_FROM
        ? { server: env.STELE_SMTP, from: env.STELE_MAIL_FROM }
        : null,
    /** Set by `serve --practice`: everything is thrown away at the end, and the desk says so. */
    practice: false as boolean,
  }))

export type Settings = z.output<typeof schema>

/**
 * The settings, or one sentence in both languages for each that is wrong. An empty variable counts as unset; secrets
 * are never shown.
 */
export function readSettings(env: Record<string, unknown>): Settings | string[] {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  if (read.success) return read.data
  return read.error.issues.map((issue) => {
    const name = issue.path.join('.')
    // What holds a secret is not shown, not even a wrong one.
    const shown = /SECRET$|SMTP/.test(name) ? '…' : String(env[name] ?? '')
    return `${name}=${shown}: ${sentenceInBoth('settings.wrong', { why: issue.message })}`
  })
}

/** Signing in by the province's own OpenID Connect provider, where there is one. */
import { genericOAuth } from 'better-auth/plugins/generic-oauth'

/** The province's own place to sign in (OpenID Connect), as its operators registered this site there. */
export interface Provider {
  /** Its discovery document lies below. */
  issuer: string
  clientId: string
  clientSecret: string
  /** As editors know it. */
  name: string
}

/** Its name among the ways to sign in; there is one at most. */
export const PROVIDER = 'province'
/** Where it sends the browser back to; operators register it there. */
export const CALLBACK = `/admin/auth/callback/${PROVIDER}`

/** Our side of the provider; whoever it vouches for must have been invited here first. */
export function signInBy({ issuer, clientId, clientSecret, name }: Provider) {
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        name,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        requireIdTokenVerification: true,
        // Being known there is no invitation here.
        disableSignUp: true,
        disableImplicitSignUp: true,
      },
    ],
  })
}

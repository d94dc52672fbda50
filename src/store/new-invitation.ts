/** One-time addresses, as the desk and the command line make them. */
import { digestOf } from '../domain/digest.ts'
import { INVITATION_HOURS, type Invitation } from '../domain/editor.ts'
import { newToken } from '../domain/random.ts'
import { addInvitation } from './editors.ts'

/**
 * A one-time address for one purpose. The secret is in the address alone: the database keeps its digest, and nobody can
 * show the address again. `origin` is the site's, as in `https://stele.langson.gov.vn`.
 */
export async function newInvitation(
  wanted: Omit<Invitation, 'expires'>,
  now: Date,
  origin: string,
) {
  const secret = newToken()
  const expires = new Date(now.getTime() + INVITATION_HOURS[wanted.purpose] * 3_600_000)
  const invitation: Invitation = { ...wanted, expires: expires.toISOString() }
  return {
    invitation,
    address: invitationAddress(origin, secret),
    statements: addInvitation(await digestOf(secret), invitation, now.toISOString()),
  }
}

export function invitationAddress(origin: string, secret: string): string {
  return `${origin}/admin/invitations/${secret}`
}

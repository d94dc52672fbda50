import type { DeskLanguage } from '../../messages/desk-message.ts'
import type { AppEnv } from '../services.ts'
import type { Auth, Session } from '../session.ts'

/** What the routes of the desk find in their context. */
export interface DeskEnv extends AppEnv {
  Variables: AppEnv['Variables'] & {
    auth: Auth
    /** Null before signing in. */
    session: Session | null
    /** Of the interface, not of what is edited. */
    language: DeskLanguage
    /** For this answer alone: the policy lets through scripts and styles that bear it. */
    nonce: string
    /** Names this request for the device that keeps what was typed until it is saved; absent as a rule. */
    sent?: string
  }
}

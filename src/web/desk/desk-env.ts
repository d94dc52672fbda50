import type { DeskLanguage } from '../../messages/desk-message.ts'
import type { AppEnv } from '../services.ts'
import type { Auth, Session } from '../session.ts'

/** What the routes of the desk find in their context. */
export interface DeskEnv extends AppEnv {
  Variables: AppEnv['Variables'] & {
    auth: Auth
    /** Null before signing in. */
    session: Session | null
    language: DeskLanguage
    nonce: string
  }
}

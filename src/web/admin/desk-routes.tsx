/** Every address of the editors' desk; there is none where the services hold no way to sign in. */
import { Hono } from 'hono'
import { accountRoutes } from './account-routes.tsx'
import { auditRoutes } from './audit-routes.tsx'
import { deskDoor, missing, type DeskEnv } from './desk.tsx'
import { editorRoutes } from './editor-routes.tsx'
import { exportRoutes } from './export-routes.ts'
import { entryListRoutes } from './entry-list-routes.tsx'
import { factsApprovalRoutes } from './facts-approval-routes.tsx'
import { factsHistoryRoutes } from './facts-history-routes.tsx'
import { factsRoutes } from './facts-routes.tsx'
import { homeRoutes } from './home-routes.tsx'
import { importRoutes } from './import-routes.tsx'
import { invitationRoutes } from './invitation-routes.tsx'
import { mediaRoutes } from './media-routes.tsx'
import { listRoutes } from './list-routes.ts'
import { newEntryRoutes } from './new-entry-routes.tsx'
import { providerRoutes } from './provider-routes.tsx'
import { orderActRoutes } from './order-act-routes.tsx'
import { orderRoutes } from './order-routes.tsx'
import { signActRoutes } from './sign-act-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'
import { signRoutes } from './sign-routes.tsx'
import { textActRoutes } from './text-act-routes.tsx'
import { textHistoryRoutes } from './text-history-routes.tsx'
import { textNoteRoutes } from './text-note-routes.tsx'
import { textPreviewRoutes } from './text-preview-routes.tsx'
import { textRoutes } from './text-routes.tsx'
import { xliffRoutes } from './xliff-routes.tsx'

export const deskRoutes = new Hono<DeskEnv>()
  .use('/admin', deskDoor)
  .use('/admin/*', deskDoor)
  .get('/admin', (c) => c.redirect('/admin/', 301))
  .route('/', signInRoutes)
  .route('/', providerRoutes)
  .route('/', invitationRoutes)
  .route('/', accountRoutes)
  .route('/', editorRoutes)
  .route('/', homeRoutes)
  .route('/', entryListRoutes)
  .route('/', auditRoutes)
  .route('/', exportRoutes)
  .route('/', importRoutes)
  .route('/', listRoutes)
  .route('/', xliffRoutes)
  .route('/', newEntryRoutes)
  .route('/', factsRoutes)
  .route('/', factsApprovalRoutes)
  .route('/', factsHistoryRoutes)
  .route('/', mediaRoutes)
  .route('/', signRoutes)
  .route('/', signActRoutes)
  .route('/', orderRoutes)
  .route('/', orderActRoutes)
  // After the addresses that have a word where these have a language.
  .route('/', textRoutes)
  .route('/', textActRoutes)
  .route('/', textNoteRoutes)
  .route('/', textPreviewRoutes)
  .route('/', textHistoryRoutes)
  .all('/admin/*', (c) => missing(c))

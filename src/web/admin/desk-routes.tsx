/** Every address of the editors' desk; there is none where the services hold no way to sign in. */
import { Hono } from 'hono'
import { accountRoutes } from './account-routes.tsx'
import { deskDoor, missing, type DeskEnv } from './desk.tsx'
import { editorRoutes } from './editor-routes.tsx'
import { factsApprovalRoutes } from './facts-approval-routes.tsx'
import { factsHistoryRoutes } from './facts-history-routes.tsx'
import { factsRoutes } from './facts-routes.tsx'
import { homeRoutes } from './home-routes.tsx'
import { invitationRoutes } from './invitation-routes.tsx'
import { newEntryRoutes } from './new-entry-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

export const deskRoutes = new Hono<DeskEnv>()
  .use('/admin', deskDoor)
  .use('/admin/*', deskDoor)
  .get('/admin', (c) => c.redirect('/admin/', 301))
  .route('/', signInRoutes)
  .route('/', invitationRoutes)
  .route('/', accountRoutes)
  .route('/', editorRoutes)
  .route('/', homeRoutes)
  .route('/', newEntryRoutes)
  .route('/', factsRoutes)
  .route('/', factsApprovalRoutes)
  .route('/', factsHistoryRoutes)
  .all('/admin/*', (c) => missing(c))

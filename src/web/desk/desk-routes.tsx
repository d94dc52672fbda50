/**
 * Every address of the editors' desk, in the order they are tried; there is none where the services hold no way to sign
 * in.
 */
import { Hono } from 'hono'
import { accountRoutes } from './people/account-routes.tsx'
import { choiceRoutes } from './choice-routes.ts'
import { auditRoutes } from './log/audit-routes.tsx'
import { deskDoor, missing } from './desk.tsx'
import { editorRoutes } from './people/editor-routes.tsx'
import { exportRoutes } from './tables/export-routes.ts'
import { entryDeskRoutes } from './entries/entry-desk-routes.tsx'
import { entryListRoutes } from './entries/entry-list-routes.tsx'
import { formAddress } from './form-address.ts'
import { factsApprovalRoutes } from './facts/facts-approval-routes.tsx'
import { factsHistoryRoutes } from './facts/facts-history-routes.tsx'
import { factsRoutes } from './facts/facts-routes.tsx'
import { dayRoutes } from './day/day-routes.tsx'
import { scheduledRoutes } from './day/scheduled-routes.tsx'
import { importRoutes } from './tables/import-routes.tsx'
import { invitationRoutes } from './people/invitation-routes.tsx'
import { mediaRoutes } from './media/media-routes.tsx'
import { listRoutes } from './tables/list-routes.ts'
import { newEntryRoutes } from './entries/new-entry-routes.tsx'
import { proposalRoutes } from './tables/proposal-routes.tsx'
import { undoRoutes } from './tables/undo-routes.tsx'
import { providerRoutes } from './people/provider-routes.tsx'
import { orderActRoutes } from './orders/order-act-routes.tsx'
import { mendedPath } from '../../domain/mended-path.ts'
import { newOrderRoutes } from './orders/new-order-routes.tsx'
import { orderRoutes } from './orders/order-routes.tsx'
import { readyRoutes } from './orders/ready-routes.tsx'
import { pointRoutes } from './review/point-routes.tsx'
import { progressRoutes } from './review/progress-routes.tsx'
import { replaceRoutes } from './review/replace-routes.tsx'
import { recoveryRoutes } from './people/recovery-routes.tsx'
import { reviewRoutes } from './review/review-routes.tsx'
import { worksRoutes } from './review/works-routes.tsx'
import { signatureRoutes } from './review/signature-routes.tsx'
import { signActRoutes } from './signs/sign-act-routes.tsx'
import { signInRoutes } from './people/sign-in-routes.tsx'
import { manySignsRoutes } from './signs/many-signs-routes.tsx'
import { signDeskRoutes } from './signs/sign-desk-routes.tsx'
import { textActRoutes } from './texts/text-act-routes.tsx'
import { textHistoryRoutes } from './texts/text-history-routes.tsx'
import { textNoteRoutes } from './texts/text-note-routes.tsx'
import { textPreviewRoutes } from './texts/text-preview-routes.tsx'
import { textRoutes } from './texts/text-routes.tsx'
import { xliffRoutes } from './tables/xliff-routes.tsx'
import type { DeskEnv } from './desk-env.ts'

export const deskRoutes = new Hono<DeskEnv>()
  .use('/admin', deskDoor)
  .use('/admin/*', deskDoor)
  .use('/admin/*', formAddress)
  .get('/admin', (c) => c.redirect('/admin/', 301))
  .route('/', signInRoutes)
  .route('/', providerRoutes)
  .route('/', invitationRoutes)
  .route('/', accountRoutes)
  .route('/', recoveryRoutes)
  .route('/', editorRoutes)
  .route('/', dayRoutes)
  .route('/', scheduledRoutes)
  .route('/', choiceRoutes)
  .route('/', entryListRoutes)
  .route('/', auditRoutes)
  .route('/', exportRoutes)
  .route('/', importRoutes)
  .route('/', proposalRoutes)
  .route('/', undoRoutes)
  .route('/', listRoutes)
  .route('/', xliffRoutes)
  .route('/', newEntryRoutes)
  .route('/', factsRoutes)
  .route('/', factsApprovalRoutes)
  .route('/', factsHistoryRoutes)
  .route('/', mediaRoutes)
  .route('/', pointRoutes)
  .route('/', progressRoutes)
  .route('/', worksRoutes)
  .route('/', signatureRoutes)
  .route('/', replaceRoutes)
  .route('/', reviewRoutes)
  .route('/', manySignsRoutes)
  .route('/', signDeskRoutes)
  .route('/', signActRoutes)
  // Before the address of one order.
  .route('/', readyRoutes)
  .route('/', newOrderRoutes)
  .route('/', orderRoutes)
  .route('/', orderActRoutes)
  // After the addresses that have a word where these have a language.
  .route('/', entryDeskRoutes)
  .route('/', textRoutes)
  .route('/', textActRoutes)
  .route('/', textNoteRoutes)
  .route('/', textPreviewRoutes)
  .route('/', textHistoryRoutes)
  .get('/admin/*', (c, next) => {
    const mended = mendedPath(c.req.path)
    const isOther = mended !== c.req.path && mended.startsWith('/admin/')
    return isOther
      ? Promise.resolve(c.redirect(encodeURI(mended) + new URL(c.req.url).search, 301))
      : next()
  })
  .all('/admin/*', (c) => missing(c))

/** The whole site: every route file, and no runtime. */
import { Hono } from 'hono'
import { deskRoutes } from './web/admin/desk-routes.tsx'
import { dataRoutes } from './web/data/data-routes.ts'
import { faultPage, notFoundPage } from './web/errors.tsx'
import { cardRoutes } from './web/public/card-routes.ts'
import { entryRoutes } from './web/public/entry-routes.tsx'
import { legacyRoutes } from './web/public/legacy-routes.tsx'
import { machineRoutes } from './web/public/machine-routes.ts'
import { packRoutes } from './web/public/pack-routes.tsx'
import { parcelRoutes } from './web/public/parcel-routes.tsx'
import { mapRoutes } from './web/public/map-routes.tsx'
import { passportRoutes } from './web/public/passport-routes.tsx'
import { readerAndMethod } from './web/public/reader.tsx'
import { searchRoutes } from './web/public/search-routes.tsx'
import { revisionRoutes } from './web/public/revision-routes.tsx'
import { signRoutes, typedCodeRoutes } from './web/public/sign-routes.tsx'
import { unitRoutes } from './web/public/unit-routes.tsx'
import type { AppEnv } from './web/services.ts'

export function createApp(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .use(readerAndMethod)
    .route('/', deskRoutes)
    .route('/', parcelRoutes)
    .route('/', machineRoutes)
    .route('/', dataRoutes)
    .route('/', cardRoutes)
    .route('/', mapRoutes)
    .route('/', searchRoutes)
    .route('/', packRoutes)
    .route('/', unitRoutes)
    .route('/', revisionRoutes)
    .route('/', entryRoutes)
    .route('/', passportRoutes)
    .route('/', signRoutes)
    .route('/', legacyRoutes)
    .route('/', typedCodeRoutes)
    .notFound(notFoundPage)
    .onError(faultPage)
}

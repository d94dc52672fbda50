/**
 * The whole site: every route file, and no runtime. The order counts: fixed addresses before those with a language, and
 * last of all what is read as a code.
 */
import { Hono } from 'hono'
import { deskRoutes } from './web/desk/desk-routes.tsx'
import { dataRoutes } from './web/data/data-routes.ts'
import { faultPage } from './web/public/fault-pages.tsx'
import { cardRoutes } from './web/public/entry/card-routes.ts'
import { entryRoutes } from './web/public/entry/entry-routes.tsx'
import { legacyRoutes } from './web/public/sign/legacy-routes.tsx'
import { machineRoutes } from './web/public/machine/machine-routes.ts'
import { packRoutes } from './web/public/pack/pack-routes.tsx'
import { parcelRoutes } from './web/desk/orders/parcel-routes.tsx'
import { mapRoutes } from './web/public/map/map-routes.tsx'
import { passportRoutes } from './web/public/passport/passport-routes.tsx'
import { mendedRoutes } from './web/public/mended-routes.ts'
import { readerAndMethod } from './web/public/reader.tsx'
import { searchRoutes } from './web/public/search/search-routes.tsx'
import { revisionRoutes } from './web/public/revision/revision-routes.tsx'
import { signRoutes, typedCodeRoutes } from './web/public/sign/sign-routes.tsx'
import { unitRoutes } from './web/public/unit/unit-routes.tsx'
import type { AppEnv } from './web/services.ts'
import { homeRoutes } from './web/public/home/home-routes.tsx'

export function createApp(): Hono<AppEnv> {
  const app: Hono<AppEnv> = new Hono<AppEnv>()
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
    .route('/', homeRoutes)
    .route('/', entryRoutes)
    .route('/', passportRoutes)
    .route('/', signRoutes)
    .route('/', legacyRoutes)
    .route('/', typedCodeRoutes)
    .notFound(mendedRoutes(() => app))
    .onError(faultPage)
  return app
}

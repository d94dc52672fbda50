import { Hono } from 'hono'
import { DeskLayout, sayFor } from '../views/desk/layout.tsx'
import { deskOf, page, type DeskEnv } from './desk.tsx'

export const homeRoutes = new Hono<DeskEnv>().get('/admin/', (c) => {
  const desk = deskOf(c)
  const say = sayFor(desk)
  return page(
    c,
    <DeskLayout desk={desk} title={say('desk.room.home')}>
      <p>{desk.editor?.name}</p>
    </DeskLayout>,
  )
})

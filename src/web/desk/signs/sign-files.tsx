import { may } from '../../../domain/editor.ts'
import { sayFor, type Desk } from '../desk-layout.tsx'

interface Props {
  desk: Desk
  /** What the list is narrowed by. */
  query: Record<string, string | null>
}

/** The list as a file, as it is narrowed now; for those who may take data away. */
export function SignFiles({ desk, query }: Props) {
  if (!desk.editor || !may(desk.editor, 'exchange.export')) return null
  const say = sayFor(desk)
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  const asked = search.size > 0 ? `?${search}` : ''
  return (
    <p>
      {say('data.signs')}
      {': '}
      <a href={`/admin/signs.csv${asked}`}>CSV</a>
      {' · '}
      <a href={`/admin/signs.geojson${asked}`}>GeoJSON</a>
    </p>
  )
}

import { DeskLayout, sayFor, type Desk } from './desk-layout.tsx'

interface Props {
  desk: Desk
  /** Refused: the role may not do this. Missing: no such address, or nothing there. Forged: a form that is not ours. */
  notice: 'refused' | 'missing' | 'forged' | 'media.tooLarge'
}

export function DeskNotice({ desk, notice }: Props) {
  const say = sayFor(desk)
  const role = desk.editor ? say(`role.${desk.editor.role}`) : ''
  return (
    <DeskLayout desk={desk} title={say(`${notice}.title`)}>
      <p>{notice === 'refused' ? say('refused.text', { role }) : say(`${notice}.text`)}</p>
      <p>
        <a href="/admin/">{say('desk.room.home')}</a>
      </p>
    </DeskLayout>
  )
}

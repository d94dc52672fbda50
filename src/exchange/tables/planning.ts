import type { AdminUnit } from '../../domain/admin-unit.ts'
import type { IsoDate } from '../../domain/entry.ts'
import type { Site } from '../../domain/site.ts'
import type { DeskLanguage, Say } from '../../messages/desk-message.ts'
import type { Database } from '../../store/database.ts'
import type { EntrySketch } from '../../store/facts.ts'
import type { TableAnswers } from './answers.ts'

/** What a table is planned against: the database as it is now, and for whom. */
export interface TablePlanning {
  db: Database
  site: Site
  say: Say
  language: DeskLanguage
  sketches: readonly EntrySketch[]
  units: readonly AdminUnit[]
  /** Local day. */
  today: IsoDate
  /** Ids of the templates that can be printed; null where nothing can be printed. */
  templates: readonly string[] | null
  answers: TableAnswers
}

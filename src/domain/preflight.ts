/**
 * Preflight: the printing trade's checks of a face before it is released. The rules' ids are the ones printers
 * are given; a fault is one way of breaking a rule, and names the words that say its cure.
 */

export type PreflightSeverity = 'error' | 'warning'

/** An error keeps the face out of print, a warning wants somebody's signature. */
export const PREFLIGHT_FAULTS = {
  'QR-01.form': 'error',
  'QR-01.check': 'error',
  'QR-01.origin': 'error',
  'QR-01.other': 'error',
  'QR-01.unknown': 'error',
  'QR-01.ended': 'error',
  'QR-02.version': 'error',
  'QR-02.level': 'error',
  'QR-02.pinned': 'error',
  'QR-03.small': 'error',
  'QR-03.tight': 'warning',
  'QR-04.unread': 'error',
  'QR-05.modules': 'error',
  'QR-05.encoder': 'error',
  'QR-06.damage': 'error',
  'QR-07.silent': 'error',
  'QR-07.language': 'error',
  'QR-07.name': 'error',
  'QR-07.unasked': 'warning',
  'QR-08.pages': 'error',
  'QR-08.other': 'error',
  'QZ-01.quiet': 'error',
  'QZ-02.panel': 'error',
  'QZ-02.text': 'error',
  'CO-01.inks': 'error',
  'CO-01.reversed': 'error',
  'CO-02.contrast': 'error',
  'CO-02.low': 'warning',
  'CO-03.heavy': 'error',
  'CO-03.rgb': 'error',
  'CO-03.plate': 'error',
  'CO-04.faint': 'warning',
  'CO-05.see-through': 'error',
  'TX-01.form': 'error',
  'TX-02.missing': 'error',
  'TX-03.small': 'error',
  'TX-03.sign-off': 'warning',
  'TX-04.touch': 'error',
  'TX-05.safe': 'error',
  'TX-05.bleed': 'error',
  'TX-06.small': 'warning',
  'TX-07.words': 'error',
  'TX-07.shown': 'error',
  'SZ-01.template': 'error',
  'SZ-01.scale': 'error',
  'GE-01.hole': 'error',
  'GE-01.text': 'error',
  'GE-01.cut': 'error',
  'GE-01.missing': 'error',
  'GE-01.extra': 'error',
  'GE-01.changed': 'error',
  'IM-01.image': 'error',
  'IM-01.coarse': 'error',
  'IM-01.code': 'error',
  'PF-01.structure': 'error',
  'PF-02.unreadable': 'error',
  'PF-02.fonts': 'error',
  'PF-02.boxes': 'error',
  'PF-02.bleed': 'error',
  'PF-02.crop': 'error',
  'PF-03.differ': 'error',
  'PF-04.bytes': 'error',
  'PF-05.face': 'error',
  'PF-05.parts': 'error',
  'PF-05.unseen': 'error',
  'PF-06.heavy': 'error',
  'RV-01.unapproved': 'error',
  'RV-01.text': 'error',
  'SV-01.svg': 'error',
  'SV-01.dxf': 'error',
} as const satisfies Record<string, PreflightSeverity>

export type PreflightFault = keyof typeof PREFLIGHT_FAULTS
export type PreflightRule = PreflightFault extends `${infer Rule}.${string}` ? Rule : never

export const PREFLIGHT_RULES = [
  ...new Set(Object.keys(PREFLIGHT_FAULTS).map((fault) => fault.split('.')[0])),
] as PreflightRule[]

export type Values = Record<string, string | number>

/** One rule measured once. A rule broken in several ways has several rows. */
export interface PreflightRow {
  id: PreflightRule
  /** `not-applicable`: the face has nothing the rule is about, the file alone cannot show it, or a draft need not. */
  state: 'pass' | 'warning' | 'error' | 'not-applicable'
  /** With its unit, as in `3.00 mm`. */
  measured: string
  threshold: string
  fault: PreflightFault | null
  /** Fill the placeholders of the fault's message. */
  values: Values
}

export interface PreflightFinding {
  id: PreflightRule
  fault: PreflightFault
  severity: PreflightSeverity
  measured: string
  threshold: string
  values: Values
}

export interface PreflightReport {
  findings: PreflightFinding[]
  /** At least one for every rule, in the rules' order. */
  rows: PreflightRow[]
}

export function passed(id: PreflightRule, measured: string, threshold: string): PreflightRow {
  return { id, state: 'pass', measured, threshold, fault: null, values: {} }
}

export function broken(
  fault: PreflightFault,
  measured: string,
  threshold: string,
  values: Values = {},
): PreflightRow {
  const id = fault.slice(0, fault.indexOf('.')) as PreflightRule
  return { id, state: PREFLIGHT_FAULTS[fault], measured, threshold, fault, values }
}

/** `rows` of broken rules, or one row that says the rule is kept. */
export function rowsFor(
  id: PreflightRule,
  faults: PreflightRow[],
  measured: string,
  threshold: string,
): PreflightRow[] {
  return faults.length > 0 ? faults : [passed(id, measured, threshold)]
}

/** Puts rows in the order of the rules; a rule that nobody measured is not applicable. */
export function reportOf(measured: readonly PreflightRow[]): PreflightReport {
  const rows = PREFLIGHT_RULES.flatMap((id): PreflightRow[] => {
    const own = measured.filter((row) => row.id === id)
    return own.length > 0
      ? own
      : [{ id, state: 'not-applicable', measured: '', threshold: '', fault: null, values: {} }]
  })
  const findings = rows.flatMap(({ id, fault, measured, threshold, values }) =>
    fault ? [{ id, fault, severity: PREFLIGHT_FAULTS[fault], measured, threshold, values }] : [],
  )
  return { findings, rows }
}

/** Warnings do not keep a face from print once somebody has signed for them. */
export function isReleased({ findings }: PreflightReport): boolean {
  return !findings.some(({ severity }) => severity === 'error')
}

/** The report of one sign of an order. */
export interface SignReport extends PreflightReport {
  code: string
}

/** Where the reports lie within a parcel. */
export const PREFLIGHT_FOLDER = 'preflight/'

/**
 * Reports as they were measured when the files were made, in the order of `files`; a file that is gone is left out.
 * `find`: bytes by their digest.
 */
export async function preflightReports(
  files: readonly { path: string; digest: string }[],
  find: (digest: string) => Promise<Uint8Array | null>,
): Promise<SignReport[]> {
  const reports: SignReport[] = []
  for (const { path, digest } of files) {
    const bytes = path.startsWith(PREFLIGHT_FOLDER) ? await find(digest) : null
    if (bytes) reports.push(JSON.parse(new TextDecoder().decode(bytes)) as SignReport)
  }
  return reports
}

/** Rules with warnings that nobody has signed off: a note of the order whose words begin with the rule does. */
export function rulesNotSignedOff(
  reports: readonly SignReport[],
  notes: readonly { what: string; details: Record<string, unknown> }[],
): PreflightRule[] {
  const signed = notes
    .filter(({ what }) => what === 'signed-off')
    .map(({ details }) => String(details['text'] ?? ''))
  const warned = reports.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === 'warning').map(({ id }) => id),
  )
  return [...new Set(warned)].filter((id) => !signed.some((text) => text.startsWith(id)))
}

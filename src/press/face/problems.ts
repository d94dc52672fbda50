/** Why no placard was made: each names a message as `placard.<code>`, and its values fill the placeholders. */
export interface FaceProblem {
  code:
    | 'origin-not-for-print'
    | 'address-does-not-fit'
    | 'module-too-small'
    | 'no-such-font'
    | 'not-nfc'
    | 'empty-text'
    | 'surrounding-space'
    | 'control-character'
    | 'missing-glyph'
    | 'number-of-names'
    | 'text-too-long'
    | 'name-too-long'
    | 'text-too-tall'
    | 'texts-collide'
    | 'text-outside-safe-area'
    | 'text-in-symbol-box'
    | 'line-in-symbol-box'
    | 'text-near-hole'
    | 'text-touches-line'
    | 'text-touches-emblem'
    | 'no-kind-word'
    | 'nothing-to-print'
    | 'passage-too-long'
    | 'text-below-sign-off'
    | 'paragraphs-left-out'
  values: Record<string, string | number>
}

export function isProblems<T extends object>(result: T | FaceProblem[]): result is FaceProblem[] {
  return Array.isArray(result)
}

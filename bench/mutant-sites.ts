/** Where a small fault can be planted in a file, found on TypeScript's own tree of it. */
import ts from 'typescript'

export interface Mutant {
  kind: Kind
  file: string
  /** From 1. */
  line: number
  start: number
  end: number
  /** What stands there instead. */
  text: string
}

export const KINDS = [
  'comparison',
  'number',
  'await',
  'statement',
  'condition',
  'logic',
  'header',
  'sql',
  'escape',
  'message',
] as const
export type Kind = (typeof KINDS)[number]

const COMPARISONS: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
}
const LOGIC: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
}
/** Dropped from a statement of SQL, up to the next clause or the end of what stands in brackets. */
const SQL: [RegExp, string][] = [
  [/\bORDER BY [^()]*?(?=\s+LIMIT\b|\s*\/\*|\s*\)|\s*`|\s*\$\{[A-Z]|$)/g, ''],
  [/\bLIMIT (?:\d+|\$\{[^}]*\}|\?)/g, ''],
  [/\bLEFT JOIN\b/g, 'JOIN'],
  [/(?<!LEFT )(?<!CROSS )\bJOIN\b/g, 'LEFT JOIN'],
  [/ DESC\b/g, ''],
  [/\bAND [\w.]+ (?:IS NULL|IS NOT NULL|(?:=|<>|<=|>=|<|>) (?:\$\{[^}]*\}|[\w.']+))/g, ''],
  [
    /\bWHERE [\w.]+ (?:IS NULL|IS NOT NULL|(?:=|<>|<=|>=|<|>) (?:\$\{[^}]*\}|[\w.']+))/g,
    'WHERE 1 = 1',
  ],
]

/** Every place of `file`; `text` is what it holds. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Mutant[] = []
  const add = (kind: Kind, start: number, end: number, instead: string) =>
    found.push({
      kind,
      file,
      line: source.getLineAndCharacterOfPosition(start).line + 1,
      start,
      end,
      text: instead,
    })
  const instead = (kind: Kind, node: ts.Node, words: string) =>
    add(kind, node.getStart(source), node.end, words)
  const isCatalogue = file.startsWith('src/messages/')

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return
    if (ts.isBinaryExpression(node)) {
      const { kind } = node.operatorToken
      const [other, swapped] = [COMPARISONS[kind], LOGIC[kind]]
      if (other) instead('comparison', node.operatorToken, other)
      if (swapped) instead('logic', node.operatorToken, swapped)
    } else if (ts.isNumericLiteral(node) && /^[\d._]+$/.test(node.getText(source))) {
      const value = Number(node.text)
      if (Number.isInteger(value) && !ts.isPropertyAssignment(node.parent)) {
        instead('number', node, String(value + 1))
        if (value > 0) instead('number', node, String(value - 1))
      }
    } else if (ts.isAwaitExpression(node)) instead('await', node, node.expression.getText(source))
    else if (ts.isExpressionStatement(node)) instead('statement', node, ';')
    else if (ts.isIfStatement(node)) {
      if (!node.elseStatement) instead('statement', node, ';')
      instead('condition', node.expression, `!(${node.expression.getText(source)})`)
    } else if (ts.isConditionalExpression(node))
      instead('condition', node.condition, `!(${node.condition.getText(source)})`)
    else if (
      ts.isPropertyAssignment(node) &&
      ts.isStringLiteral(node.name) &&
      /^[A-Z][a-z]+(?:-[A-Z][a-z]+)*$/.test(node.name.text)
    )
      add('header', node.getStart(source), node.end + (text[node.end] === ',' ? 1 : 0), '')
    else if (
      ts.isCallExpression(node) &&
      node.arguments.length === 1 &&
      /^(?:encodeURI(?:Component)?|escaped\w*|\w+Escaped|raw)$/.test(
        node.expression.getText(source),
      )
    )
      instead('escape', node, (node.arguments[0] as ts.Node).getText(source))
    else if (isCatalogue && ts.isPropertyAssignment(node) && ts.isStringLiteral(node.initializer))
      instead('message', node.initializer, `''`)
    if (ts.isTemplateLiteral(node) && file.startsWith('src/store/') && isStatement(node, source))
      for (const [clause, words] of SQL)
        for (const match of node.getText(source).matchAll(clause)) {
          const start = node.getStart(source) + match.index
          add('sql', start, start + match[0].length, words)
        }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function isStatement(node: ts.TemplateLiteral, source: ts.SourceFile): boolean {
  return /\b(?:SELECT|INSERT|UPDATE|DELETE|ORDER BY|WHERE|JOIN)\b/.test(node.getText(source))
}

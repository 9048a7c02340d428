import { monthNames, onceFor, shortMonths } from '../language/index.js'
import { foldTypography } from './fold.js'
import type { Run } from './runs.js'

/** A unit of comparison: it is the same or another, never partly. `key` is what equality looks at. */
export interface Token {
  readonly kind: TokenKind
  readonly key: string
  /** Offsets in the clause's text. */
  readonly from: number
  readonly to: number
}

type TokenKind = 'reference' | 'date' | 'amount' | 'number' | 'word' | 'address' | 'break' | 'mark'

const eitherCase = (name: string): string => name.replace(/^\p{L}/u, (letter) => `[${letter.toUpperCase()}${letter}]`)
const anyOf = (names: readonly string[], shorts: readonly string[]): string => `${names.join('|')}|(?:${shorts.join('|')})\\.?`
// English months are written with a capital: "rule 10 may apply" names no date.
const MONTHS_EN = anyOf(monthNames('en'), shortMonths('en'))
const MONTHS_NL = anyOf(monthNames('nl').map(eitherCase), shortMonths('nl').map(eitherCase))
const MONTH = `(?:${MONTHS_NL}|${MONTHS_EN})`
const S = String.raw`[ \u00A0\u202F]`
const PLACE = String.raw`(?:(?:[A-Z]\.)?\d+[a-z]?(?:[.:]\d+)*(?:\.[a-z])?(?:\([a-z\d]{1,4}\))*|\([a-z\d]{1,4}\)|[A-Z]|[IVX]+)(?![\p{L}\p{N}])`
const PART = String.raw`(?:lid|onder|onderdeel|sub|paragraph|point)${S}+(?:\d+|[a-z])(?![\p{L}\p{N}])`

/** A tag of HTML by its name: "<name of the school>" is none, nor are words behind a name that are no attribute with a value. */
const ELEMENTS =
  'a|abbr|address|article|aside|audio|b|base|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|mark|meta|nav|ol|p|param|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|var|video|wbr'
const VALUE = String.raw`(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)`
const TAG = String.raw`</?(?:${ELEMENTS}|${ELEMENTS.toUpperCase()})(?:\s+[\w:-]+\s*=\s*${VALUE})*\s*/?>`

/** Patterns by kind, tried in this order at each place: the longer unit before the word it starts with. */
const PATTERNS: Readonly<Record<TokenKind, string>> = {
  reference: String.raw`(?:[Aa]rtikel(?:en)?|[Aa]rt\.|[Pp]aragraaf|[Hh]oofdstuk|[Bb]ijlage|[Oo]nderdeel|[Ll]id|[Aa]rticles?|[Ss]ections?|[Pp]aragraphs?|[Cc]hapter|[Cc]lauses?|[Aa]nnex|[Aa]ppendix|[Ss]chedule|§)${S}*${PLACE}(?:,?${S}+${PART})*`,
  date: [
    String.raw`\d{4}-\d{2}-\d{2}(?!\d)`,
    String.raw`\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d)`,
    String.raw`\d{1,2}(?:st|nd|rd|th|e)?${S}+(?:of${S}+)?${MONTH}(?![\p{L}])(?:,?${S}+\d{4}(?!\d))?`,
    String.raw`(?:${MONTHS_EN})${S}+\d{1,2}(?:st|nd|rd|th)?(?![\p{L}\p{N}])(?:,?${S}+\d{4}(?!\d))?`,
    String.raw`${MONTH}${S}+\d{4}(?!\d)`,
  ].join('|'),
  amount: String.raw`(?:€|EUR|USD|GBP|\$|£)${S}?\d+(?:[.,]\d+)*(?:,[-\u2013\u2014]{1,2})?|\d+(?:[.,]\d+)*${S}?(?:euro|EUR|USD|GBP|dollars?|pounds?|cents?|€)(?![\p{L}])`,
  number: String.raw`\d+(?:[.,:]\d+)*(?:${S}?%|${S}?[ap]m(?![\p{L}])|${S}?[ap]\.m\.|(?:ste|de|e|st|nd|rd|th)(?![\p{L}\p{N}])|(?![\p{L}\p{N}]))`,
  address: String.raw`https?://[^\s<>)]+[^\s<>).,;:]|(?<![\p{L}\p{N}._-])[\p{L}\p{N}._-]{1,64}@[\p{L}\p{N}.-]{1,255}[\p{L}\p{N}]|\{\{[^{}]*\}\}`,
  word: String.raw`[\p{L}\p{M}\p{N}_\u00AD\u200B-\u200D\u2060]+(?:['\u2019\u02BC][\p{L}\p{M}\p{N}\u00AD]+)*`,
  break: String.raw`[\t\n]`,
  mark: String.raw`\.{3}|-{2,3}|[^\s]`,
}
/** A tag or comment of HTML, which a file of others may hold, is no word; what somebody is to fill in between such brackets is. */
const MARKUP = String.raw`<!--(?:(?!<!--)[\s\S])*?-->|${TAG}|`
const KINDS: readonly TokenKind[] = ['address', 'reference', 'date', 'amount', 'number', 'word', 'break', 'mark']
/** Without one of these a text holds only words and marks, which are found several times faster. */
const SPECIAL = /[\d@{§€$£]|:\/\/|\p{L}[ \u00A0\u202F](?:[A-Z]{1,4}(?!\p{L})|\([a-z]{1,4}\))/u
/** Whether a text may hold anything but words and marks: a reference, a date, an amount, a number or an address. */
export const mayHoldUnits = (text: string): boolean => SPECIAL.test(text)
const SIMPLE_KINDS: readonly TokenKind[] = ['word', 'break', 'mark']

/** Each pattern as it is first asked for: to compile all of them takes a comparison of a page longer than to use them. */
const patternFor = onceFor((kinds: readonly TokenKind[]) =>
  onceFor((markup: string) => {
    const sources = kinds.map((kind) => `(${kind === 'mark' ? markup : ''}${PATTERNS[kind]})`)
    return new RegExp(sources.join('|'), 'gu')
  }),
)
const UNITS: ReadonlySet<TokenKind> = new Set(['reference', 'date', 'amount', 'number'])

/**
 * The tokens of a text from `start` on. Spaces are between tokens, not in them, except within a unit ("1 augustus 2024"). `runs` names
 * the references by their targets: their printed numbers do not take part.
 */
export function tokenise(text: string, start = 0, runs: readonly Run[] = []): readonly Token[] {
  const tokens: Token[] = []
  let at = start
  for (const run of runs) {
    if (run.reference === undefined || run.from < start) continue
    collect(text.slice(0, run.from), at, tokens)
    tokens.push({ kind: 'reference', key: `#${run.reference}`, from: run.from, to: run.to })
    at = run.to
  }
  collect(text, at, tokens)
  return tokens
}

function collect(text: string, start: number, into: Token[]): void {
  const kinds = mayHoldUnits(text) ? KINDS : SIMPLE_KINDS
  const pattern = patternFor(kinds)(text.includes('<') ? MARKUP : '')
  pattern.lastIndex = start
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    let group = 1
    while (match[group] === undefined) group++
    const kind = kinds[group - 1] as TokenKind
    const key = foldTypography(match[0])
    // A joiner between two signs, as in 👩‍👧, is no word: one without a letter would be found everywhere.
    if (key === '') continue
    into.push({
      kind,
      key: UNITS.has(kind) ? key.replace(/\s+/g, kind === 'date' || kind === 'reference' ? ' ' : '') : key,
      from: match.index,
      to: match.index + match[0].length,
    })
  }
}

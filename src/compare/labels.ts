import type { ClauseKind } from '../model/index.js'

/**
 * Printed numbers that stand in the text itself, as imported and plain Markdown has them: `1.2 Title`, `Artikel 5. Title`, `a) text`.
 * They are the clause's number, not its words. A number that may be a word of the sentence ("14 dagen na ontvangst") is left alone.
 */

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,2})*[a-z]?`
const ROMAN = '[IVXL]{1,6}'
/** Written "artikel", "Artikel" or "ARTIKEL". */
const named = (...words: readonly string[]): string =>
  `(?:${words.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]).join('|')}|§)`
const ARTICLE = named('artikel', 'art\\.?', 'article', 'section', 'clause')
const DIVISION = named(
  'hoofdstuk',
  'paragraaf',
  'deel',
  'bijlage',
  'stap',
  'chapter',
  'part',
  'annex',
  'appendix',
  'schedule',
  'step',
  'rule',
)
/** What may stand between a number and the words. */
const AFTER = String.raw`[ \u00A0]*(?:[.:)\]]|[\u2010-\u2015-](?=\s))?[ \u00A0]*`
const BEFORE_WORDS = String.raw`(?=["'(\u2018\u201C]?\p{Lu})`

const HEADING: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:${ARTICLE}|${DIVISION})[ \u00A0]*(?:${NUMBER}|${ROMAN}|[ivx]{1,5}|[A-Z])(?![\p{L}\p{N}])${AFTER}`,
    'u',
  ),
  new RegExp(String.raw`^${NUMBER}(?:[.:)]|\.?[ \u00A0]*[\u2010-\u2015-](?=\s))[ \u00A0]+`, 'u'),
  new RegExp(String.raw`^${NUMBER}[ \u00A0]+${BEFORE_WORDS}`, 'u'),
  new RegExp(String.raw`^\(?(?:[A-Za-z]|${ROMAN}|[ivx]{1,5})[.)][ \u00A0]+`, 'u'),
  new RegExp(String.raw`^${NUMBER}\.?$`, 'u'),
]
const WORDS: readonly RegExp[] = [
  new RegExp(String.raw`^${ARTICLE}[ \u00A0]*${NUMBER}(?:[.:)][ \u00A0]+|[ \u00A0]+(?=["'(]?\p{Lu}\p{Ll}+[ ,])|$)`, 'u'),
  /^\(?\d{1,3}(?:\.\d{1,2})*[.)][ \u00A0]+/u,
  new RegExp(String.raw`^\d{1,2}(?:\.\d{1,2})+[ \u00A0]+${BEFORE_WORDS}`, 'u'),
  /^(?:\((?:[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})[.)])[ \u00A0]+/u,
]

/** The length of the printed number at the start of a text, with what separates it from the words; 0 when there is none. */
export function labelLength(text: string, kind: ClauseKind): number {
  if (kind === 'table' || kind === 'verbatim' || kind === 'note') return 0
  for (const pattern of kind === 'section' ? HEADING : WORDS) {
    const match = pattern.exec(text)
    if (match) return match[0].length
  }
  return 0
}

/** The bare number of a printed label: `Artikel 5. ` gives `5`, `(a) ` gives `a`. */
export const labelNumber = (label: string): string =>
  label.replace(/^[^\d]*\s(?=[\dIVXLA-Z])|[\s.:()[\]§\u2010-\u2015-]+$|^[\s(§]+/gu, '').trim()

import type { Language } from '../../model/index.js'
import type { Reason } from '../comparison.js'
import type { Tokenised } from '../edits.js'
import type { Token } from '../tokens.js'
import { type Change, examples, type Finder, type Mention, perEdit, type Rule, reasonOf, slip, unbalanced } from './change.js'
import { NUMERALS, PERIODS, valuesOf } from './vocabulary.js'

/** `1.000,50` and `1,000.50` are 1000.5: a mark before the last two digits or fewer is a decimal one, one before three is not. */
function numberValue(written: string): string {
  const digits = written.replace(/[^\d.,:]/g, '').replace(/[.,:]+$/, '')
  const suffix = /%/.test(written) ? '%' : /\d(?:ste|de|e|st|nd|rd|th)$/.test(written) ? 'e' : ''
  const whole = digits.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.')
  const value = /^\d+(?:\.\d+)?$/.test(whole) ? String(Number(whole)) : whole
  return value.replace('.', ',') + suffix
}

const MONTHS: readonly string[] = ['jan', 'feb', 'maa|mar', 'apr', 'mei|may', 'jun', 'jul', 'aug', 'sep', 'okt|oct', 'nov', 'dec']

/** A date as `YYYY-MM-DD`, without the year it does not name. Day before month, as Europe writes it. */
function dateValue(written: string): string {
  const two = (text: string | number) => String(text).padStart(2, '0')
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  if (iso) return written
  const digits = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2,4})$/.exec(written)
  if (digits) {
    const [, day = '', month = '', year = ''] = digits
    return `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`
  }
  const name = /\p{L}{3,}/gu
  const month = MONTHS.findIndex((names) =>
    (written.match(name) ?? []).some((word) => new RegExp(`^(?:${names})`, 'i').test(word)),
  )
  const [day = '', year] = written.match(/\d+/g) ?? []
  return `${year ? `${year}-` : ''}${two(month + 1)}-${two(day)}`
}

/** The numbers in a list of tokens, in figures or in words, apart from periods or only those. */
function numbers(kind: 'number' | 'period', lang: Language) {
  const units = valuesOf(PERIODS, lang)
  const words = valuesOf(NUMERALS, lang)
  return (tokens: readonly Token[], { tokens: all }: Tokenised): readonly Mention[] =>
    tokens.flatMap((token): readonly Mention[] => {
      const word = token.key.toLowerCase()
      if (token.kind === 'word' && kind === 'period' && units.has(word)) return [{ token, value: units.get(word) as string }]
      const value = token.kind === 'number' ? numberValue(token.key) : token.kind === 'word' ? words.get(word) : undefined
      if (value === undefined) return []
      const at = all.indexOf(token)
      const timed = [all[at + 1], all[at + 2]].some((near) => near?.kind === 'word' && units.has(near.key.toLowerCase()))
      return timed === (kind === 'period') ? [{ token, value }] : []
    })
}

/**
 * One reason per edit whose values differ. A value that only went to another edit of the clause, among the same words, is not another
 * value: "binnen 5 dagen" may stand at either end of a sentence.
 */
function differing(change: Change, kind: Reason['kind'], mentions: Finder): readonly Reason[] {
  const among = ({ tokens }: Tokenised, { token, value }: Mention): Mention => {
    const at = tokens.indexOf(token)
    return { token, value: `${value} ${tokens[token.kind === 'word' ? at - 1 : at + 1]?.key ?? ''}` }
  }
  const sides = change.edits.map((edit) => ({
    edit,
    old: mentions(edit.old, change.old),
    next: mentions(edit.next, change.next),
  }))
  const stray = unbalanced(
    sides.flatMap(({ old }) => old.map((mention) => among(change.old, mention))),
    sides.flatMap(({ next }) => next.map((mention) => among(change.next, mention))),
  )
  const kept = new Set([...stray.old, ...stray.next].map(({ token }) => token))
  const remains = (list: readonly Mention[]) => list.filter(({ token }) => kept.has(token))
  return sides.flatMap(({ edit, old, next }) =>
    reasonOf(change, kind, { edit, ...unbalanced(remains(old), remains(next)) }, slip),
  )
}

const ofKind = (kind: Token['kind'], value: (token: Token) => string) => (tokens: readonly Token[]) =>
  tokens.filter((token) => token.kind === kind).map((token) => ({ token, value: value(token) }))

export const valueRules: readonly Rule[] = [
  {
    kind: 'date',
    limits: 'A date in figures is read day first; a year on its own is a number.',
    examples: examples(
      'nl | Dit geldt vanaf 1 augustus 2024. | Dit geldt vanaf 1 september 2024. | 1 augustus 2024 → 1 september 2024',
      'nl | Dit geldt vanaf 1 augustus 2024. | Dit geldt vanaf 01-08-2024.',
      'en | Applies from 3 May 2023. | Applies from 4 May 2023. | 3 May 2023 → 4 May 2023',
      'en | Applies from May 3, 2023. | Applies from 3 May 2023.',
    ),
    find: (change) =>
      differing(
        change,
        'date',
        ofKind('date', (token) => dateValue(token.key)),
      ),
  },
  {
    kind: 'amount',
    limits: 'A currency written after the figure is seen as euro, EUR or cent only; amounts in words are numbers.',
    examples: examples(
      'nl | De bijdrage is € 40 per kind. | De bijdrage is € 45 per kind. | € 40 → € 45',
      'nl | De bijdrage is € 1.000,- per jaar. | De bijdrage is 1000 euro per jaar.',
      'en | A fee of £20 is due. | A fee of £25 is due. | £20 → £25',
    ),
    find: (change) =>
      differing(
        change,
        'amount',
        ofKind('amount', (token) => (/\$|£|cent/.exec(token.key)?.[0] ?? '€') + numberValue(token.key)),
      ),
  },
  {
    kind: 'period',
    limits: 'A number counts as a period when a unit of time follows within two words.',
    examples: examples(
      'nl | Hij reageert binnen 5 dagen. | Hij reageert binnen 10 dagen. | 5 → 10',
      'nl | Hij reageert binnen vijf dagen. | Hij reageert binnen 5 dagen.',
      'nl | Hij reageert binnen vijf dagen. | Hij reageert binnen vijf werkdagen. | dagen → werkdagen',
      'nl | Binnen 5 dagen reageert de mentor. | De mentor reageert binnen 5 dagen.',
      'en | The list is reviewed monthly. | The list is reviewed annually. | monthly → annually',
    ),
    find: (change) => differing(change, 'period', numbers('period', change.lang)),
  },
  {
    kind: 'number',
    limits: '"Een" is an article, "één" a number. Roman figures are words.',
    examples: examples(
      'nl | Een klas telt 28 leerlingen. | Een klas telt 30 leerlingen. | 28 → 30',
      'nl | Een klas telt tien leerlingen. | Een klas telt 10 leerlingen.',
      'nl | Bij 1.000 leerlingen. | Bij 1000 leerlingen.',
      'en | At least two teachers attend. | At least three teachers attend. | two → three',
      'en | A score of 55% passes. | A score of 60% passes. | 55% → 60%',
    ),
    find: (change) => differing(change, 'number', numbers('number', change.lang)),
  },
  {
    kind: 'reference',
    limits: 'A printed reference is checked against the numbers of this policy only; one to a law is compared letter by letter.',
    examples: examples(
      'nl | Zie artikel 4. | Zie artikel 6. | artikel 4 → artikel 6',
      'nl | Zie Artikel 4. | Zie artikel 4.',
      'en | As section 2.1 says. | As section 2.3 says. | section 2.1 → section 2.3',
    ),
    find: (change) => references(change, 'reference'),
  },
  {
    kind: 'renumbering',
    limits: 'Only where the reference has the number of a clause of this policy.',
    examples: [],
    find: (change) => references(change, 'renumbering'),
  },
]

const reference = ofKind('reference', (token) => token.key.toLowerCase())

/** Changed references, those that only follow the new number of their target, or the others. */
const references = (change: Change, kind: 'reference' | 'renumbering'): readonly Reason[] =>
  perEdit(change, kind, reference, ({ old, next }) => {
    const follow = old.length === next.length && old.every(({ token }, k) => change.follows(token, (next[k] as Mention).token))
    return follow !== (kind === 'renumbering')
  })

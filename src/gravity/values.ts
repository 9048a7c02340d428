import type { Token, Tokenised } from '../compare/index.js'
import { amountValue, dateValue, valueOf } from '../compare/index.js'
import { hasCapitalMonths, meaningsOf, oneOf, stem, unitWords } from '../language/index.js'
import type { Language } from '../model/index.js'
import { momentsOf } from './bounds.js'
import {
  type Change,
  examples,
  type Finder,
  type Imbalance,
  type Mention,
  perEdit,
  type ReasonRule,
  reasonOf,
  slip,
  unbalanced,
} from './change.js'
import { isOtherPart, isPointedOtherwise } from './figures.js'
import type { Reason } from './reasons.js'

/** The numbers in a list of tokens, in figures or in words, apart from periods or only those. */
function numbers(kind: 'number' | 'period', lang: Language) {
  const units = meaningsOf('periods', lang)
  const qualifiers = meaningsOf('dayKinds', lang)
  const within = (map: ReadonlyMap<string, string>, token: Token | undefined): string | undefined =>
    token?.kind === 'word' ? map.get(token.key.toLowerCase().replace(/'s?$/, '')) : undefined
  return (tokens: readonly Token[], { tokens: all }: Tokenised): readonly Mention[] =>
    tokens.flatMap((token): readonly Mention[] => {
      const after = (by: number): Token | undefined => all[all.indexOf(token) + by]
      const own = within(units, token)
      const working = own === undefined ? within(qualifiers, token) : undefined
      const unit = own ?? (working !== undefined && within(units, after(1)) !== undefined ? working : undefined)
      if (unit !== undefined) return kind === 'period' ? [{ token, value: unit }] : []
      // "No one"
      const isNobody = isNumberOne(token.key.toLowerCase(), { lang }) && isNo(after(-1)?.key.toLowerCase(), { lang })
      if (isOfNote(after(-1), after(1)) || isNobody) return []
      const value = token.kind === 'number' || token.kind === 'word' ? valueOf(token, lang) : undefined
      if (value === undefined || (token.key.toLowerCase() === 'once' && !isOften(after(1)?.key, { lang }))) return []
      // What the next cell, row or sentence begins with is no unit of it.
      const near = [after(1), ...(isEnd(after(1)) ? [] : [after(2)]), ...(isTimes(after(1)?.key) ? [after(3)] : [])]
      const timed = near.some((each) => within(units, each) !== undefined)
      return timed === (kind === 'period') ? [{ token, value }] : []
    })
}

const isEnd = (token: Token | undefined): boolean =>
  token?.kind === 'break' || (token?.kind === 'mark' && /^[.:;]$/.test(token.key))

/** "Three times a year", as "twice a year". */
const isTimes = (word = ''): boolean => unitWords.times.has(word.toLowerCase())

/** Whether what stands between two tags is the mark of a note: a link to a place in the text. Where it leads is told of the link. */
const isOfNote = (before: Token | undefined, after: Token | undefined): boolean =>
  before?.kind === 'mark' && LEADS_INSIDE.test(before.key) && after?.kind === 'mark' && after.key.toLowerCase() === '</a>'
const LEADS_INSIDE = /^<a\s[^>]{0,200}\bhref\s?=\s?["']?#/i

const isNumberOne = oneOf('one')
const isNo = oneOf('no')

/** Behind "once" when it says how often; else it says when. */
const isOften = oneOf('a', 'each', 'perUnit')

/** Dates, and the names of months and days. English ones have a capital: "may" and "march" are verbs. */
const dates =
  (lang: Language): Finder =>
  (tokens) =>
    tokens.flatMap((token): readonly Mention[] => {
      if (token.kind === 'date') return [{ token, value: dateValue(token.key) }]
      if (token.kind !== 'word' || (hasCapitalMonths(lang) && !/^\p{Lu}/u.test(token.key))) return []
      const value = meaningsOf('calendar', lang).get(token.key.toLowerCase())
      return value === undefined ? [] : [{ token, value }]
    })

/**
 * One reason per edit whose values differ. A value that only went to another edit of the clause, among the same words, is not another
 * value: "binnen 5 dagen" may stand at either end of a sentence.
 */
function differing(change: Change, kind: Reason['kind'], mentions: Finder): readonly Reason[] {
  const among = ({ tokens }: Tokenised, { token, value }: Mention): Mention => {
    const at = tokens.indexOf(token)
    const beside = tokens[token.kind === 'word' ? at - 1 : at + 1]
    const near = beside?.kind === 'word' ? beside : (tokens.slice(0, at).findLast(({ kind }) => kind === 'word') ?? beside)
    return { token, value: `${value} ${near?.key ?? ''}` }
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
  return sides.flatMap(({ edit, old, next }) => {
    const { old: gone, next: come } = unbalanced(remains(old), remains(next))
    if (kind !== 'period' || gone.length > 0 === come.length > 0)
      return reasonOf(change, kind, { edit, old: gone, next: come }, slip)
    const was = gone.length > 0 ? gone : oneIn(edit.old, change)
    const is = come.length > 0 ? come : oneIn(edit.next, change)
    return reasonOf(change, kind, { edit, old: counting(was, edit.old, change), next: counting(is, edit.next, change) }, slip)
  })
}

/** The article that counts one where the other side has a number: a year, two years. */
const oneIn = (tokens: readonly Token[], { lang }: Change): readonly Mention[] =>
  tokens.flatMap((token) => (isOne(token.key.toLowerCase(), { lang }) ? [{ token, value: token.key }] : [])).slice(0, 1)
const isOne = oneOf('a')

/** A number with the unit right behind it, where that is among the words of the edit: a week, two weeks. */
const counting = (list: readonly Mention[], tokens: readonly Token[], { lang }: Change): readonly Mention[] =>
  list.flatMap((mention) => {
    const unit = tokens[tokens.indexOf(mention.token) + 1]
    const value = unit?.kind === 'word' ? meaningsOf('periods', lang).get(unit.key.toLowerCase()) : undefined
    return unit && value !== undefined && list.every(({ token }) => token !== unit)
      ? [mention, { token: unit, value }]
      : [mention]
  })

const ofKind = (kind: Token['kind'], value: (token: Token) => string) => (tokens: readonly Token[]) =>
  tokens.filter((token) => token.kind === kind).map((token) => ({ token, value: value(token) }))

export const valueRules: readonly ReasonRule[] = [
  {
    kind: 'date',
    limits:
      'A date in figures is read day first; a year on its own is a number. "May" as the first word of a sentence is taken for the month.',
    examples: examples(
      'nl | Dit geldt vanaf 1 augustus 2024. | Dit geldt vanaf 1 september 2024. | 1 augustus 2024 → 1 september 2024',
      'nl | Dit geldt vanaf 1 augustus 2024. | Dit geldt vanaf 01-08-2024.',
      'nl | Dit geldt vanaf augustus. | Dit geldt vanaf september. | augustus → september',
      'nl | De aula is op maandag dicht. | De aula is op dinsdag dicht. | maandag → dinsdag',
      'en | Applies from 3 May 2023. | Applies from 4 May 2023. | 3 May 2023 → 4 May 2023',
      'en | Applies from May 3, 2023. | Applies from 3 May 2023.',
      'en | It counts from the date of death. | It counts from the date of purchase. | death → purchase',
    ),
    find: (change) => [...differing(change, 'date', dates(change.lang)), ...momentsOf(change)],
  },
  {
    kind: 'amount',
    limits: 'Euro, dollar and pound, by sign, code or word; amounts in words, and millions, are numbers.',
    examples: examples(
      'nl | De bijdrage is € 40 per kind. | De bijdrage is € 45 per kind. | € 40 → € 45',
      'nl | De bijdrage is € 1.000,- per jaar. | De bijdrage is 1000 euro per jaar.',
      'en | A fee of £20 is due. | A fee of £25 is due. | £20 → £25',
      'en | The grant is £40,000 at most. | The grant is £40.000 at most. | £40,000 → £40.000',
    ),
    find: (change) => [
      ...differing(
        change,
        'amount',
        ofKind('amount', (token) => amountValue(token.key)),
      ),
      ...pointedOtherwise(change),
    ],
  },
  {
    kind: 'period',
    limits: 'A number counts as a period when a unit of time follows within two words; "om vier uur" does, too.',
    examples: examples(
      'nl | Hij reageert binnen 5 dagen. | Hij reageert binnen 10 dagen. | 5 → 10',
      'nl | Hij reageert binnen vijf dagen. | Hij reageert binnen 5 dagen.',
      'nl | Hij reageert binnen vijf dagen. | Hij reageert binnen vijf werkdagen. | dagen → werkdagen',
      'nl | Binnen 5 dagen reageert de mentor. | De mentor reageert binnen 5 dagen.',
      'nl | De toestemming geldt een jaar. | De toestemming geldt drie jaar. | een jaar → drie jaar',
      'en | The alarm is tested twice a year. | The alarm is tested three times a year. | twice → three',
      'nl | Het alarm wordt twee keer per jaar getest. | Het alarm wordt drie keer per jaar getest. | twee → drie',
      'nl | Het aantal lampen is 2. Dagen tellen niet mee. | Het aantal lampen is 4. Dagen tellen niet mee.',
      'en | The list is reviewed monthly. | The list is reviewed annually. | monthly → annually',
      'en | The consent holds for a year. | The consent holds for two years. | a year → two years',
      'en | The fee is £5 per trip. | The fee is £5 per tent. | trip → tent',
    ),
    find: (change) => [...differing(change, 'period', numbers('period', change.lang)), ...measures(change)],
  },
  {
    kind: 'number',
    limits:
      '"Een" is an article, "één" a number. Roman figures are words; "first" counts where it means before all. The figure that marks a note in HTML is none.',
    examples: examples(
      'nl | Een klas telt 28 leerlingen. | Een klas telt 30 leerlingen. | 28 → 30',
      'nl | Een klas telt tien leerlingen. | Een klas telt 10 leerlingen.',
      'nl | Een klas telt vijfentwintig leerlingen. | Een klas telt zesentwintig leerlingen. | vijfentwintig → zesentwintig',
      'nl | Bij 1.000 leerlingen. | Bij 1000 leerlingen.',
      'en | At least two teachers attend. | At least three teachers attend. | two → three',
      'en | A score of 55% passes. | A score of 60% passes. | 55% → 60%',
      'en | No one may swim. | Nobody may swim.',
    ),
    find: (change) => differing(change, 'number', numbers('number', change.lang)),
  },
  {
    kind: 'reference',
    limits: 'A printed reference is checked against the numbers of this policy only; one to a law is compared letter by letter.',
    examples: examples(
      'nl | Zie artikel 4. | Zie artikel 6. | artikel 4 → artikel 6',
      'nl | Zie Artikel 4. | Zie artikel 4.',
      'nl | Zie lid 2. | Zie lid 3. | lid 2 → lid 3',
      'en | See paragraph (a). | See paragraph (b). | paragraph (a) → paragraph (b)',
      'en | Under paragraph 3(a) it is free. | Under paragraph 3(b) it is free. | paragraph 3(a) → paragraph 3(b)',
      'en | As section 2.1 says. | As section 2.3 says. | section 2.1 → section 2.3',
    ),
    find: (change) => perEdit(change, 'reference', reference, (imbalance) => slip(imbalance) && !isOther(imbalance)),
  },
]

/** The same figures with another mark among them: £40,000, £40.000. */
const pointedOtherwise = ({ edits }: Change): readonly Reason[] =>
  edits.flatMap(({ old, next }): readonly Reason[] => {
    const [a, b] = [old, next].map((tokens) => tokens.find(({ kind }) => COUNTED.has(kind))?.key ?? '') as [string, string]
    return isPointedOtherwise(a, b) ? [{ kind: 'amount', old: a, next: b }] : []
  })

/** "Paragraph 3(a)" is no misspelt "paragraph 3(b)". */
const isOther = ({ old, next }: Imbalance): boolean => isOtherPart(old[0]?.value ?? '', next[0]?.value ?? '')
const reference = ofKind('reference', (token) => token.key.toLowerCase())

/** What an amount or number is for each of. */
const isPer = oneOf('perUnit', 'each')
const COUNTED: ReadonlySet<Token['kind']> = new Set(['amount', 'number'])

/** A unit of measure behind a number that stayed: metres, feet. */
const measures = ({ edits, old, next, lang }: Change): readonly Reason[] =>
  edits.flatMap(({ old: gone, next: come }): readonly Reason[] => {
    const [a, b] = [gone[0], come[0]]
    if (gone.length !== 1 || come.length !== 1 || a?.kind !== 'word' || b?.kind !== 'word') return []
    const at = old.tokens.indexOf(a)
    const numbered = [1, 2].some((by) => {
      const before = old.tokens[at - by]
      return before !== undefined && (before.kind === 'number' || valueOf(before, lang) !== undefined)
    })
    const units = meaningsOf('measures', lang)
    const known = units.get(a.key.toLowerCase()) !== units.get(b.key.toLowerCase()) && units.has(a.key.toLowerCase())
    const per = isPer(old.tokens[at - 1]?.key, { lang }) && old.tokens.slice(0, at).some(({ kind }) => COUNTED.has(kind))
    return (numbered && known) || (per && stem(a.key, lang) !== stem(b.key, lang))
      ? [{ kind: 'period', old: a.key, next: next.text.slice(b.from, b.to) }]
      : []
  })

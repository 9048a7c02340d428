import { meaningsOf, seek } from '../language/index.js'
import type { Slip } from './slips.js'

/** Words that do not go together, where some words exist: "de ouder meld", since "meldt" does. */
export interface Suspect {
  readonly slip: Slip<'word/grammar'>
  readonly exist: readonly string[]
}

/** Who acts in a policy, in the singular. */
export const PERSON = [...new Set(meaningsOf('roles', 'nl').values())].join('|')
/** Endings that only plurals have: "regen" and "toren" end like plurals, too. */
export const PLURAL = String.raw`\p{Ll}*(?:ingen|heden|teiten|sies|ties|ouders|verzorgers|isten|enten|leden|kinderen|scholen|regels|werkers)`
/** Where a sentence starts. */
export const START = String.raw`(?<=^|[.!?:]\s+)`

// Behind one of these the sentence has its subject still to come: "De ouders kan de school niet weigeren."
const SUBJECT = String.raw`(?:de|het|een|men|hij|zij|ze|wij|we|ik|je|jij|u|er|ieder|iedere|iedereen|elk|elke|geen|dit|dat|deze|die|ons|onze|hun|niemand|iemand|wie|wat)(?!\p{L})|\p{Lu}`
const PLURAL_OPENINGS = 'De|Alle|Deze|Onze|Beide|Sommige'
const SINGULAR_VERBS = 'moet|mag|kan|zal|wil|heeft|dient|krijgt|hoeft'
const pluralSubjects = seek(
  new RegExp(`(?:${PLURAL_OPENINGS}) \\S+ (?:${SINGULAR_VERBS})`),
  () =>
    new RegExp(
      String.raw`${START}(?:${PLURAL_OPENINGS}) (${PLURAL}) (?:${SINGULAR_VERBS})(?!\p{L})(?! (?:ook |niet |dan |soms |altijd )?(?:${SUBJECT}))`,
      'gu',
    ),
)
// "De leerlingen kan worden gevraagd te wachten": whom it is asked of, not who acts.
const PASSIVE = /(?<!\p{L})worden?(?!\p{L})/u

// The stems of common verbs whose first person nobody writes behind "de ouder".
const STEMS =
  'geef|neem|kom|maak|doe|vraag|krijg|zorg|bel|plaats|stuur|teken|spreek|schrijf|blijf|lees|volg|draag|gebruik|overleg|bewaar|deel'
const SINGULAR_OPENINGS = 'De|Een|Elke|Iedere|Deze|Onze'
const singularSubjects = seek(
  new RegExp(`(?:${SINGULAR_OPENINGS}) (?:${PERSON}) (?:${STEMS}|\\S+d)`),
  () => new RegExp(String.raw`${START}(?:${SINGULAR_OPENINGS}) (?:${PERSON}) (${STEMS}|\p{Ll}{2,}d)(?!\p{L})`, 'gu'),
)
// Adjectives that end like such a stem: "De ouder bereid te helpen".
const NO_VERB = /^(?:bereid|goed|oud|kwaad|word)$/u

/** Sentences whose verb does not go with the subject it stands behind. */
export function agreementSuspects(text: string): Suspect[] {
  const found: Suspect[] = []
  for (const { 0: words, 1: subject = '', index } of pluralSubjects(text)) {
    const end = text.slice(index).search(/[.!?](?:\s|$)/u)
    if (PASSIVE.test(text.slice(index, end < 0 ? index + REACH : index + end))) continue
    found.push({ slip: { index, words, say: (said) => ({ form: 'plural', values: { words: said, subject } }) }, exist: [] })
  }
  for (const { 0: words, 1: stem = '', index } of singularSubjects(text)) {
    if (NO_VERB.test(stem)) continue
    const at = index + words.length - stem.length
    const expected = `${stem}t`
    const say = (said: string) => ({ form: 'instead', values: { words: said, expected } }) as const
    found.push({ slip: { index: at, words: stem, mend: expected, say }, exist: [expected] })
  }
  return found
}

/** No sentence is judged by words further away than this. */
const REACH = 400

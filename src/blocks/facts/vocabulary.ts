import {
  type CalledList,
  contentsTitles,
  controlNames,
  editions,
  eitherCase,
  factLabels,
  finiteWords,
  organisationWords,
  phrasesByKey,
  phrasesOf,
  printedWords,
  rightWords,
  rootsIn,
  statusWords,
  timePattern,
  versionNames,
  wordsOfAll,
  wordsOfFacts,
} from '../../language/index.js'
import type { Approval } from '../../model/index.js'

/** The words by which documents name what they say about themselves, in any language. */

/** Front matter keys that a line "Name: value" can fill, and those of what is kept word for word. */
export const FIELDS = factLabels() as readonly { readonly key: FieldKey; readonly name: RegExp }[]

export type FieldKey =
  | 'version'
  | 'effective'
  | 'review'
  | 'adopted'
  | 'consent'
  | 'advice'
  | 'approved'
  | 'informed'
  | 'discussed'
  | 'date'
  | 'status'
  | 'sources'
  | 'editors'
  | 'partOf'
  | 'title'
  | 'citation'
  | 'organisation'
  | 'contact'
  | 'remark'
  | 'otherDay'

const STATUSES = statusWords()
const beginsAs = (words: string | undefined): RegExp => new RegExp(`^(?:${words})`, 'iu')

/** What a status says, by its first words; the first that fits. */
export const STATUS_WORDS: readonly {
  readonly status: 'draft' | 'proposed' | 'adopted' | 'withdrawn'
  readonly words: RegExp
}[] = [
  { status: 'draft', words: beginsAs(STATUSES.draft) },
  { status: 'proposed', words: beginsAs(STATUSES.proposed) },
  {
    status: 'proposed',
    words: new RegExp(
      `^(?:${STATUSES.adopted}).*(?<!\\p{L})(?:${phrasesOf('reserved')})(?!\\p{L})(?! (?:\\p{L}+ )?(?:${phrasesOf('notReserved')}))`,
      'iu',
    ),
  },
  { status: 'adopted', words: beginsAs(STATUSES.adopted) },
  { status: 'withdrawn', words: beginsAs(STATUSES.withdrawn) },
]

/** Words for who decides. */
export const BODY_WORDS = rootsIn('bodies')

const OWN_WORDS = new RegExp(`^(?:${wordsOfFacts('itself')})$`, 'iu')
/** Whether a word is one by which a text calls itself. */
export const namesDocument = (word: string): boolean => OWN_WORDS.test(word)

/** "Concept", "(draft)", "conceptversie": a text that was not decided on. */
export const DRAFT_WORDS = new RegExp(`^(?:${phrasesOf('drafts')})(?: (?:${phrasesOf('draftsFor')}))?(?=[\\s:]|$)[\\s:]*`, 'i')

/** A draft by its title: "Concept Kluisprotocol", "Locker policy (draft)". */
export const DRAFT_TITLE = new RegExp(
  `^(?:${phrasesOf('draftFirst')})(?=[\\s:–-])|[(–-]\\s*(?:${phrasesOf('draftLast')})\\s*(?:\\)|$)`,
  'iu',
)

/** A line that begins with a version, or with the word for a draft and a version. */
export const VERSION_LINE = new RegExp(
  `^(?<before>(?:${phrasesOf('states')}|${phrasesOf('inflectedStates')})?)\\s*(?:[,:;–—-]\\s*)?(?:\\p{L}*(?:${versionNames()})(?![\\p{L}])\\.?\\s*(?:[:.]\\s*)?(?:v\\.?\\s*|\\.\\s*)?|v\\.?\\s?)(?<number>20\\d{2}[-/]\\d(?![-/.]?\\d)|\\d{1,4}(?:\\.\\d{1,3}){0,2}(?![\\d.]*\\d|[-/\\p{L}]))(?<behind>.*)$`,
  'iu',
)

/** "Concept 0.3", "Draft 4": a state of the text that is counted. */
export const COUNTED_DRAFT = new RegExp(
  `^(?<before>${phrasesOf('states')})\\s+v?(?<number>\\d{1,2}(?:\\.\\d{1,3}){0,2})(?![\\d.]*\\d|[-/\\p{L}])(?<behind>)$`,
  'iu',
)

const COLUMN_NAMES = phrasesByKey('columns')
/** What the columns of a table of decisions or versions are called; of two the first. */
export const COLUMNS = (
  ['date', 'name', 'who', 'role', 'body', 'signature', 'right', 'decision', 'version', 'summary'] as const
).map((column) => ({ column, name: new RegExp(`^(?:${COLUMN_NAMES[column]})$`, 'i') }))

export type Column = (typeof COLUMNS)[number]['column']

/** What a body does, by the word for it. */
export const RIGHT_WORDS = rightWords() as readonly { readonly right: NonNullable<Approval['right']>; readonly words: RegExp }[]

/** Words behind which a right is no decision that was taken: "wordt vastgesteld", "shall be approved", "niet vastgesteld". */
export const NOT_YET = new RegExp(`(?<!\\p{L})(?:${phrasesOf('notYet')})(?!\\p{L})`, 'iu')

/** What in front of the word for a right makes of it a step to come: "ter vaststelling", "for approval". */
export const TO_COME = new RegExp(`(?:^|[\\s,;(])(?:${phrasesOf('toCome')})\\s(?:\\p{L}+\\s)?$`, 'iu')

const whole = (words: string): string => `(?<!\\p{L})(?:${words.replace(/\./g, '\\.')})(?!\\p{L})`
/** That something holds: "treedt in werking", "applies". */
export const HOLDS = new RegExp(whole(wordsOfFacts('holds')), 'iu')

/** "every two years", "tweejaarlijks" */
export const FREQUENCY = new RegExp(`(?<!\\p{L})(?:${phrasesOf('frequencies')})(?!\\p{L})`, 'iu')

/** A time of a year that is no day. */
export const TIME = timePattern()

/** "2e druk" */
export const EDITION = editions()

/** A day that is still to be filled in: "..-..-2025", "___". */
export const BLANK_DATE = /^(?=.*[._…–—/x-])(?:[\s._…–—/-]|(?<!x)x{2,})*(?:(?:\d{2}|20\d{2})(?:[\s._…–—/-]|(?<!x)x{2,})*)?$/iu

/** "J. de Wit", "dr. H. el Amrani": a person by initials or title. */
export const PERSON = new RegExp(
  `^(?:(?:${phrasesOf('titles')})\\.?\\s+)*(?:\\p{Lu}\\p{Ll}{0,2}\\.\\s*)+(?:\\p{Ll}+\\s+|['’]t\\s+){0,3}\\p{Lu}[\\p{L} '’-]+$`,
  'u',
)

const OUTCOME = phrasesByKey('outcomes')
/** How a decision fell out, by the whole word for it. */
export const OUTCOMES = (['amended', 'negative', 'positive'] as const).map((decision) => ({
  decision,
  words: new RegExp(`^(?:${OUTCOME[decision]})$`, 'i'),
}))

const BEFORE = phrasesByKey('outcomesBefore')
/** How it fell out, where a sentence says so in front of the word for it: "positief geadviseerd". */
export const OUTCOME_BEFORE = (['negative', 'positive'] as const).map((decision) => ({
  decision,
  words: new RegExp(`(?<!\\p{L})(?:${BEFORE[decision]})\\s*$`, 'iu'),
}))

/** What our own tables say of a decision that is still to be taken, and behind one of which the words are not known (`decision.*` in the wording). */
export const UNDECIDED = new RegExp(`^(?:${printedWords(['decision.turn', 'decision.pending'])})$`, 'i')
export const UNRECORDED = new RegExp(`(?:^|, )(?:${printedWords(['decision.unbound'])})$`, 'i')

/** What our own tables say last of a decision: a remark, and before it why it was taken out of turn (`decision.*` in the wording). */
export const BESIDE_DECISION = (['remarks', 'forced'] as const).map((key) => ({
  key,
  begins: new RegExp(`(?:^|, )(?:${printedWords([`decision.${key}`], { holes: { reason: '' } })})`, 'i'),
}))

/** What our own tables say behind a decision that was taken on other words. */
export const PAST = new RegExp(`, (?:${printedWords(['decision.superseded', 'decision.other-words'])})(?:, |$)`, 'i')

/** What our own pages say below a table of decisions of one that stands (`decision.kept.since` in the wording). */
export const KEPT_NOTE = new RegExp(`^(?:${printedWords(['decision.kept.since'], { holes: { who: '.+' }, until: ', ' })})`)

/** What our own pages say behind a status (`standing.*` in the wording): it follows from the decisions, which are told beside it. */
export const COMPUTED_STATUS = new RegExp(
  `; (?:${printedWords(['standing.open', 'standing.changed'], { holes: { who: String.raw`.+ \(\p{L}+\)`, date: '[^;]+' } })}|${printedWords(
    ['standing.refused', 'standing.amended', 'standing.no-route', 'standing.complete', 'standing.unproved'],
    { holes: { who: '.+', date: String.raw`\d.+` } },
  )})$`,
  'iu',
)

/** "MR na goedkeuring door het bestuur": a body, and what another did before it. */
export const AFTER_RIGHT = new RegExp(
  `\\s+(?:${phrasesOf('afterRight')})\\s+(?:\\p{L}+e?\\s+)?(?<right>\\p{L}*(?:${phrasesOf('rightsInNames')})\\p{L}*)\\s+(?<by>(?:${phrasesOf('by')}|${wordsOfAll('of', 'from')})\\s+)?(?:(?:${wordsOfAll('the')})\\s+)?(?<body>\\S.*)$`,
  'iu',
)

/** Verbs that make a sentence of what looks like a name: "Advies van de MR wordt voor 1 mei 2024 gevraagd". */
export const FINITE = new RegExp(`(?<!\\p{L})(?:${finiteWords()})(?!\\p{L})`, 'iu')

/** Words by which a line names a kind of document: the title rather than what stands around it. */
export const KIND = new RegExp(
  `(?:${phrasesOf('kinds')})(?:${phrasesOf('kindPlurals')})?(?!\\p{L})|\\p{L}{3,}(?:${phrasesOf('kindEnds')})(?!\\p{L})|^(?:${phrasesOf('kindFirst')})\\s`,
  'iu',
)

/** The words of a list by which organisations are called, as the source of a pattern; in either case as a name may print them. */
const CALLED = phrasesByKey('called')
const called = (list: CalledList): string => CALLED[list] as string
const named = (list: CalledList): string => eitherCase(called(list))
const inCapitals = (list: CalledList): string => called(list).toUpperCase()
const capitalised = (list: CalledList): string => called(list).replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())
const OF = wordsOfAll('of')

/**
 * What a school or its board is called, by how the line begins or by the last word, which is a name and no "op school". "College van
 * Bestuur" is a body, whosever.
 */
export const ORGANISATION: readonly RegExp[] = [
  new RegExp(
    `^(?:${called('begins')}|(?:${called('bodies')})(?!\\s+(?:${called('ofBody')})\\s))\\s+(?:(?:${called('articles')})\\s+)?\\p{L}`,
    'iu',
  ),
  new RegExp(
    `^(?:\\p{Lu}\\p{L}+(?:${called('adjectives')})\\s|\\p{L}+-\\s(?:${called('joined')})\\s)?(?:[\\p{L}-]*(?:${named('compounds')})|${named('kinds')}|(?:${named('bodies')})(?! (?:${called('ofBody')})))\\s+(?:(?:${named('behind')})\\s)?\\p{Lu}`,
    'u',
  ),
  new RegExp(
    `^(?:${capitalised('of')}) (?:${OF}) (?:(?:${wordsOfAll('the')}) )?\\p{Lu}|^(?:${inCapitals('of')}) (?:${OF.toUpperCase()}) \\p{Lu}`,
    'u',
  ),
  // "School afspraken" is none.
  new RegExp(`^(?:${named('alone')}|${inCapitals('alone')})\\s+(?:(?:${named('articles')})\\s+)?\\p{Lu}`, 'u'),
  new RegExp(`^(?:(?:${named('before')})\\s)?(?:${organisationWords('first')})\\s(?:(?:${named('linked')})\\s)*[\\p{Lu}'’]`, 'u'),
  // "Brook House Care Home", "Bakkerij Jansen B.V.": a name keeps its capitals.
  new RegExp(
    `^[\\p{Lu}'’]\\S*(?:\\s(?:[\\p{Lu}'’&]\\S*|${wordsOfAll('and', 'of', 'the', 'for')})){0,7}\\s(?:${organisationWords('last')})\\.?$`,
    'u',
  ),
  new RegExp(`(?:^|\\s)\\p{Lu}[\\p{L}-]*(?<=${called('ends')}|${inCapitals('ends')}|${called('words')})$`, 'u'),
]

/** Names in a table about the document whose values no key holds: they are kept word for word. */
export const CONTROL_NAMES = new RegExp(`^(?:${controlNames()})\\s*:?$`, 'iu')

/** What stands above a table about the document itself. */
export const CONTROL_TITLE = new RegExp(`^(?:${phrasesOf('controlTitles')})\\s*:?$`, 'i')

export const CONTENTS_TITLE = new RegExp(`^(?:${contentsTitles()})\\s*[:?…]?$`, 'iu')

/** "Vz. GMR": what stands before the body in somebody's role. */
export const ROLE_BEFORE_BODY = new RegExp(
  `^(?:${phrasesOf('speaksFor')})\\s+(?:(?:${phrasesOf('ofBody')})\\s+)?(?:(?:${wordsOfAll('the')})\\s+)?`,
  'i',
)

export const COPYRIGHT = /^(?:©|\(c\)\s|copyright\b)/i
export const CONTACT_NAMES = new RegExp(`^(?:${phrasesOf('contactNames')})\\s*(?:[.:]|\\b(?=.*\\d))`, 'i')
/** A postal code of the Netherlands or Britain, or a box at the post office. */
export const ADDRESS = new RegExp(
  `\\b[1-9]\\d{3}\\s?[A-Z]{2}\\b|\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2}\\b|^(?:${eitherCase(phrasesOf('postBox'))})\\s+\\d+`,
)
export const MAIL = /^[^\s@]+@\S+\.[a-z]{2,}$/i
export const SITE = /^(?:https?:\/\/)?(?:www\.)?(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|info|school|be|uk|edu)(?:\/\S*)?$/i
export const PHONE = new RegExp(`^(?:(?:${phrasesOf('telephone')})[.:]?\\s*)?(?:\\+\\d{1,3}|0)[\\d\\s()\\-–.]{7,16}$`, 'i')

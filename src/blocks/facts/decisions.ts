import { phrasesOf, sentencesOf, weekdays, wordsOfAll, wordsOfFacts } from '../../language/index.js'
import { type Approval, LANGUAGES, type Language } from '../../model/index.js'
import { findDate } from '../dates.js'
import { leadsToOther } from './asides.js'
import { decisionsByPart } from './clauses-of-decision.js'
import { BODY_WORDS, FINITE, HOLDS, KIND, NOT_YET, OUTCOME_BEFORE, RIGHT_WORDS, ROLE_BEFORE_BODY, TO_COME } from './vocabulary.js'

// "de gemeenschappelijke medezeggenschapsraad van de stichting …" has eight; more words are a clause.
const MOST_WORDS = 8
const THE = wordsOfAll('the')
const WEEKDAYS = LANGUAGES.flatMap((lang) => weekdays(lang).flatMap(([day = '']) => day)).join('|')
// What leads from a body to the day of its decision, and what stands between two decisions.
const TO_DATE = new RegExp(`(?:\\s|,|\\(|\\b(?:${phrasesOf('toDate', '\\s')}|${WEEKDAYS})(?![\\p{L}]))+$`, 'iu')
// "door de rector vastgesteld"; "raad van toezicht" and "head of care" are one.
const PREPOSITION = `(?:^|\\s)(?<!(?:^|[\\s:])(?:${wordsOfFacts('heads')})\\s)(?:${phrasesOf('by')}|${wordsOfAll('of', 'from')})(?::?\\s+(?:${phrasesOf('onBehalf', '\\s+')}))?:?\\s+(?:(?:${THE})\\s+)?`
const BY = new RegExp(`${PREPOSITION}(\\S.*)$`, 'iu')
// The last who.
const BEFORE = new RegExp(`.*${PREPOSITION}(\\S.*)$`, 'iu')
/** "de oudercommissie", "the governors": a subject begins so. */
const ARTICLE = new RegExp(`^(?:${phrasesOf('opensSubject')})\\s+`, 'iu')
/** "approved on 3 May 2024 by the trustees" */
const BEHIND_DAY = new RegExp(
  `^\\s(?:${phrasesOf('by')})\\s+(?:(?:${THE})\\s+)?(\\S.{2,60}?)(?=\\s(?:${phrasesOf('behindBody')})\\s|$)`,
  'iu',
)
const OBJECT = new RegExp(`\\s(?:${phrasesOf('objects')})(?!\\p{L})`, 'iu')
/** "in de bestuursvergadering van", "at the annual general meeting on": the meeting that did it. */
const IN_MEETING = new RegExp(
  `(?:^|\\s)(?:${phrasesOf('inMeeting')})\\s+(?:(?:${phrasesOf('meetingArticles')})\\s+)?(?!(?:${phrasesOf('notMeeting')})\\s)((?:\\p{L}+\\s){0,3}\\p{L}+(?:${phrasesOf('meetingEnds')})|(?:\\p{L}+\\s){1,4}(?:${phrasesOf('meetings')}))\\s+(?:${phrasesOf('dayOfMeeting', '\\s')})\\s*$`,
  'iu',
)
/** What a subject ends before. */
const SUBJECT_END = new RegExp(`(?<!\\p{L})(?:${phrasesOf('subjectEnds')})(?!\\p{L})`, 'iu')
const HAVE = wordsOfAll('has')
const HAS = new RegExp(`(?<!\\p{L})(?:${HAVE})(?!\\p{L})`, 'iu')

/**
 * The decisions a text tells of, each with its day: "Vastgesteld door de rector d.d. 18 december 2017, na instemming van de
 * leerlingenraad d.d. 27 november 2017 en van de medezeggenschapsraad d.d. 11 december 2017". A body without a word for its right has
 * that of the one before it, the first that of `given`; days of which nobody says what was decided on them are none.
 */
export const decisionsIn = (text: string, lang?: Language, given?: Approval['right']): Approval[] =>
  sentencesAbout(text, lang).flatMap(({ text: sentence }, i) => {
    const found = inSentence(sentence, i === 0 ? given : undefined)
    if (given !== undefined || (found.length === 1 && found[0]?.body !== undefined && !SEVERAL.test(sentence))) return found
    const told = decisionsByPart(sentence)
    const isWhole = found.length >= (told?.length ?? 0) && found.every(({ body }) => body !== undefined)
    return told === undefined || isWhole ? found : told.map(({ approval }) => approval)
  })

/** Two days at least. */
const SEVERAL = /\d{2}\P{N}[^\d]{4,}\d/u

/** The sentences of a text about a document, in the language of that document; of a line alone it may be any. */
export const sentencesAbout = (text: string, lang?: Language): ReturnType<typeof sentencesOf> =>
  sentencesOf(text, ...(lang === undefined ? LANGUAGES : [lang]))

function inSentence(sentence: string, given: Approval['right']): Approval[] {
  const found: Approval[] = []
  let rest = sentence
  let right = given
  for (let date = findDate(rest); date; date = findDate(rest)) {
    const at = rest.indexOf(date.words)
    const before = rest.slice(0, at)
    rest = rest.slice(at + date.words.length)
    const told = rightAt(before, 'last')
    const next = findDate(rest)
    const mayFollow = !told && (right === undefined || HAS.test(lastPart(before)))
    const behind = mayFollow ? rightAt(upToPart(next ? rest.slice(0, rest.indexOf(next.words)) : rest), 'first') : undefined
    const said = told ?? behind
    if (leadsToOther(before)) continue
    if (said && isToCome(told ? told.before : before + said.before)) continue
    if (said) right = said.right
    const who = behind ? whoAround(before, behind) : whoIn(before.replace(TO_DATE, ''))
    const body =
      IN_MEETING.exec(before)?.[1] ?? wholeName(who, before) ?? (told ? BEHIND_DAY.exec(upToPart(rest))?.[1]?.trim() : undefined)
    const isBody = body !== undefined && isName(body)
    // "Vastgesteld 3 juni 2025, van kracht per 1 augustus 2025": since when, and nobody who decided.
    if (right === undefined || (said === undefined && (!isBody || HOLDS.test(lastPart(before))))) continue
    const decision = said && OUTCOME_BEFORE.find(({ words }) => words.test(said.before))?.decision
    found.push({ date: date.date, ...(isBody ? { body: bodyOf(body) } : {}), right, ...(decision ? { decision } : {}) })
  }
  return found
}

/** "by the general meeting": where the word for a meeting is what makes a body of it. */
function wholeName(who: string | undefined, before: string): string | undefined {
  const gathered = who && GATHERED.exec(who)
  if (gathered && MEETING.test(before.slice(before.lastIndexOf(who) + who.length))) return who.slice(0, gathered.index)
  if (who === undefined || who.search(BODY_WORDS) >= 0) return who
  const [meeting] = MEETING.exec(before.slice(before.lastIndexOf(who) + who.length)) ?? []
  return meeting === undefined ? who : who + meeting
}
/** "the members in general" in front of "meeting" */
const GATHERED = new RegExp(`\\s(?:${phrasesOf('inMeeting')})(?:\\s\\p{L}+){1,3}$`, 'iu')
const MEETING = new RegExp(`^\\s(?:${phrasesOf('meetings')}|${phrasesOf('meetingEnds')})(?!\\p{L})`, 'iu')

const isName = (body: string): boolean =>
  body.split(/\s+/).length <= MOST_WORDS && !FINITE.test(body) && !/[\d:;,]/.test(body) && !(KIND.test(body) && !/\s/.test(body))

const isToCome = (before: string): boolean => NOT_YET.test(lastPart(before)) || TO_COME.test(before)

/** What stands behind the last comma. */
const lastPart = (words: string): string => /[^,;:]*$/.exec(words)?.[0].trim() ?? ''

/** What comes behind a day and still tells of it. */
const upToPart = (words: string): string => /^[^,;:.]*/.exec(words)?.[0] ?? ''

interface SaidRight {
  readonly right: NonNullable<Approval['right']>
  readonly before: string
  readonly behind: string
}

/** The first or the last word for a right, with what stands on either side of it. */
function rightAt(words: string, which: 'first' | 'last'): SaidRight | undefined {
  const each = words.split(/(?<=\s)/)
  const isRight = (word: string) => rightOf(word.trim()) !== undefined
  const at = which === 'last' ? each.findLastIndex(isRight) : each.findIndex(isRight)
  const right = rightOf(each[at]?.trim() ?? '')
  return right && { right, before: each.slice(0, at).join(''), behind: each.slice(at + 1).join('') }
}

/** Who stands behind the word for a right, "vastgesteld door de raad van bestuur", or else before it, or is its subject. */
function whoIn(words: string): string | undefined {
  const said = rightAt(words, 'last')
  const by =
    BY.exec(` ${said?.behind ?? words}`)?.[1] ??
    bodyAlone(said?.behind.trim() ?? '') ??
    BEFORE.exec(said?.before.replace(BEFORE_RIGHT, '').trimEnd() ?? '')?.[1]
  return (by ?? (said && (subjectOf(lastPart(said.before)) ?? subjectOf(said.behind.trim()))))?.trim()
}

/** Who a sentence says it was that decided, on no day that it tells: "These rules were approved by the committee in March." */
export function whoDecided(sentence: string): string | undefined {
  const said = rightAt(sentence, 'first')
  const [, named] = WHO_ALONE.exec(said?.behind ?? '') ?? []
  return named !== undefined && isName(named) ? bodyOf(named.trim()) : undefined
}
const WHO_ALONE = new RegExp(
  `^(?:${phrasesOf('by')})\\s+(?:(?:${THE})\\s+)?(\\p{L}[^,.;:]{2,60}?)(?=\\s(?:${phrasesOf('behindBody')})\\s|[,.;]|$)`,
  'iu',
)

/** "na instemming GMR": the body that stands right behind its right. */
const bodyAlone = (words: string): string | undefined =>
  words !== '' && words.search(BODY_WORDS) === 0 && !/[\s,;:]/.test(words) ? words : undefined
/** "Vastgesteld door CvB na": what leads on to another right. */
const BEFORE_RIGHT = new RegExp(`\\s(?:${phrasesOf('afterRight')})\\s*$`, 'iu')

/** Who decided, where the word for it stands behind the day: "De MR heeft op 3 mei … ingestemd", "Op 3 mei door het bestuur vastgesteld". */
function whoAround(before: string, { before: between, behind }: SaidRight): string | undefined {
  const by = BY.exec(` ${upToPart(behind)}`)?.[1] ?? BEFORE.exec(between.trimEnd())?.[1]
  const later = between.replace(OUTCOME_WORD, '').replace(HAS_FIRST, '')
  return (by ?? subjectOf(lastPart(before.replace(TO_DATE, ''))) ?? subjectOf(later.split(OBJECT)[0] ?? ''))?.trim()
}

/** "De oudercommissie heeft …", "The governors" in front of "adopted": who did it. */
function subjectOf(words: string): string | undefined {
  const [subject = ''] = words.split(SUBJECT_END)
  return ARTICLE.test(subject) ? subject.replace(ARTICLE, '') : undefined
}

const OUTCOME_WORD = new RegExp(`(?:${phrasesOf('outcomeWords')})\\s*$`, 'i')
const HAS_FIRST = new RegExp(`^[,\\s]+(?:(?:${HAVE})\\s)?`, 'iu')

/** The deciding body in somebody's role: "Vz. GMR" speaks for the GMR. */
export const bodyOf = (role: string): string => role.replace(ROLE_BEFORE_BODY, '').trim() || role

export const rightOf = (words: string): Approval['right'] => RIGHT_WORDS.find((entry) => entry.words.test(words))?.right

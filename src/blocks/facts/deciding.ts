import { fold, isFunctionWord, phrasesOf, weekdays, wordsOfAll } from '../../language/index.js'
import { type Approval, LANGUAGES } from '../../model/index.js'
import { findDate } from '../dates.js'
import { addSaid } from './approvals.js'
import { bodyOf, decisionsIn, rightOf } from './decisions.js'
import { type Facts, type Field, SENTENCES } from './known.js'
import { AFTER_RIGHT, BODY_WORDS, FINITE, type FieldKey, TIME } from './vocabulary.js'

/** What a field says of a decision: who took it, on which day, and who was asked before. */

type Decision = 'adopted' | 'consent' | 'advice' | 'approved' | 'informed' | 'discussed'
const RIGHTS: Readonly<Record<Decision, Approval['right']>> = {
  adopted: 'adoption',
  consent: 'consent',
  advice: 'advice',
  approved: 'approval',
  informed: 'information',
  discussed: undefined,
}

export const isDecision = (key: FieldKey): key is Decision => key in RIGHTS

/** "het bevoegd gezag van de Stichting Voortgezet Onderwijs Oostwal" */
const MOST_BODY_WORDS = 9
const LONGEST = 200
const BY = new RegExp(`^\\s*(?:${phrasesOf('by')})\\b`, 'i')
const MADE = new RegExp(`^(?:${phrasesOf('madeBy')})$`, 'iu')
/** "Approval: pending, board of 3 May" */
const OPEN = new RegExp(`^(?:${phrasesOf('toCome')}|${phrasesOf('reserved')})(?!\\p{L})`, 'iu')
/** "Senate (minute S24/61)": what stands behind a body and is none of its name. */
const ASIDE = /\(([^()]{1,80})\)\.?$/u

// "Vastgesteld door het bestuur op 1 juni 2020", "Instemming MR: 3-4-2021", "Approved by - Governing Body".
export function addDecision(field: Field & { readonly key: Decision }, facts: Facts): boolean {
  const { key, name, value, isBody } = field
  // "Joint Staff Committee, 20 April 2023; Matrons’ Forum, 3 May 2023"
  const each = value.split(/;\s+/)
  if (isBody && each.length > 1) return each.every((part) => addDecision({ ...field, value: part }, facts))
  if (value.length > LONGEST || OPEN.test(value)) return false
  const told = decisionsIn(value, facts.lang, RIGHTS[key])
  // "Approved by Senate on 18 June 2024. In force from 1 September 2024." says more than one thing.
  if (value.split(SENTENCES).length > Math.max(told.length, 1)) return false
  const found = findDate(value)
  const time = found ? undefined : TIME.exec(value)?.[0]
  // A day between brackets is the day, and nothing beside it.
  const aside = [ASIDE.exec(value)?.[1]].find((words) => words !== undefined && /\d/.test(words) && words.trim() !== found?.words)
  const { who, behind } = around(aside === undefined ? value : value.replace(ASIDE, ''), found?.words ?? time)
  const bodies = bodyIn(who, found?.words ?? time)
  const after = AFTER_RIGHT.exec(bodies)
  if (told.length > 1 || (told.length === 1 && told[0]?.body !== undefined && !after)) {
    if (told.some(({ right }) => right === 'adoption')) facts.adopted = true
    addHeard(value, facts)
    keepBehind(value, name, facts)
    addSaid(aside === undefined ? told : told.map((each, i) => (i === 0 ? { ...each, remarks: aside } : each)), facts)
    return true
  }
  const said = after ? bodies.slice(0, after.index).replace(/[,;]$/, '') : bodies
  // "door het CvB na instemming GMR 11 mei 2021": the day is that of who stands before it.
  if (after && after.groups?.by === undefined && told[0]?.body !== undefined && told[0].right !== RIGHTS[key] && said !== '') {
    facts.adopted ||= key === 'adopted'
    addSaid([{ body: bodyOf(said), right: RIGHTS[key] as NonNullable<Approval['right']> }, ...told], facts)
    return true
  }
  // "Adopted 3 May 2024, amended 12 March 2025": what goes on behind the day is nobody.
  // "Made by" says who wrote it as well.
  if (MADE.test(name) && said.search(BODY_WORDS) < 0) return false
  const rest = isFunctionWord(fold(said)) && said !== said.toUpperCase() ? '' : said
  const first = after ? { body: bodyOf(after.groups?.body ?? ''), right: rightOf(after.groups?.right ?? '') } : undefined
  const isLong = [rest, first?.body ?? ''].some((body) => body.split(/\s+/).length > MOST_BODY_WORDS || FINITE.test(body))
  // Without a date only a body named as such: "Vastgesteld beleid" is none.
  const isNamed =
    (isBody || BY.test(value) || (time !== undefined && /^\p{Lu}/u.test(rest) && rest.search(BODY_WORDS) >= 0)) &&
    /^(?!.*[\d:…_[\]]).*\p{L}{2}/su.test(rest)
  if (isLong || (!found && !isNamed)) return false
  const right = RIGHTS[key]
  if (key === 'adopted') facts.adopted = true
  addSaid(
    [
      {
        ...(found ? { date: found.date } : {}),
        ...(rest === '' ? {} : { body: bodyOf(rest) }),
        ...(right ? { right } : {}),
        ...(aside === undefined ? {} : { remarks: aside }),
      },
      ...(first ? [{ body: first.body, ...(first.right ? { right: first.right } : {}) }] : []),
    ],
    facts,
  )
  // A month has no key, nor has what goes on behind the day.
  if (time !== undefined || behind !== '') facts.remarks.push(`${name}${/^[:–-]/.test(value) ? '' : ' '}${value}`)
  return true
}

/** "…, having heard the Student Council": who was asked before a decision, on no day that is told. */
function addHeard(value: string, facts: Facts): void {
  const body = HEARD.exec(value)?.[1]?.trim()
  if (body !== undefined && body.search(BODY_WORDS) >= 0 && !FINITE.test(body)) addSaid([{ body, right: 'advice' }], facts)
}
const HEARD = new RegExp(
  `(?<!\\p{L})(?:${phrasesOf('heard')})\\s(?:(?:${wordsOfAll('the')})\\s)?(\\p{L}[^,.;:()\\d]{1,60}?)(?=[,.;()]|\\s(?:${phrasesOf('behindBody')})\\s|$)`,
  'iu',
)

/** What goes on behind the last day of a value is kept with the line it stands in. */
function keepBehind(value: string, name: string, { remarks }: Facts): void {
  let rest = value
  for (let found = findDate(rest); found; found = findDate(rest))
    rest = rest.slice(rest.indexOf(found.words) + found.words.length)
  if (/\p{L}{2}/u.test(rest) && !/^\s+(?:\p{L}+\s){0,3}\p{L}+\.?$/u.test(rest))
    remarks.push(`${name}${/^[:–-]/.test(value) ? '' : ' '}${value}`)
}

/**
 * What a value says of who decided, apart from what goes on behind its day: "the Annual General Meeting, 6 September 2021; amended September
 * 2023" and "2 juli 2024, College van Bestuur" name a body, "3 May 2024, amended 12 March 2025" none.
 */
function around(value: string, time: string | undefined): { readonly who: string; readonly behind: string } {
  const at = time === undefined ? -1 : value.indexOf(time)
  const behind = at < 0 ? '' : value.slice(at + (time?.length ?? 0)).trim()
  if (!/^[,;]/.test(behind)) return { who: value, behind: '' }
  if (bodyIn(value.slice(0, at), undefined) !== '') return { who: value.slice(0, value.length - behind.length), behind }
  const name = behind.replace(/^[,;]\s*/, '')
  const isBody = name.search(BODY_WORDS) >= 0 && !FINITE.test(name) && !/\d/.test(name)
  return isBody ? { who: `${name} ${time}`, behind: '' } : { who: value.slice(0, value.length - behind.length), behind }
}

const WEEKDAYS = LANGUAGES.flatMap((lang) => weekdays(lang).flatMap(([day = '']) => day)).join('|')
const BEFORE_DAY = new RegExp(
  `\\b(?!(?:${phrasesOf('onBehalf')})\\b)(?:${phrasesOf('dayWords')}|${WEEKDAYS})(?=[\\s:.,]|$)[.:]?`,
  'gi',
)
const BEFORE_BODY = new RegExp(
  `^\\s{0,9}(?:${phrasesOf('beforeBody')})?(?:\\s{1,9}[-–—]|:)?\\s{0,9}(?:${phrasesOf('onBehalf')})?\\s{0,9}(?:${wordsOfAll('the')})?\\s{1,9}`,
  'i',
)
const BEHIND_BODY = new RegExp(
  `(?:\\s+(?:${wordsOfAll('of')}|${phrasesOf('gathered')}))?[\\s:,.()/–—-]+$|^[\\s/]+(?=\\p{L})`,
  'giu',
)

/** "Parish Council at its meeting held": where a body was when it decided. */
const AT_MEETING = new RegExp(
  `(?<=\\p{L})\\s(?:${phrasesOf('inMeeting')})\\s(?:${phrasesOf('meetingArticles')}|${phrasesOf('notMeeting')})\\s.*$`,
  'iu',
)

/** "Academic Board under Ordinance 14": what gave it the right. */
const ON_GROUNDS = new RegExp(`(?<=\\p{L})\\s(?:${phrasesOf('onGrounds')})\\s.*$`, 'iu')

const bodyIn = (value: string, date: string | undefined): string =>
  (date === undefined ? value : value.replace(date, ''))
    .replace(BEFORE_DAY, ' ')
    .replace(BEFORE_BODY, '')
    .replace(AT_MEETING, '')
    .replace(ON_GROUNDS, '')
    .replace(BEHIND_BODY, '')
    .replace(/\s+/g, ' ')
    .trim()
    // A bracket whose other half went.
    .replace(/^\(([^()]*)$|(\([^()]*)$/u, (_, inner?: string, open?: string) => inner ?? `${open})`)

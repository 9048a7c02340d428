import { once, readOnce, seek } from '../language/index.js'
import { append, maximum, type Unruled } from '../model/index.js'
import { agreementSuspects, PERSON, PLURAL, START, type Suspect } from './agreement.js'
import type { Slip } from './slips.js'

type Broken = Unruled<'word/grammar'>

interface Kind {
  /** Asked of the text in lower case: that is faster than a pattern that takes capitals for small letters. */
  readonly find: ReturnType<typeof seek>
  /** Asked of the text as it stands. */
  readonly cased?: true
  readonly say: (words: string, match: RegExpExecArray) => Broken
  /** Asked of a match, with the sentence it stands in. */
  readonly when?: (match: RegExpExecArray, sentence: string) => boolean
}

// The third person of a verb on -den is like no other word; of the others, those that are no noun or participle.
const SINGULAR = String.raw`\p{Ll}+dt|heeft|gaat|staat|doet|ziet|geeft|maakt|komt|krijgt|neemt|blijft|is|blijkt|vindt`

/** Made when it is first asked: few sentences are. */
function has(words: string): Pick<RegExp, 'test'> {
  const pattern = once(() => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu'))
  return { test: (text) => pattern().test(text) }
}
const OTHER_CLAUSE = has('die|dat|wat|wie|welke|hij|zij|ze|hoe|dan|om|te|als|wanneer|indien|zodra|omdat')
const PLURAL_VERB = has('zijn|worden|hebben|kunnen|moeten|mogen|zullen|willen|gaan|blijven|doen|dienen')
// "beginnen en": a verb before the conjunction, so that what follows it is a clause of its own.
const VERB_AND = /(?:en|aan) en(?![\p{L}/])/u
const PLACE = has('er|hier|daar|waar|ergens|nergens|overal|ermee|hiermee|daarmee|waarmee')
const SINGULAR_VERB = has(String.raw`wil|kan|mag|zal|is|was|weet|wou|kon|(?!(?:niet|het|met|dit|uit|tot|best)(?!\p{L}))\p{Ll}+t`)
const NOUN_LIKE_PARTICIPLE =
  /^(?:geluid|gebied|geld|geweld|gezicht|gewicht|gedicht|geduld|gebod|gebed|gebit|gevecht|gerecht|gezond|gemeenschapsgeld|.*tegen.*)$/u

/** Words that should read otherwise. */
const instead = (words: string, expected: string): Broken => ({ form: 'instead', values: { words, expected } })

/** Dutch sentences that cannot be read: subject and verb differ in number, or a word is missing or too much. */
const KINDS: readonly Kind[] = [
  {
    find: seek(
      /(?:wanneer|indien|als|zodra|omdat) (?:de|alle|deze|die|onze|hun) /,
      () =>
        new RegExp(
          String.raw`(?<!\p{L})(?:wanneer|indien|als|zodra|omdat) (?:de|alle|deze|die|onze|hun) (${PLURAL})((?: [\p{Ll}/-]+){0,30}?) (${SINGULAR})(?=,|\s+(?:zal|zullen|kan|kunnen|dan|wordt|moet|mag|volgt)(?!\p{L}))`,
          'gu',
        ),
    ),
    when: ([, , between = '']) => !OTHER_CLAUSE.test(between) && !PLURAL_VERB.test(between) && !VERB_AND.test(between),
    say: (words, [, subject = '']) => ({ form: 'plural', values: { words, subject } }),
  },
  {
    find: seek(
      new RegExp(`(?:${PERSON}) die `),
      () =>
        new RegExp(
          String.raw`${START}(?:(?:een|de|elke|iedere) )?(${PERSON}) die((?: [\p{L}/-]+){0,30}?) (?:maken|worden|krijgen|zijn|kunnen|moeten|mogen|zullen|hebben|dienen|riskeren)(?= zich| \p{Ll})`,
          'gu',
        ),
    ),
    when: ([, , between = '']) =>
      /\p{Ll}{2}en(?!\p{L})/u.test(between) && !OTHER_CLAUSE.test(between) && !SINGULAR_VERB.test(between),
    say: (words, [, subject = '']) => ({ form: 'number', values: { words, subject } }),
  },
  {
    cased: true,
    find: seek(
      / word /,
      () =>
        /(?<!\p{L})(?:[Dd]e|[Hh]et|[Ee]en|[Dd]it|[Dd]eze|[Ee]lke?) \p{Ll}+ word(?= (?:niet |ook |altijd |direct )?\p{Ll}*(?:ge|be|ver|ont|her)\p{Ll}+[dt](?!\p{L}))/gu,
    ),
    say: (words) => instead(words, 'wordt'),
  },
  {
    find: seek(/ben je /, () => /(?<!\p{L})ben je (?:er ?van |hiervan |daarvan |altijd )?bewust(?!\p{L})/gu),
    say: (words) => instead(words, 'wees je … bewust'),
  },
  {
    cased: true,
    find: seek(
      /dt /,
      () =>
        new RegExp(
          String.raw`${START}(?!Wordt|Houdt u|Vindt)(\p{Lu}\p{Ll}*d)t(?! (?:u|hij|zij|men)(?!\p{L}))(?: \p{Ll}+){1,4}!`,
          'gu',
        ),
    ),
    say: (words, [, verb = '']) => instead(words, verb),
  },
  {
    find: seek(
      /[dt] (?:kunnen|mogen|moeten|kan|mag|moet)(?:[.;!]|$)/,
      () => /(?<!\p{L})(\p{Ll}{0,6}ge\p{Ll}{2,}[dt]) (?:kunnen|mogen|moeten|kan|mag|moet)(?=[.;!]|$)/gu,
    ),
    when: ([, word = '']) => !NOUN_LIKE_PARTICIPLE.test(word),
    say: (words) => ({ form: 'behind', values: { words, missing: 'worden' } }),
  },
  {
    find: seek(/mee om/, () => /(?<!\p{L})mee (?:om te gaan|omgaan|omgaat)(?!\p{L})/gu),
    when: (_, sentence) => !PLACE.test(sentence),
    say: (words) => ({ form: 'before', values: { words, missing: 'er', other: 'hier' } }),
  },
]

// "Wanneer een gesprek ontspoord, …": sounds like the verb it should be.
const soundsAlike = seek(
  /(?:wanneer|als|indien|zodra) (?:een|de|het|dit|deze|die) /iu,
  () =>
    /(?<!\p{L})(?:wanneer|als|indien|zodra) (?:een|de|het|dit|deze|die)((?: [\p{L}/-]+){1,30}?) ((?:ont|ver|be|her)\p{Ll}{2,})d(?=,|\s+(?:dan|neemt|moet)(?!\p{L}))/giu,
)
const AUXILIARY = has(
  'is|zijn|was|waren|wordt|worden|werd|heeft|hebben|had|raakt|raken|blijkt|blijft|lijkt|kan|mag|moet|zal|wil|staat|als|wanneer|indien|die|dat|en|of',
)

/** Finds broken sentences in a text; with `knows`, which tells whether a word exists, also verbs written as the participle they sound like. */
export function grammarSlips(text: string, knows?: (word: string) => boolean): readonly Slip<'word/grammar'>[] {
  return suspects(text).flatMap(({ slip, exist }) => (exist.length === 0 || (knows && exist.every(knows)) ? [slip] : []))
}

const suspects = readOnce((text): readonly Suspect[] => {
  const lowered = text.toLowerCase()
  // One letter of Turkish becomes two.
  const lower = lowered.length === text.length ? lowered : text
  const found = KINDS.flatMap(({ find, cased, say, when }) =>
    find(cased ? text : lower).flatMap((match): Suspect[] =>
      (when?.(match, sentenceAt(text, match.index)) ?? true)
        ? [
            {
              slip: {
                index: match.index,
                words: text.slice(match.index, match.index + match[0].length),
                say: (words) => say(words, match),
              },
              exist: [],
            },
          ]
        : [],
    ),
  )
  for (const { 0: whole, 1: between = '', 2: stem = '', index } of soundsAlike(text)) {
    if (AUXILIARY.test(between)) continue
    const at = index + whole.length - stem.length - 1
    const slip: Slip<'word/grammar'> = { index: at, words: `${stem}d`, say: (words) => instead(words, `${stem}t`) }
    found.push({ slip, exist: [`${stem}t`, `${stem}de`] })
  }
  append(found, agreementSuspects(text))
  return found.sort((a, b) => a.slip.index - b.slip.index)
})

/** No sentence is judged by words further away than this. */
const REACH = 400

function sentenceAt(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - REACH), index)
  const after = text.slice(index, index + REACH)
  const start = maximum(['. ', '! ', '? ', '; '].map((end) => before.lastIndexOf(end)))
  const end = after.search(/[.!?;](?:\s|$)/u)
  return before.slice(start + 1) + (end < 0 ? after : after.slice(0, end))
}

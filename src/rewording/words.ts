import { firstOf, isVerbSecond } from '../language/index.js'
import type { Language } from '../model/index.js'
import { type Surroundings, surroundingsOf } from './contexts.js'
import { type ChangeWords, changeWords } from './data.js'
import { rowsOfVerbs } from './paradigms.js'
import { GAP, type Phrase, type PhraseKind, type Place, type Rows, type WordTables } from './tables.js'

/** Whether a word joins two of a kind; the Dutch "or" is the English "of". */
export const isJoin = (
  word: string | undefined,
  { joiningAll, joiningAny }: Pick<WordTables, 'joiningAll' | 'joiningAny'>,
): boolean => word !== undefined && (joiningAll.has(word) || joiningAny.has(word))

const made = new Map<Language, WordTables>()

/** What is known of the words of a language; made when first asked for. */
export function wordTablesOf(lang: Language): WordTables {
  const words = made.get(lang) ?? createWords(changeWords[lang])
  made.set(lang, words)
  return words
}

function createWords(data: ChangeWords): WordTables {
  const phrases = new Map<string, Phrase[]>()
  const spellings: (readonly [string, string])[] = []
  const contexts = new Map(Object.entries(data.contexts).map(([name, text]) => [name, surroundingsOf(text)]))
  const read = (kind: PhraseKind, as: string, variants: readonly string[], measuring = false) => {
    const plain = parts(as).map(asWritten)
    for (const variant of variants) {
      const { said, asks } = asked(variant, contexts)
      const words = parts(said.replace(/^\^/, '')).map(asWritten)
      const gerund = words.at(-1) === '~ing'
      const phrase: Phrase = {
        kind,
        words: words.filter((word) => !word.startsWith('~')),
        plain: plain.filter((word) => !word.startsWith('~')),
        gerund,
        first: variant.startsWith('^'),
        measuring,
        asks,
        unit: kind === 'abbreviation' && words.length === 1 && /^(?!\p{Lu}{2}$).{1,2}$/u.test(words[0] as string),
      }
      const [first = ''] = phrase.words
      const known = phrases.get(first)
      if (known) known.push(phrase)
      else phrases.set(first, [phrase])
    }
  }
  const add = (kind: PhraseKind, variants: readonly string[]) => read(kind, variants[0] ?? '', variants)
  const participles = new Map(listOf(data.participles).map((pair) => pair.split('=') as [string, string]))
  for (const row of data.norm) add('synonym', variantsOf(row))
  for (const row of data.verbs)
    for (const { plain, others } of rowsOfVerbs(row, data.lang, participles)) read('synonym', plain, others)
  const sets = { synonym: data.same, abbreviation: data.abbreviations, inclusive: data.inclusive }
  for (const [kind, rows] of Object.entries(sets)) for (const row of rows) add(kind as PhraseKind, variantsOf(row))
  for (const row of data.inclusive) add('inclusive', [variantsOf(row)[0] as string, ...pairsOf(variantsOf(row), data.lang)])
  for (const row of data.formal) add('synonym', variantsOf(row))
  read('synonym', '', variantsOf(data.measuring), true)
  for (const row of data.bounded) read('synonym', variantsOf(row)[0] ?? '', variantsOf(row), true)
  add('synonym', [
    '',
    ...variantsOf(data.fillers)
      .flatMap(written)
      .map((filler) => `^${filler}`),
  ])
  for (const row of data.pronouns) add('pronoun', variantsOf(row))
  for (const row of [...data.agreement, ...data.articles]) add('grammar', variantsOf(row))
  for (const row of data.spelling) {
    const variants = listOf(row)
    const [plain = ''] = variants
    const stars = variants.filter((variant) => variant.endsWith('*'))
    for (const star of stars) spellings.push([star.slice(0, -1), plain.replace('*', '')])
    if (stars.length === 0) add('spelling', spelledIn(variants, data.lang))
  }
  for (const list of phrases.values())
    list.sort((a, b) => spoken(b) - spoken(a) || Number(b.gerund) - Number(a.gerund) || Number(b.measuring) - Number(a.measuring))
  const plainOf = (word: string) =>
    (phrases.get(word) ?? []).flatMap(({ words, plain: [first] }) => (words.length === 1 && first !== undefined ? [first] : []))
  const endings = listOf(data.actorEndings)
  const persons = new Set(listOf(data.actors))
  const bodies = new Set(listOf(data.bodies))
  const bodyEndings = listOf(data.bodyEndings)
  const actors = new Set(listOf(data.notActors))
  // Compounds of what is no person are none: rainwater, schoolbestuur.
  const long = [...actors].filter((word) => word.length > 4)
  return {
    lang: data.lang,
    verbSecond: isVerbSecond(data),
    phrases,
    spellings,
    empty: new Set(listOf(data.empty)),
    relatives: new Set(listOf(data.relatives)),
    unmarked: new Set(listOf(data.unmarked)),
    plural: new Set(data.agreement.map((row) => asked(variantsOf(row)[1] ?? '', contexts).said)),
    contexts,
    emptyAfter: new Map(Object.entries(data.emptyAfter).map(([word, list]) => [word, new Set(listOf(list))])),
    readings: new Map(data.readings.map(variantsOf).map(([word = '', ...senses]) => [word, new Set(senses)])),
    confused: new Map(data.confused.map(listOf).flatMap((row) => row.map((word) => [word, row[0] ?? ''] as const))),
    apart: new Set(listOf(data.apart)),
    cased: new Set(listOf(data.cased)),
    participles,
    acts: new Map(
      listOf(data.acts).map((pair) => {
        const [noun = '', verb = ''] = pair.split('=')
        return [noun, verbReadAs(verb, phrases)] as const
      }),
    ),
    performed: variantsOf(data.performed).map(listOf),
    idioms: variantsOf(data.idioms).map(listOf),
    sexes: new Set(listOf(data.sexes)),
    deadline: new Set(listOf(data.deadline).flatMap((verb) => [verb, ...plainOf(verb)])),
    repeating: new Set(listOf(data.repeating).flatMap((word) => [word, ...plainOf(word)])),
    states: new Map(listOf(data.states).map((pair) => pair.split('=') as [string, string])),
    feminine: listOf(data.feminine).map((pair) => pair.split('=') as [string, string]),
    headings: new Map(data.headings.map(variantsOf).flatMap((row) => row.map((title) => [title, row[0] ?? ''] as const))),
    separable: new Set(listOf(data.separable)),
    verbEndings: listOf(data.verbEndings),
    movable: new Set(listOf(data.movable)),
    times: new Set(listOf(data.times)),
    backward: new Set(listOf(data.backward)),
    // As they are written and as they are read: het verzoek, de vraag.
    things: new Set(listOf(data.things).flatMap((thing) => [thing, ...plainOf(thing)])),
    opposite: rowsOf(data.opposite),
    binding: rowsOf(data.binding),
    counterparts: rowsOf(data.counterparts),
    kinds: rowsOf(data.kinds),
    opposed: Object.entries(data.opposed).flatMap(([tells, rows]) =>
      rows.map((row) => ({ tells, ways: variantsOf(row).map((same) => same.split('/')) })),
    ),
    portions: variantsOf(data.portions),
    effort: new Set(listOf(data.effort)),
    through: variantsOf(data.through),
    until: variantsOf(data.until),
    moments: new Set(listOf(data.moments)),
    beforeTimes: numberedRows(data.beforeTimes),
    beforeSpans: numberedRows(data.beforeSpans),
    shells: new Set(listOf(data.shells)),
    degrees: new Set(listOf(data.degrees)),
    remarks: new Set(listOf(data.remarks)),
    willing: new Set(listOf(data.willing).flatMap((verb) => [verb, ...plainOf(verb)])),
    reach: new Set(listOf(data.reach)),
    focusing: new Set(listOf(data.focusing)),
    lasting: new Set(listOf(data.lasting).flatMap((verb) => [verb, ...plainOf(verb)])),
    enduring: new Set(listOf(data.enduring)),
    occasions: new Set(listOf(data.occasions)),
    interrogative: new Set(listOf(data.interrogative)),
    asking: new Set(listOf(data.asking).flatMap((verb) => [verb, ...plainOf(verb)])),
    telling: new Set(listOf(data.telling).flatMap((verb) => [verb, ...plainOf(verb)])),
    ages: new Set(listOf(data.ages)),
    ageFrom: byFirst(data.ageFrom.flatMap(written).map(listOf)),
    hours: new Map(listOf(data.hours).map((pair) => pair.split('=') as [string, string])),
    sizes: new Map(
      listOf(data.sizes).map((pair) => {
        const [, unit = '', times, of = ''] = /^(.+)=(\d+)(\p{L}+)$/u.exec(pair) ?? []
        return [unit, { times: Number(times), of }] as const
      }),
    ),
    denying: new Set(listOf(data.denying)),
    limiting: new Set(listOf(data.limiting)),
    joiningAll: new Set(listOf(data.joiningAll)),
    joiningAny: new Set(listOf(data.joiningAny)),
    opening: new Set(listOf(data.opening)),
    correlative: new Set(listOf(data.correlative)),
    manifold: new Set(listOf(data.manifold)),
    bounds: new Set(listOf(data.bounds)),
    reaching: new Set(listOf(data.reaching)),
    consents: new Map(
      Object.entries(data.consents).map(([name, list]) => [
        name,
        new Map(listOf(list).map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? ''])),
      ]),
    ),
    entitled: new Set(listOf(data.entitled)),
    leave: new Set(listOf(data.leave)),
    sameNorm: new Map(data.sameNorm.map(listOf).flatMap((row) => row.map((word) => [word, row[0] ?? ''] as const))),
    edition: variantsOf(data.edition),
    naming: variantsOf(data.naming),
    mannerEnding: data.mannerEnding,
    edited: variantsOf(data.edited),
    ownText: new Set(listOf(data.ownText)),
    isBody: (word) => singular(word).some((form) => bodies.has(form)) || bodyEndings.some((ending) => word.endsWith(ending)),
    isActor: (word) =>
      singular(word).some((form) => persons.has(form)) ||
      (word.length > 4 &&
        !word.endsWith('ment') &&
        !long.some((ending) => word.endsWith(ending)) &&
        !actors.has(word) &&
        endings.some((ending) => singular(word).some((form) => form.endsWith(ending) && !actors.has(form)))),
  }
}

/** What is said, without the names of what must stand around it: "change @texts". */
function asked(variant: string, contexts: ReadonlyMap<string, readonly Surroundings[]>) {
  const names = variant.match(/@\w+/g) ?? []
  return {
    said: variant.replace(/ @\w+/g, ''),
    asks: names.flatMap((name) => contexts.get(name.slice(1)) as readonly Surroundings[]),
  }
}

/** A word as it is looked up: an abbreviation of two or three capitals keeps them, so that IT is not "it". */
const asWritten = (word: string): string => (/^\p{Lu}{2,3}$/u.test(word) ? word : word.toLowerCase())

/** How many words a phrase has. */
export const spoken = ({ words }: Phrase): number => words.length - (words.includes(GAP) ? 1 : 0)

/** A verb as it is read wherever it stands by itself. */
function verbReadAs(verb: string, phrases: ReadonlyMap<string, readonly Phrase[]>): string {
  const alone = phrases.get(verb)?.find(({ words, asks, gerund }) => words.length === 1 && asks.length === 0 && !gerund)
  return alone?.plain.length === 1 ? (alone.plain[0] as string) : verb
}

/** Both names of one office: chairman or chairwoman; of many, also with "and", which of one makes two. */
function pairsOf(names: readonly string[], lang: Language): readonly string[] {
  const own = names.filter((name) => !/[ /(]/.test(name))
  const many = own.every((name) => MANY.test(name))
  const joins = [firstOf('or', { lang }), '/', ...(many ? [firstOf('and', { lang })] : [])]
  return own.flatMap((a) => own.filter((b) => b !== a).flatMap((b) => joins.map((join) => `${a} ${join} ${b}`)))
}
const MANY = /(?:s|en|men|people)$/

/** Every way to read a phrase with a choice of words: it is [noted/stressed] that. */
function written(phrase: string): readonly string[] {
  const [from, to] = [phrase.indexOf('['), phrase.indexOf(']')]
  if (from < 0 || to < from) return [phrase]
  const words = phrase.slice(from + 1, to).split('/')
  return words.flatMap((word) => written(phrase.slice(0, from) + word + phrase.slice(to + 1)))
}

const variantsOf = (row: string): readonly string[] => row.split('|').map((part) => part.trim())
const listOf = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '')

/** Rows of words by the first of them, the longest first. */
function byFirst(rows: readonly (readonly string[])[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>()
  for (const row of [...rows].sort((a, b) => b.length - a.length))
    found.set(row[0] ?? '', [...(found.get(row[0] ?? '') ?? []), row])
  return found
}

/** Two words that are one where compounds are written so: "ten minste" in a list apart by spaces is written with both. */
const spelledIn = (variants: readonly string[], lang: Language): readonly string[] =>
  variants.length > 2 && isVerbSecond({ lang }) ? [variants[0] as string, variants.slice(1).join(' ')] : variants

/** A word and what it may be the plural of. */
const singular = (word: string): readonly string[] => [word, word.replace(/s$/, ''), word.replace(/en$/, '')]

const parts = (variant: string): readonly string[] => variant.replaceAll('-', ' ').match(/~?[^\s./]+|[./]/g) ?? []

/** Words apart by a slash are the same. */
function rowsOf(lists: readonly string[]): Rows {
  const rows = new Map<string, Place[]>()
  lists.forEach((list, row) => {
    for (const [value, same] of listOf(list).entries()) {
      for (const word of same.split('/')) rows.set(word, [...(rows.get(word) ?? []), { row, value }])
    }
  })
  return rows
}

/** Each word with the number of its row. */
const numberedRows = (rows: readonly string[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, at) => listOf(row).map((word) => [word, at] as const)))

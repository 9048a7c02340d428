import { dice } from '../compare/index.js'
import { append } from '../model/index.js'
import { deciderIn, isAnybody, isServed } from '../norms/index.js'
import { sameAround } from './around.js'
import { compareActors, compareConditions, compareStances, compareValues, type Found, sameValue } from './compare-norms.js'
import type { Corpus, Feature } from './features.js'
import type { Judge } from './judge.js'
import { literalOf, VERSION } from './measure.js'
import { perhapsBetween } from './perhaps.js'
import type { SentenceGroup } from './rows.js'
import type { Difference, Row, SchoolClause, SentenceRef, Value } from './types.js'
import { isBeside, measureOf } from './values.js'

/** Score from which two sentences of a row are compared. */
const SURE = 0.2
/** Score from which two sentences that share something telling are surely about one act, whatever words they share. */
const ONE_ACT = 0.5
/** The same of values, which are compared by what they measure. */
const PROBABLE = 0.3
/** The same whether they share anything telling or not. */
const ONE_ACT_ALONE = 0.8
/** The same for their conditions: there are many for one act. */
const ONE_CASE = 0.9
/** Shared words, small ones too, from which what else two versions of a sentence do not have in common changes what is asked. */
const CLOSE = 0.7
/** The same where all of that stands in one place. */
const HALF = 0.5
/** Words of a sentence of which half may be others and all else the same. */
const SHORT = 12
/** More schools in a row are each compared with one sentence only, the centre of the row. */
const MANY = 12

interface Compared {
  readonly differences: readonly Difference[]
  /** Of two sentences in nearly the same words, words in the place of others of which nobody knows whether they say the same. */
  readonly read?: Found
  /** Everything in it was compared, and nothing differs. */
  readonly same: boolean
}

/** By what the sentences of a row are compared. */
export interface Means {
  /** The pairs of a sentence with any of those of a policy behind its own. */
  readonly links: (one: number, others: readonly number[]) => readonly { readonly other: number; readonly score: number }[]
  readonly telling: (a: Feature, b: Feature) => boolean
  readonly judge: Judge
  /** Who decides by a sentence: asked again for each school of a row. */
  readonly decider: (of: Feature) => string
}

/** In what the schools of a row differ, and how it stands. */
export function differencesOf(
  { features, roleOf }: Corpus,
  { members, centre }: SentenceGroup,
  means: Means,
): Pick<Row, 'differences' | 'perhaps' | 'standing'> {
  const schools = new Map<number, number[]>()
  for (const index of members) {
    const { policy } = features[index] as Feature
    schools.set(policy, [...(schools.get(policy) ?? []), index])
  }
  if (schools.size < 2) return { differences: [], perhaps: [] }
  const all = [...schools]
  const own = (features[centre] as Feature).policy
  const pairs =
    all.length > MANY
      ? all.flatMap(([policy, sentences]) => (policy === own ? [] : [[schools.get(own) as number[], sentences] as const]))
      : all.flatMap(([, sentences], at) => all.slice(at + 1).map(([, others]) => [sentences, others] as const))
  // Word by word only a few are compared: a sector asks for what stands out, and is told that the rest is not proved.
  const closely = all.length <= MANY
  const compared = pairs.map(([ones, others]) => between({ features, roleOf }, ones, others, { ...means, closely }))
  const differences = compared.flatMap((each) => each.differences)
  const same = compared.every((each) => each.same)
  const perhaps = compared.flatMap((each) => each.perhaps)
  return { differences, perhaps, standing: differences.length > 0 ? 'differs' : same ? 'same' : 'unjudged' }
}

interface Ways extends Means {
  /** Whether word by word, too. */
  readonly closely: boolean
}

/** Compares what two schools say: every sentence of the one with its nearest of the other, each difference told once. */
function between(
  { features, roleOf }: Pick<Corpus, 'features' | 'roleOf'>,
  ones: readonly number[],
  others: readonly number[],
  { links: linksOf, telling, judge, decider, closely }: Ways,
): Compared & Pick<Row, 'perhaps'> {
  const links = linked(ones, others, linksOf).sort((x, y) => y.score - x.score || x.one - y.one || x.other - y.other)
  const [usedA, usedB] = [new Set<number>(), new Set<number>()]
  const taken = new Set<Link>()
  const found: Difference[] = []
  const open: Difference[] = []
  let same = true
  const compared = ({ one, other, score: sure }: Link): Compared => {
    const [a, b] = [features[one] as Feature, features[other] as Feature]
    return compare(a, b, roleOf, { judge: closely ? judge : undefined, sure, told: telling(a, b) })
  }
  const take = (link: Link): void => {
    usedA.add(link.one)
    usedB.add(link.other)
    taken.add(link)
    const each = compared(link)
    if (!each.same) same = false
    append(found, each.differences)
    if (each.read) open.push({ ...each.read, a: refOf(features[link.one] as Feature), b: refOf(features[link.other] as Feature) })
  }
  for (const link of links) if (!usedA.has(link.one) && !usedB.has(link.other)) take(link)
  // One school says in two sentences what the other says in one: what is left over goes with that one, where both are surely about one act.
  for (const link of links) {
    const { one, other, score: sure } = link
    if ((usedA.has(one) && usedB.has(other)) || sure < ONE_ACT) continue
    if (!telling(features[one] as Feature, features[other] as Feature)) continue
    take(link)
    same = false
  }
  // What one asks and another forbids stands against it, whichever sentence is nearer still.
  const isTold = (kind: Difference['kind']): boolean => found.some((each) => each.kind === kind)
  for (const link of links) {
    if (taken.has(link) || link.score < ONE_ACT || !telling(features[link.one] as Feature, features[link.other] as Feature))
      continue
    append(
      found,
      compared(link).differences.filter(({ kind }) => (kind === 'opposed' || kind === 'stance') && !isTold(kind)),
    )
  }
  const sides = [ones, others].map((side) => side.map((index) => features[index] as Feature)) as [Feature[], Feature[]]
  const once = [
    ...(isTold('value') ? [] : valuesOnce(...sides, telling)),
    ...(isTold('who') ? [] : decidersOnce(...sides, roleOf, decider)),
  ]
  append(found, once)
  return {
    differences: found,
    same: same && once.length === 0 && usedA.size === ones.length && usedB.size === others.length,
    perhaps: found.length > 0 || !closely ? [] : [...perhapsOf(links, features, telling), ...open],
  }
}

/** What may differ between two schools of which nothing is sure to. */
function perhapsOf(links: readonly Link[], features: readonly Feature[], telling: Means['telling']): readonly Difference[] {
  const likely = links.map(({ one, other, score }) => ({ a: features[one] as Feature, b: features[other] as Feature, score }))
  return perhapsBetween(likely, telling).map(({ a, b, kind, words }) => ({ kind, a: refOf(a), b: refOf(b), words }))
}

/** The pairs of two schools that are worth a comparison. In a row of thousands of sentences few of those that could be are any. */
function linked(ones: readonly number[], others: readonly number[], linksOf: Means['links']): Link[] {
  const isTurned = (ones[0] as number) > (others[0] as number)
  const [first, second] = isTurned ? [others, ones] : [ones, others]
  return first.flatMap((index) =>
    linksOf(index, second)
      .filter(({ score }) => score >= SURE)
      .map(({ other, score }) => (isTurned ? { one: other, other: index, score } : { one: index, other, score })),
  )
}

interface Link {
  readonly one: number
  readonly other: number
  readonly score: number
}

/** What a school says once among its sentences of a row, whichever of the others each goes with. */
interface Once<T> {
  readonly of: Feature
  readonly said: T
}

const differs = <T>(kind: Difference['kind'], a: Once<T>, b: Once<T>, words: (said: T) => string): Difference => ({
  kind,
  a: refOf(a.of),
  b: refOf(b.of),
  words: [words(a.said), words(b.said)],
})

/** Values of one measure that two schools name once each, in sentences that share something telling. */
function valuesOnce(ones: readonly Feature[], others: readonly Feature[], telling: Means['telling']): readonly Difference[] {
  const named = (side: readonly Feature[]): readonly Once<Value>[] =>
    side.flatMap((of) => of.sentence.values.filter((said) => !isBeside(said)).map((said) => ({ of, said })))
  const [mine, theirs] = [named(ones), named(others)]
  return [...new Set(mine.map(({ said }) => measureOf(said)))].flatMap((measure) => {
    const [[a, ...more], [b, ...further]] = [mine, theirs].map((side) =>
      side.filter(({ said }) => measureOf(said) === measure),
    ) as [Once<Value>[], Once<Value>[]]
    const single = a !== undefined && b !== undefined && more.length + further.length === 0
    return single && !sameValue(a.said, b.said) && telling(a.of, b.of) ? [differs('value', a, b, ({ text }) => text)] : []
  })
}

/** Who decides, where two schools say so once each. */
function decidersOnce(
  ones: readonly Feature[],
  others: readonly Feature[],
  roleOf: Corpus['roleOf'],
  decider: Means['decider'],
): readonly Difference[] {
  const named = (side: readonly Feature[]): readonly Once<string>[] =>
    side.flatMap((of) => (decider(of) === '' ? [] : [{ of, said: decider(of) }]))
  const [[a, ...more], [b, ...further]] = [named(ones), named(others)]
  if (a === undefined || b === undefined || more.length + further.length > 0) return []
  return roleOf(a.said, a.of.policy) === roleOf(b.said, b.of.policy) ? [] : [differs('who', a, b, (said) => said)]
}

/** Who in particular decides by a sentence, empty where it names nobody: one of those an organisation works for decides nothing for it. */
export function deciderOf({ sentence, clause: { lang } }: Feature): string {
  const said = deciderIn(sentence.text, lang)
  return said === undefined || isAnybody(said, lang) || isServed(said, lang) ? '' : said
}

const refOf = ({ policy, clause, part }: Feature): SentenceRef => ({ policy, id: clause.id, at: part })

function compare(
  a: Feature,
  b: Feature,
  roleOf: Corpus['roleOf'],
  { judge, sure, told }: { readonly judge: Judge | undefined; readonly sure: number; readonly told: boolean },
): Compared {
  const sameRole = (one: string, other: string): boolean => roleOf(one, a.policy) === roleOf(other, b.policy)
  const unjudged: Compared = { differences: [], same: false }
  // An item completes what stands above it: "telefoons" is no rule of its own under "verboden is:" and under "toegestaan is:".
  const completed = a.sentence.stance === b.sentence.stance && sameLead(a.clause, b.clause, judge, sameRole)
  const around = (): boolean => sameAround(a, b, (one, other) => judge?.(one, other, a.clause.lang, sameRole).same ?? false)
  if (completed && a.words === b.words) return { differences: [], same: around() }
  const alone = sure >= ONE_ACT_ALONE
  const oneAct = alone || (told && sure >= ONE_ACT)
  // Rules for other people do not contradict each other.
  const strangers = a.people.length > 0 && b.people.length > 0 && !a.people.some((one) => b.people.includes(one))
  if (strangers && !oneAct) return unjudged
  const alike = dice(a.bag, b.bag)
  const [one, other] = [a.sentence, b.sentence]
  const { lang } = a.clause
  const literal = lang === b.clause.lang ? literalOf(a, b) : 0
  const near = literal >= VERSION
  const comparable = literal >= VERSION || (literal >= HALF && [a, b].every(({ wordIds }) => wordIds.length <= SHORT))
  const words = comparable && a.words !== b.words ? judge?.(one.text, other.text, lang, sameRole) : undefined
  const close = literal >= CLOSE || words?.single === true
  if (!near && !told && !alone && !close) return unjudged
  if (completed && words?.same) return { differences: [], same: around() }
  const found = [
    ...(near || oneAct ? compareStances(one, other, { alike, oneAct, lang }) : []),
    ...(near || (told && sure >= ONE_CASE) ? compareConditions(one, other, { alike, near, oneAct: told || alone, lang }) : []),
    ...(near || alone || sure >= PROBABLE ? compareValues(one, other, { near, oneAct: told || alone }) : []),
    ...(near || close ? (words?.differences ?? []) : []),
    ...(near && completed ? [] : compareActors(one, other, sameRole, { lang, oneAct })),
  ]
  append(
    found,
    (close ? (words?.told ?? []) : []).filter(
      (each) => !found.some((known) => saysAll(known, each) || (known.kind === 'condition' && each.kind === 'condition')),
    ),
  )
  const differences = found
    .filter((each, at) => !found.some((other, n) => n !== at && isTold(each, other) && (n < at || !isTold(other, each))))
    .map(({ kind, words }) => ({ kind, words, a: refOf(a), b: refOf(b) }))
  const [read] = words?.read ?? []
  return {
    differences,
    same: false,
    ...(read === undefined || differences.length > 0 ? {} : { read: { kind: 'value', words: read } }),
  }
}

/** Whether what is told has the words of another on both sides. */
const saysAll = ({ words: [one, other] }: Found, { words: [a, b] }: Found): boolean => has(one, a) && has(other, b)
/** Whether one thing that is found is told by another. */
const isTold = (each: Found, other: Found): boolean => saysAll(other, each) && (other.kind === each.kind || saysAll(each, other))
const has = (words: string, others: string): boolean => words.toLowerCase().includes(others.toLowerCase())

/** Whether two items complete one lead-in, or none: the same words, or what differs proved harmless. */
function sameLead(
  { lead: one, lang }: SchoolClause,
  { lead: other, lang: theirs }: SchoolClause,
  judge: Judge | undefined,
  sameRole: (one: string, other: string) => boolean,
): boolean {
  if (one === other) return true
  return one !== undefined && other !== undefined && lang === theirs && (judge?.(one, other, lang, sameRole).same ?? false)
}

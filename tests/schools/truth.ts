import type { Matrix } from '../../src/schools/index.js'
import type { Score } from './gold.js'

/** What readers made of documents sentence by sentence: `rules.json` beside the originals, and the invented sets in `sets/`. */
export interface Truth {
  readonly units: readonly { readonly unit: string; readonly doc: string; readonly text: string }[]
  readonly readers: readonly Reader[]
}

export interface Reader {
  readonly units: readonly { readonly unit: string; readonly rules: readonly string[]; readonly stance: string }[]
  readonly differences: readonly { readonly rule: string; readonly schools: readonly string[]; readonly kind: string }[]
}

/** A sentence of a matrix where it stands: its row, and the school by its place. */
interface Placed {
  readonly row: number
  readonly stance: string
  readonly words: readonly string[]
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/^[\s–•*-]*(?:(?:[a-z]|\d{1,2}|[IVX]+)\.\s+)?/, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Share of the shorter text's words that stand in the longer. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  const left = [...many]
  let common = 0
  for (const word of few) {
    const at = left.indexOf(word)
    if (at < 0) continue
    left.splice(at, 1)
    common++
  }
  return few.length === 0 ? 0 : common / few.length
}

/** Where the sentences of the truth stand in a matrix; `docOf` says which document a policy is. */
export function placed(matrix: Matrix, { units }: Truth, docOf: (ref: string) => string): ReadonlyMap<string, readonly Placed[]> {
  const byDoc = new Map<string, Placed[]>()
  for (const [row, { cells }] of matrix.rows.entries())
    for (const { policy, sentences } of cells) {
      const doc = docOf(matrix.policies[policy]?.ref ?? '')
      const list = byDoc.get(doc) ?? []
      for (const { text, stance } of sentences) list.push({ row, stance, words: wordsOf(text) })
      byDoc.set(doc, list)
    }
  return new Map(
    units.map(({ unit, doc, text }) => {
      const words = wordsOf(text)
      return [unit, (byDoc.get(doc) ?? []).filter((one) => isOne(one.words, words))]
    }),
  )
}

/** The sentences of the truth that a sentence of ours is, or holds, or is part of. */
export function unitOf({ units }: Truth, doc: string, text: string): readonly string[] {
  const words = wordsOf(text)
  return units.filter((one) => one.doc === doc && isOne(wordsOf(one.text), words)).map(({ unit }) => unit)
}

/** Whether two texts are one, or one is part of the other, but for a word in seven. */
function isOne(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = [Math.min(a.length, b.length), Math.max(a.length, b.length)]
  // A word or two ("School:") stand in many sentences and are none of them.
  return few > 0 && (few >= 4 || many <= 2 * few + 1) && overlap(a, b) >= 0.85
}

const isPair = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a?.some((rule) => b?.includes(rule)) ?? false

/** Pairs of sentences of different documents in one row: precision against either reader, recall against all. */
export function scoreRows(
  found: ReadonlyMap<string, readonly Placed[]>,
  { units, readers }: Truth,
): Score & { readonly wrong: string[]; readonly missed: string[] } {
  const rules = readers.map((reader) => new Map(reader.units.map((unit) => [unit.unit, unit.rules])))
  const [wrong, missed]: [string[], string[]] = [[], []]
  let [proposed, right, sure, hit] = [0, 0, 0, 0]
  for (const [at, a] of units.entries())
    for (const b of units.slice(at + 1)) {
      if (a.doc === b.doc) continue
      const rows = new Set(found.get(a.unit)?.map(({ row }) => row))
      const together = found.get(b.unit)?.some(({ row }) => rows.has(row)) ?? false
      const truth = rules.map((reader) => isPair(reader.get(a.unit), reader.get(b.unit)))
      if (together) {
        proposed++
        if (truth.some(Boolean)) right++
        else wrong.push(`${a.unit} ${a.text} <> ${b.unit} ${b.text}`)
      }
      if (truth.every(Boolean)) {
        sure++
        if (together) hit++
        else missed.push(`${a.unit} ${a.text} <> ${b.unit} ${b.text}`)
      }
    }
  const [precision, recall] = [right / proposed, hit / sure]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), wrong, missed }
}

/** The share of sentences whose stance is right, of those that all readers give the same and that carry a rule. */
export function scoreStances(
  found: ReadonlyMap<string, readonly Placed[]>,
  { units, readers }: Truth,
): { readonly right: number; readonly of: number; readonly wrong: string[] } {
  const given = readers.map((reader) => new Map(reader.units.map((unit) => [unit.unit, unit.stance])))
  const wrong: string[] = []
  let [right, of] = [0, 0]
  for (const { unit, text } of units) {
    const stances = new Set(given.map((reader) => reader.get(unit)))
    const [stance] = stances
    if (stances.size !== 1 || stance === undefined || stance === 'none') continue
    of++
    const places = found.get(unit) ?? []
    if (places.some((place) => place.stance === stance)) right++
    else wrong.push(`${unit} ${stance} <- ${places.map((place) => place.stance).join('/') || 'nowhere'} | ${text}`)
  }
  return { right, of, wrong }
}

/**
 * Differences between schools: right where the two sentences share a rule and a reader tells a difference of it between the two schools,
 * or gives the sentences other stances; found where one of ours stands between sentences on the rule of a difference that all readers tell.
 * `read` says which are ours.
 */
export function scoreDifferences(
  matrix: Matrix,
  truth: Truth,
  docOf: (ref: string) => string,
  read: (row: Matrix['rows'][number]) => Matrix['rows'][number]['differences'] = ({ differences }) => differences,
): {
  readonly right: number
  readonly of: number
  readonly found: number
  readonly told: number
  readonly wrong: string[]
  readonly missed: string[]
} {
  const rules = truth.readers.map((reader) => new Map(reader.units.map((unit) => [unit.unit, unit])))
  const schools = (one: string, other: string): string => [one, other].sort().join(' ')
  const told = truth.readers.map(
    (reader) => new Set(reader.differences.map(({ rule, schools: [a = '', b = ''] }) => `${rule} ${schools(a, b)}`)),
  )
  const hit = truth.readers.map(() => new Set<string>())
  const wrong: string[] = []
  let [right, of] = [0, 0]
  for (const row of matrix.rows)
    for (const { a, b, kind, words } of read(row)) {
      const ends = [a, b].map(({ policy, id, at }) => {
        const { ref = '', clauses = [] } = matrix.policies[policy] ?? {}
        const sentence = clauses.find((clause) => clause.id === id)?.sentences[at]
        return { doc: docOf(ref), text: sentence?.text ?? '', units: unitOf(truth, docOf(ref), sentence?.text ?? '') }
      })
      const [one, other] = ends as [(typeof ends)[number], (typeof ends)[number]]
      if (one.units.length === 0 || other.units.length === 0) continue
      of++
      let ok = false
      for (const [at, reader] of rules.entries())
        for (const u of one.units)
          for (const v of other.units) {
            const [x, y] = [reader.get(u), reader.get(v)]
            for (const rule of x?.rules.filter((each) => y?.rules.includes(each)) ?? []) {
              const key = `${rule} ${schools(one.doc, other.doc)}`
              if (told[at]?.has(key)) {
                hit[at]?.add(key)
                ok = true
              }
              if (kind !== 'value' && x?.stance !== y?.stance && x?.stance !== 'statement' && y?.stance !== 'statement') ok = true
            }
          }
      if (ok) right++
      else wrong.push(`${kind} [${words.join(' | ')}] ${one.doc} ${one.text} <> ${other.doc} ${other.text}`)
    }
  const all = toldByAll(truth).map(({ rule, schools: [a = '', b = ''] }) => `${rule} ${schools(a, b)}`)
  const missed = [...new Set(all)].filter((key) => !hit[0]?.has(key))
  return { right, of, found: new Set(all).size - missed.length, told: new Set(all).size, wrong, missed }
}

/** Differences of the first reader that each of the others tells of the same sentences, whatever they call the rule. */
function toldByAll({ units, readers: [first, ...others] }: Truth): Reader['differences'] {
  const docOf = new Map(units.map(({ unit, doc }) => [unit, doc]))
  const on = (reader: Reader, rule: string, school: string): readonly string[] =>
    reader.units.flatMap(({ unit, rules }) => (docOf.get(unit) === school && rules.includes(rule) ? [unit] : []))
  const isOne = (one: Reader, rule: string, other: Reader, called: string, school: string): boolean => {
    const theirs = on(other, called, school)
    return on(one, rule, school).some((unit) => theirs.includes(unit))
  }
  return (first?.differences ?? []).filter(({ rule, schools }) =>
    others.every((other) =>
      other.differences.some(
        (each) =>
          schools.every((school) => each.schools.includes(school)) &&
          schools.every((school) => isOne(first as Reader, rule, other, each.rule, school)),
      ),
    ),
  )
}

/**
 * Of how many schools nothing was found on a rule of several others, and of how many of these nothing is there: no sentence of theirs is on the
 * rule that a reader gives to two schools of the row at least.
 */
export function scoreSilences(
  { rows, policies }: Matrix,
  truth: Truth,
  docOf: (ref: string) => string,
): { readonly right: number; readonly of: number; readonly wrong: string[] } {
  const [reader] = truth.readers
  const rulesOf = new Map(reader?.units.map(({ unit, rules }) => [unit, rules]))
  const docs = policies.map(({ ref }) => docOf(ref))
  const given = docs.map(
    (doc) => new Set(truth.units.filter((unit) => unit.doc === doc).flatMap(({ unit }) => rulesOf.get(unit) ?? [])),
  )
  const wrong: string[] = []
  let [right, of] = [0, 0]
  for (const { cells, near, label } of rows) {
    const found = cells.map(({ policy, sentences }) => {
      const doc = docs[policy] as string
      return new Set(sentences.flatMap(({ text }) => unitOf(truth, doc, text).flatMap((unit) => rulesOf.get(unit) ?? [])))
    })
    const rules = [...new Set(found.flatMap((each) => [...each]))].filter(
      (rule) => found.filter((each) => each.has(rule)).length > 1,
    )
    if (rules.length === 0) continue
    for (const [policy, doc] of docs.entries()) {
      if (near.includes(policy) || cells.some((cell) => cell.policy === policy)) continue
      of++
      if (rules.some((rule) => given[policy]?.has(rule))) wrong.push(`${doc}: ${label}`)
      else right++
    }
  }
  return { right, of, wrong }
}

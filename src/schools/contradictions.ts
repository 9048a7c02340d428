import type { Message, Place, Unruled } from '../model/index.js'
import type { ConcordanceEntry, RowEntry } from './concordance-schema.js'

type Said = Unruled<'concordance/contradiction'>
type Path = readonly (string | number)[]

/** What a person said, as a key that holds one answer; said again with another answer it is a contradiction. */
interface Claim {
  readonly key: string
  readonly answer: string
  readonly path: Path
  readonly said: (line: number) => Said
}

/**
 * Where a concordance says two things: a sentence confirmed in two rows, or with two stances; two sentences both in one row and apart; two
 * clauses with two grades. Of rows the first holds; a confirmed row holds whatever else is said of two of its sentences.
 */
export function contradictions(
  entries: readonly ConcordanceEntry[],
  rows: readonly RowEntry[],
  placeOf: (path: Path) => Place,
): Message[] {
  const known = new Map<string, Claim>()
  const found: Message[] = []
  for (const claim of [...rows.flatMap(ofRow), ...entries.flatMap(ofPair), ...entries.flatMap(gradeOf)]) {
    const earlier = known.get(claim.key)
    if (earlier === undefined) known.set(claim.key, claim)
    else if (earlier.answer !== claim.answer) {
      const said = claim.said(placeOf(earlier.path).line)
      found.push({ rule: 'concordance/contradiction', severity: 'warning', place: placeOf(claim.path), ...said })
    }
  }
  return found
}

const nameOf = (given: RowEntry['sentences'][number]): string => (typeof given === 'string' ? given : given.sentence)

function ofRow({ verdict, sentences }: RowEntry, row: number): Claim[] {
  const pathOf = (at: number): Path => ['rows', row, 'sentences', at]
  const claims: Claim[] = sentences.flatMap((given, at): Claim[] => {
    const sentence = nameOf(given)
    const stance = typeof given === 'string' ? undefined : given.stance
    return [
      ...(verdict === 'confirmed'
        ? [
            {
              key: `row ${sentence}`,
              answer: String(row),
              path: pathOf(at),
              said: (line: number): Said => ({ form: 'row', values: { sentence, line } }),
            },
          ]
        : []),
      ...(stance === undefined
        ? []
        : [
            {
              key: `stance ${sentence}`,
              answer: stance,
              path: pathOf(at),
              said: (line: number): Said => ({ form: 'stance', values: { sentence, line } }),
            },
          ]),
    ]
  })
  if (verdict === undefined) return claims
  const answer = verdict === 'confirmed' ? 'together' : 'apart'
  return [...claims, ...everyTwo(sentences.map(nameOf)).map(([a, b, at]) => claimOf(a, b, answer, pathOf(at)))]
}

/** A grade says of two clauses that they belong together or not; of clauses of several sentences that is told of one of these. */
function ofPair({ a, b, grade }: ConcordanceEntry, at: number): Claim[] {
  return grade === undefined ? [] : [claimOf(a, b, grade === 'none' ? 'apart' : 'together', ['pairs', at])]
}

function claimOf(a: string, b: string, answer: string, path: Path): Claim {
  return { key: `two ${[a, b].sort().join(' ')}`, answer, path, said: (line) => ({ form: 'pair', values: { a, b, line } }) }
}

function gradeOf({ a, b, grade }: ConcordanceEntry, at: number): Claim[] {
  if (grade === undefined || grade === 'none') return []
  const said = (line: number): Said => ({ form: 'pair', values: { a, b, line } })
  return [{ key: `grade ${[a, b].sort().join(' ')}`, answer: grade, path: ['pairs', at], said }]
}

const everyTwo = (names: readonly string[]): (readonly [string, string, number])[] =>
  names.flatMap((a, at) => names.slice(at + 1).map((b, next) => [a, b, at + 1 + next] as const))

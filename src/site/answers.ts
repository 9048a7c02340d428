import type { SearchData } from './search-data.js'

/** A clause as an answer. */
export interface Answer {
  /** Its place among the policies. */
  readonly policy: number
  readonly id: string
  readonly number: string
  /** The beginning of its words. */
  readonly words: string
  readonly stance: string
  /** Its section among all, and what that is called: nothing where it stands in none. */
  readonly section: number
  readonly title: string
}

/** The clauses of an index, by their place. */
export function answersOf({ clauses, policies, stances }: SearchData): (clause: number) => Answer {
  const [ids, numbers, words] = [clauses.ids, clauses.numbers, clauses.words].map((lines) => lines.split('\n'))
  const titles = clauses.titles.split('\n')
  const sectionOf = clauses.sections.flatMap((count, at) => Array.from({ length: count }, () => at))
  const policyOf = policies.flatMap(({ count }, at) => Array.from({ length: count }, () => at))
  return (at) => ({
    policy: policyOf[at] ?? 0,
    id: ids?.[at] ?? '',
    number: numbers?.[at] ?? '',
    words: words?.[at] ?? '',
    stance: stances[Number(clauses.stances[at])] ?? '',
    section: sectionOf[at] ?? 0,
    title: titles[sectionOf[at] ?? 0] ?? '',
  })
}

import type { GivenFor } from '../model/index.js'
import type { DeviationMatrix, Stand } from './deviation-matrix.js'

/** A school's standing to a provision, for programs. */
interface StandJson {
  readonly school: string
  readonly kind: string
  readonly moved: boolean
  readonly covers: readonly string[]
  readonly variant: string | null
  readonly significance: string
  readonly template: string | null
  readonly words: string | null
  readonly filled: Readonly<Record<string, unknown>>
  readonly usual: Readonly<Record<string, unknown>>
  readonly reason: string | null
  readonly reasonFor: GivenFor | null
}

/** All schools made from a template against it: `clausule/deviation-matrix@1`. */
export interface DeviationMatrixJson {
  readonly schema: 'clausule/deviation-matrix@1'
  readonly template: string
  /** The newest edition there is; each school is held against the one it has. */
  readonly newest: string
  readonly schools: readonly { readonly ref: string; readonly name: string; readonly edition: string }[]
  readonly provisions: readonly {
    readonly id: string
    readonly words: string
    readonly locked: boolean
    readonly stands: readonly StandJson[]
  }[]
  readonly own: readonly (StandJson & { readonly id: string | null })[]
}

export function deviationMatrixJson({ template, newest, schools, provisions }: DeviationMatrix): DeviationMatrixJson {
  const standJson = (
    school: string,
    { kind, moved, covers, variant, significance, old, next, values, usual, reason, given }: Stand,
  ): StandJson => ({
    school,
    kind,
    moved,
    covers,
    variant: variant ?? null,
    significance,
    template: old === '' ? null : old,
    words: next === '' ? null : next,
    filled: Object.fromEntries(values),
    usual,
    reason: reason ?? null,
    reasonFor: given ?? null,
  })
  return {
    schema: 'clausule/deviation-matrix@1',
    template,
    newest,
    schools: schools.map(({ ref, name, edition }) => ({ ref, name, edition })),
    provisions: provisions.map(({ id, words, locked, stands }) => ({
      id,
      words,
      locked,
      stands: stands.flatMap((stand, i) => (stand ? [standJson(schools[i]?.ref ?? '', stand)] : [])),
    })),
    own: schools.flatMap(({ ref, own }) => own.map((stand) => ({ id: stand.id ?? null, ...standJson(ref, stand) }))),
  }
}

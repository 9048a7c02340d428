// Where terms stand, as text that a browser reads at once: a term is unpacked when it is asked for, and most never are.

/** Terms in the order of their letters, apart by blanks, and for each its places, packed. */
export interface PackedTerms {
  readonly terms: string
  readonly places: string
}

/** The clauses a term stands in, ascending, and in which fields of each: a bit for every field. */
export interface Places {
  readonly clauses: readonly number[]
  readonly fields: readonly number[]
}

/** Digits of five bits, the lowest first; of the second half another follows. No sign of them is written otherwise in JSON. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'
// Half of the signs end a number, the other half say that it goes on.
const HALF = 32
const VALUES = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]))

function digitsOf(value: number): string {
  let [rest, text] = [value, '']
  while (rest >= HALF) {
    text += DIGITS[HALF + (rest % HALF)]
    rest = Math.floor(rest / HALF)
  }
  return text + DIGITS[rest]
}

// Nearly all are the small steps between clauses that say a common word.
const SMALL = Array.from({ length: HALF * HALF }, (_, value) => digitsOf(value))
const written = (value: number): string => SMALL[value] ?? digitsOf(value)

/** Where one term stands, gathered clause by clause. */
export class Standing {
  readonly clauses: number[] = []
  readonly fields: number[] = []

  /** Says that it stands in a field of a clause; clauses come in ascending order. */
  add(clause: number, field: number): void {
    const last = this.clauses.length - 1
    if (this.clauses[last] === clause) this.fields[last] = (this.fields[last] as number) | field
    else {
      this.clauses.push(clause)
      this.fields.push(field)
    }
  }
}

/** Gathers in which clauses terms stand. */
export class Postings {
  readonly #terms = new Map<string, Standing>()

  /** Where a term stands: nowhere yet when it is new. */
  of(term: string): Standing {
    const known = this.#terms.get(term)
    if (known) return known
    const made = new Standing()
    this.#terms.set(term, made)
    return made
  }

  has(term: string): boolean {
    return this.#terms.has(term)
  }

  /** All of it; what stands in `usual` alone, as most does, is written short. */
  packed(usual: number): PackedTerms {
    const all = [...this.#terms].sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      terms: all.map(([term]) => term).join(' '),
      places: all
        .map(([, { clauses, fields }]) => {
          let [before, text] = [-1, '']
          for (let at = 0; at < clauses.length; at++) {
            const [clause, field] = [clauses[at] as number, fields[at] as number]
            text += written(2 * (clause - before) + (field === usual ? 0 : 1))
            if (field !== usual) text += written(field)
            before = clause
          }
          return text
        })
        .join(' '),
    }
  }
}

/** Where a term stands, of what `packed` wrote. */
export function unpacked(text: string, usual: number): Places {
  const [clauses, fields]: [number[], number[]] = [[], []]
  let [at, clause] = [0, -1]
  const next = (): number => {
    for (let value = 0, unit = 1; ; unit *= HALF) {
      const digit = VALUES.get(text.charCodeAt(at++)) as number
      value += (digit % HALF) * unit
      if (digit < HALF) return value
    }
  }
  while (at < text.length) {
    const value = next()
    clause += value >> 1
    clauses.push(clause)
    fields.push(value % 2 === 0 ? usual : next())
  }
  return { clauses, fields }
}

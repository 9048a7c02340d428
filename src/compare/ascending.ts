/** Numbers in ascending order, with a weight for each. */
export interface Weighted {
  readonly ids: Int32Array
  readonly weights: Float32Array
}

/** Tells of each number that two ascending lists share: its places in both. */
export function eachShared(a: ArrayLike<number>, b: ArrayLike<number>, found: (i: number, j: number) => void): void {
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    const difference = (a[i] as number) - (b[j] as number)
    if (difference === 0) found(i, j)
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
}

/** How many numbers two ascending lists share. */
export function countShared(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let count = 0
  let i = 0
  let j = 0
  const n = a.length
  const m = b.length
  while (i < n && j < m) {
    const difference = (a[i] as number) - (b[j] as number)
    if (difference === 0) count++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return count
}

/** Whether two ascending lists share more numbers than so many: they are read no further than that takes. */
export function sharesMore(a: ArrayLike<number>, b: ArrayLike<number>, most: number): boolean {
  let [i, j, count] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const difference = (a[i] as number) - (b[j] as number)
    if (difference === 0 && ++count > most) return true
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return false
}

/** The sum of the products of the weights of the numbers that both have. */
export function productOf(a: Weighted, b: Weighted): number {
  // No function for each of so many.
  const ones = a.ids
  const others = b.ids
  const n = ones.length
  const m = others.length
  let sum = 0
  let i = 0
  let j = 0
  while (i < n && j < m) {
    const x = ones[i] as number
    const y = others[j] as number
    if (x === y) sum += (a.weights[i++] as number) * (b.weights[j++] as number)
    else if (x < y) i++
    else j++
  }
  return sum
}

/** Numbers in ascending order, with a weight for each. */
export interface Weighted {
  readonly ids: Int32Array
  readonly weights: Float64Array
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
  eachShared(a, b, () => {
    count++
  })
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
  let sum = 0
  eachShared(a.ids, b.ids, (i, j) => {
    sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0)
  })
  return sum
}

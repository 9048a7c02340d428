/** Makes a value once for each thing it is asked for. */
export function onceFor<T, R>(make: (of: T) => R): (of: T) => R {
  const made = new Map<T, R>()
  return (of) => {
    const known = made.get(of) ?? make(of)
    made.set(of, known)
    return known
  }
}

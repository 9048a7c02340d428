/** A value that is made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Values that are made when they are first asked for, once for each thing. */
export function onceFor<Thing, Made>(make: (of: Thing) => Made): (of: Thing) => Made {
  const made = new Map<Thing, Made>()
  return (of) => {
    const known = made.get(of)
    if (known !== undefined) return known
    const value = make(of)
    made.set(of, value)
    return value
  }
}

/**
 * Looks for a costly pattern: it is made, and asked of a text, only once a cheap hint was found there, of which every match holds one. A
 * pattern that names classes of letters takes about a millisecond to read and compile, and most of them match in few texts.
 */
export function seek(hint: RegExp, make: () => RegExp): (text: string) => readonly RegExpExecArray[] {
  const pattern = once(make)
  return (text) => (hint.test(text) ? [...text.matchAll(pattern())] : [])
}

/** Gives for lists of the same names one list: few are named again and again. */
export function sameLists(): (names: readonly string[]) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (names) => {
    const key = names.join('\0')
    const list = known.get(key) ?? names
    known.set(key, list)
    return list
  }
}

/** Numbers of words that are held in a row: to hold those of a sentence by themselves would take more room than they do. */
const ROOM = 1 << 14

/** Gives the numbers of words, ascending; a new word gets the next. */
export function wordNumbers(): (words: readonly string[]) => Int32Array {
  const ids = new Map<string, number>()
  let room = new Int32Array(0)
  let used = 0
  return (words) => {
    if (used + words.length > room.length) {
      room = new Int32Array(Math.max(ROOM, words.length))
      used = 0
    }
    const own = room.subarray(used, (used += words.length))
    for (let at = 0; at < own.length; at++) {
      const word = words[at] as string
      let id = ids.get(word)
      if (id === undefined) ids.set(word, (id = ids.size))
      own[at] = id
    }
    return own.sort()
  }
}

// Of a word in a Hunspell dictionary that is forbidden: it stands there to be refused.
const FORBIDDEN = 'Fw'
const BUCKETS = 1 << 16
/** Words are told apart by their first letters until one is asked for. */
const HASHED = 8
const NEWLINE = 10
const TAB = 9
const SLASH = 47

/** What a dictionary says of a word. */
export interface Entry {
  readonly flags: string
  /** It stands there with a capital alone. */
  readonly isName: boolean
}

/**
 * The words of a Hunspell dictionary with their flags, by word in lower case. A Dutch one has some 170,000 lines, and a policy a thousand
 * words: lines are only noted by their first letters, and read when a word with these letters is looked up.
 */
export function createWordList(source: string): (word: string) => Entry | undefined {
  const text = source.replaceAll('ĳ', 'ij').replaceAll('Ĳ', 'IJ')
  const { last, before, starts } = index(text)
  const known = new Map<string, Entry | undefined>()

  const read = (word: string): Entry | undefined => {
    let flags: string | undefined
    let isName = true
    for (let line = last[hash(word, 0)] ?? 0; line > 0; line = before[line] ?? 0) {
      const start = starts[line] ?? 0
      // Most lines of a bucket differ in length or in letters; no part of them is copied.
      const end = endOfWord(text, start)
      if (end - start !== word.length || text.slice(start, end).toLowerCase() !== word) continue
      const own = text.charCodeAt(end) === SLASH ? text.slice(end + 1, endOfEntry(text, end)) : ''
      // Flags of a word that stands twice are put together: all have the same length, so that they can be told apart.
      if (own.includes(FORBIDDEN)) continue
      flags = (flags ?? '') + own
      if (text.startsWith(word, start)) isName = false
    }
    return flags === undefined ? undefined : { flags, isName }
  }
  return (word) => {
    if (word === '') return undefined
    if (!known.has(word)) known.set(word, read(word))
    return known.get(word)
  }
}

interface Index {
  /** Per bucket its last line, and per line the one before it in its bucket; 0 is none. */
  readonly last: Int32Array
  readonly before: Int32Array
  readonly starts: Int32Array
}

/** One pass over the characters. There is room for as many lines as there are characters: what is not written to takes no memory. */
function index(text: string): Index {
  const last = new Int32Array(BUCKETS)
  const before = new Int32Array(text.length + 1)
  const starts = new Int32Array(text.length + 1)
  let line = 0
  for (let start = 0; start < text.length; ) {
    const bucket = hash(text, start)
    line++
    before[line] = last[bucket] as number
    starts[line] = start
    last[bucket] = line
    let end = start
    while (end < text.length && text.charCodeAt(end) !== NEWLINE) end++
    start = end + 1
  }
  return { last, before, starts }
}

function hash(text: string, start: number): number {
  const most = Math.min(start + HASHED, text.length)
  let value = 7
  for (let at = start; at < most; at++) {
    const code = text.charCodeAt(at)
    if (code === SLASH || code === TAB || code === NEWLINE) break
    value = (Math.imul(value, 31) + lowerCase(code)) | 0
  }
  return (value ^ (value >>> 16)) & (BUCKETS - 1)
}

// Of the Latin letters that a word of ours may start with; 0xD7 is the sign of multiplication.
const lowerCase = (code: number): number =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7) ? code + 32 : code

function endOfWord(text: string, start: number): number {
  let at = start
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === SLASH || code === TAB || code === NEWLINE) break
  }
  return at
}

function endOfEntry(text: string, start: number): number {
  let at = start
  while (at < text.length && text.charCodeAt(at) !== TAB && text.charCodeAt(at) !== NEWLINE) at++
  return at
}

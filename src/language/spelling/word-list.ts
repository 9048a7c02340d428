// Of a word in a Hunspell dictionary that is forbidden: it stands there to be refused.
const FORBIDDEN = 'Fw'
const BUCKETS = 1 << 16
/** The bytes before the lines. */
const HEAD = (BUCKETS + 1) * 4
/** A bucket has the words that start with the same letters. */
export const HASHED = 8
const NEWLINE = 10
const TAB = 9
const SLASH = 47

/** What a dictionary says of a word. */
export interface WordEntry {
  readonly flags: string
  /** It stands there with a capital alone. */
  readonly isName: boolean
}

/** What the words of a Hunspell dictionary are looked up in: for each bucket, 4 bytes each, where its lines start, and the lines in UTF-8. */
export function packWords(source: string): Uint8Array {
  const text = source.replaceAll('ĳ', 'ij').replaceAll('Ĳ', 'IJ')
  // Per bucket its last line, and per line the one before it in its bucket; 0 is none.
  const last = new Int32Array(BUCKETS)
  const before: number[] = [0]
  const starts: number[] = [0]
  for (let start = 0; start < text.length; ) {
    const bucket = hash(text, start)
    starts.push(start)
    before.push(last[bucket] as number)
    last[bucket] = starts.length - 1
    const next = text.indexOf('\n', start)
    start = next < 0 ? text.length : next + 1
  }
  const packed = Buffer.alloc(HEAD + Buffer.byteLength(text) + 1)
  let at = HEAD
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    packed.writeUInt32LE(at, bucket * 4)
    for (let line = last[bucket] as number; line > 0; line = before[line] as number) {
      const start = starts[line] as number
      at += packed.write(`${text.slice(start, endOfEntry(text, start))}\n`, at)
    }
  }
  packed.writeUInt32LE(at, BUCKETS * 4)
  return packed.subarray(0, at)
}

/** Words and beginnings that are kept; a text of ever new words begins anew, so that memory is bounded. */
const MOST_KEPT = 200_000

interface WordList {
  readonly entry: (word: string) => WordEntry | undefined
  /** Whether a word begins with letters, `HASHED` of them. */
  readonly begins: (letters: string) => boolean
}

/**
 * The words of a Hunspell dictionary with their flags, by word in lower case. A Dutch one has some 170,000 lines, and a policy a thousand
 * words: nothing is read but the few lines whose words start like one that is looked up.
 */
export function createWordList(packed: Uint8Array): WordList {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
  const bucketOf = (word: string): string => {
    const bucket = hash(word, 0)
    return bytes.toString('utf8', bytes.readUInt32LE(bucket * 4), bytes.readUInt32LE(bucket * 4 + 4))
  }
  const begins = (letters: string): boolean => {
    const text = bucketOf(letters)
    for (let start = 0; start < text.length; start = text.indexOf('\n', start) + 1) {
      if (text.slice(start, start + HASHED).toLowerCase() === letters) return true
    }
    return false
  }
  const read = (word: string): WordEntry | undefined => {
    const text = bucketOf(word)
    let flags: string | undefined
    let isName = true
    for (let start = 0; start < text.length; start = text.indexOf('\n', start) + 1) {
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
  const entry = kept(read)
  return { entry: (word) => (word === '' ? undefined : entry(word)), begins: kept(begins) }
}

function kept<T>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    if (known.has(word)) return known.get(word) as T
    const found = read(word)
    if (known.size >= MOST_KEPT) known.clear()
    known.set(word, found)
    return found
  }
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

import { clean } from '../render/text/index.js'

/** Characters per piece, about: few writes, and never the whole of a large value in memory a second time. */
const PIECE = 1 << 20

/**
 * A value as `JSON.stringify(value, null, 2)` prints it and a line end, in pieces: the comparison of a sector is hundreds of megabytes,
 * near the most a string can hold.
 */
export function* jsonPieces(value: unknown): Generator<string> {
  let piece = ''
  for (const part of parts(value)) {
    piece += part
    if (piece.length < PIECE) continue
    yield clean(piece)
    piece = ''
  }
  // An escape of JSON is what `clean` writes for a control character.
  yield clean(`${piece}\n`)
}

/** Opens the outermost object, and the lists directly in it; what is inside those is small. */
function* parts(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield JSON.stringify(value, null, 2)
    return
  }
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  if (entries.length === 0) {
    yield '{}'
    return
  }
  for (const [index, [key, member]] of entries.entries()) {
    yield `${index === 0 ? '{' : ','}\n  ${JSON.stringify(key)}: `
    if (!Array.isArray(member) || member.length === 0) yield inside(1, member)
    else {
      for (const [at, item] of member.entries()) yield `${at === 0 ? '[' : ','}\n    ${inside(2, item)}`
      yield '\n  ]'
    }
  }
  yield '\n}'
}

/** A value as it is printed inside so many lists: what stands before it and after it is cut off. */
function inside(lists: 1 | 2, value: unknown): string {
  return lists === 1 ? JSON.stringify([value], null, 2).slice(4, -2) : JSON.stringify([[value]], null, 2).slice(10, -6)
}

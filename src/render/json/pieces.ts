/** Characters per piece, about: few writes, and never the whole of a large value in memory a second time. */
const PIECE = 1 << 20
/** Items of a list that are printed at once: each by itself takes half as long again, all of them would be the whole. */
const AT_ONCE = 32

/**
 * A value as `JSON.stringify(value, null, 2)` prints it and a line end, in pieces: the comparison of a sector is hundreds of megabytes,
 * near the most a string can hold.
 */
export function* jsonPieces(value: unknown): Generator<string> {
  let piece = ''
  for (const part of parts(value)) {
    piece += part
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield `${piece}\n`
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
    if (!Array.isArray(member) || member.length === 0) yield inside(1, [member])
    else {
      for (let at = 0; at < member.length; at += AT_ONCE)
        yield `${at === 0 ? '[' : ','}\n    ${inside(2, member.slice(at, at + AT_ONCE))}`
      yield '\n  ]'
    }
  }
  yield '\n}'
}

/** Values as they are printed in a row inside so many lists: what stands before them and after them is cut off. */
function inside(lists: 1 | 2, values: readonly unknown[]): string {
  return lists === 1 ? JSON.stringify(values, null, 2).slice(4, -2) : JSON.stringify([values], null, 2).slice(10, -6)
}

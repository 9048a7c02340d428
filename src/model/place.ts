/** Where something stands in a source file. Lines and columns count from 1; the end is exclusive. */
export interface Place {
  readonly file?: string
  readonly line: number
  readonly column: number
  readonly endLine?: number
  readonly endColumn?: number
}

/** Tells of a line which of `lines` stands at it or above it: the place of the last such one in the list, -1 where there is none. */
export function lastAbove(lines: readonly number[]): (line: number) => number {
  const last: number[] = []
  for (const [at, line] of lines.entries()) {
    while (last.length <= line) last.push(-1)
    last[line] = at
  }
  for (let line = 1; line < last.length; line++) last[line] = Math.max(last[line] as number, last[line - 1] as number)
  return (line) => last[Math.min(line, last.length - 1)] ?? -1
}

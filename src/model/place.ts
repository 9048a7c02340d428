/** Where something stands in a source file. Lines and columns count from 1; the end is exclusive. */
export interface Place {
  readonly file?: string
  readonly line: number
  readonly column: number
  readonly endLine?: number
  readonly endColumn?: number
}

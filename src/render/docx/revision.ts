/** A tracked change of words, of the end of a paragraph or of a row. */
export interface Revision {
  readonly kind: 'ins' | 'del' | 'moveFrom' | 'moveTo'
}

/** Whether the words are there only until the change is accepted. */
export const isGone = (revision: Revision | undefined): boolean => revision?.kind === 'del' || revision?.kind === 'moveFrom'

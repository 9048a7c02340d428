/** Where what a page is made of beside its words stands, when the page does not carry it itself. */
export interface PageFiles {
  /** The address of the mark. */
  readonly mark?: string
}

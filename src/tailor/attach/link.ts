/** A clause and the provision it may be, by index, with how sure that is, 0 to 1. */
export interface ProvisionLink {
  readonly clause: number
  readonly provision: number
  readonly score: number
  /** How alike both are in the letters of their words, 0 to 1. */
  readonly letters: number
  /** How much of what the provision says the clause says, 0 to 1. */
  readonly said: number
}

import type { Phrase } from '../model/index.js'

/** What is wrong with a PDF. */
export type PdfFault = Extract<Phrase, { readonly phrase: `pdf.${string}` }>

/** Faults in the order in which they were found, each once: what is drawn a hundred times is said once. */
export class Faults implements Iterable<PdfFault> {
  readonly #found = new Map<string, PdfFault>()

  add(fault: PdfFault): void {
    const key = JSON.stringify(fault)
    if (!this.#found.has(key)) this.#found.set(key, fault)
  }

  [Symbol.iterator](): Iterator<PdfFault> {
    return this.#found.values()
  }
}

/** Why a file is no PDF that can be checked. */
export class NotChecked extends Error {
  constructor(readonly form: 'no-pdf' | 'other') {
    super(form)
  }
}

import type { Language } from '../../model/index.js'
import type { Brand, Wording } from '../../present/index.js'
import type { Resolved } from '../../resolve/index.js'

/** What the page about an import is made of besides the receipt. */
export interface ReceiptSetting {
  /** What the source became. */
  readonly resolved: Resolved
  /** As it is named in the workspace: `organisation/policy`. */
  readonly name: string
  readonly organisation: string
  /** The reader's. */
  readonly lang: Language
  /** ISO date of the policy; absent when it has none. */
  readonly date?: string
  readonly brand: Brand
  /** Keys `receipt.*` and `document.page`, and those of messages. */
  readonly wording: Wording
}

import type { Place } from '../model/index.js'
import type { Document } from './document.js'
import type { Workbook } from './workbook.js'

/**
 * How a document shows a result: a page to read and filter on a `screen`; `paper`; a `summary` for a terminal; or `tracked`, where both
 * texts stand in full, so that every change can be accepted and rejected. A result that has fewer forms gives the nearest it has.
 */
export type Form = 'screen' | 'paper' | 'summary' | 'tracked'

/** Names of facets and of their values, for the filters of a page. */
export type FacetLabels = Readonly<
  Record<
    string,
    {
      readonly name: string
      readonly values?: Readonly<Record<string, string>>
      /** Its value is said beside every change. */
      readonly beside?: boolean
      /** The facet whose chosen value it is asked of: its values stand alone, and behind each value of that facet ("Linde prohibition"). */
      readonly of?: string
    }
  >
>

/** Everything one result can be shown as; each part is made when a format asks for it. What every format is made from. */
export interface Report {
  readonly document: (form: Form) => Document
  /** The value itself, for programs: what `JSON.stringify` takes. */
  readonly data: () => unknown
  /** Absent when the result is no table. */
  readonly sheets?: () => Workbook
  readonly labels?: () => FacetLabels
  /** Beyond so many pages it is not printed: nobody would read it, and what it says can be had shorter. */
  readonly mostPages?: number
  /** Where a clause stands in its file: renderers name clauses by their ids. */
  readonly placeOf?: (id: string) => Place | undefined
}

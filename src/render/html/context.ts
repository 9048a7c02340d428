import type { Element, ElementContent, Properties } from 'hast'
import type { Message } from '../../model/index.js'
import type { DocBlock, DocInline, DocItem, DocRow, FacetLabels, Wording } from '../../present/index.js'
import { lostLink } from '../links.js'

/** A heading as the contents list it. */
export interface ContentsEntry {
  readonly id: string
  readonly level: number
  readonly label?: string
  readonly content: readonly DocInline[]
  readonly lang?: string
}

/** A footnote met in the text; its body is filled in after its mark, so that notes in notes come later. */
interface NoteEntry {
  readonly number: number
  readonly id: string
  readonly mark: string
  body: ElementContent[]
}

/**
 * What rendering the body gathers for the rest of the page: ids given out, headings, notes, filters, generated style rules and
 * messages. One context belongs to one call.
 */
export class PageContext {
  readonly entries: ContentsEntry[] = []
  readonly notes: NoteEntry[] = []
  /** Facet name → its values in order of appearance. */
  readonly facets = new Map<string, Set<string>>()
  readonly messages: Message[] = []
  /** Declarations → class name: widths and heights, which a page without inline styles cannot hold elsewhere. */
  readonly classes = new Map<string, string>()
  /** Depth shown by the contents; undefined when the document asks for none. */
  contents: { readonly title: string; readonly depth: number } | undefined
  changes = 0
  /** Whether the page has words inserted or deleted. */
  marked = false
  /** Whether the page has a map, which takes its whole width. */
  mapped = false
  private readonly ids = new Set<string>()
  /** By a name that was wanted again, the number it was last given with: thousands of headings want one name. */
  private readonly given = new Map<string, number>()
  private readonly links: { readonly element: Element; readonly target: string }[] = []
  private readonly levels: number[] = []
  private tables = 0

  constructor(
    readonly say: Wording,
    private readonly labels: FacetLabels = {},
  ) {}

  /** The values of the facets that are said beside a change. */
  beside(facets: Changed['facets']): readonly string[] {
    return Object.entries(facets ?? {}).flatMap(([name, given]) => {
      const label = Object.hasOwn(this.labels, name) ? this.labels[name] : undefined
      return label?.beside ? [given].flat().map((value) => label.values?.[value] ?? value) : []
    })
  }

  /** The id as it stands, or numbered when it was given before: a moved clause may stand in the document twice. */
  claim(wanted: string): string {
    let id = wanted
    let number = this.given.get(wanted) ?? 1
    while (this.ids.has(id)) id = `${wanted}-${++number}`
    if (number > 1) this.given.set(wanted, number)
    this.ids.add(id)
    return id
  }

  /** Names of the page's own parts start with `_`, which no clause id does. */
  nextTable(): string {
    this.tables += 1
    return `_table-${this.tables}`
  }

  /** The class that carries these declarations. They hold numbers of ours only, never a text of the document. */
  classFor(declarations: string): string {
    const name = this.classes.get(declarations) ?? `g${this.classes.size + 1}`
    this.classes.set(declarations, name)
    return name
  }

  /** The depth of a heading in the outline, from 1: levels that the document skips are closed up. */
  depthOf(level: number): number {
    while ((this.levels.at(-1) ?? 0) >= level) this.levels.pop()
    return this.levels.push(level)
  }

  linkLater(element: Element, target: string): void {
    this.links.push({ element, target })
  }

  /** Links whose target is not on the page become plain words, with a message. Called when every id is known. */
  settleLinks(): void {
    for (const { element, target } of this.links) {
      if (this.ids.has(target)) continue
      element.tagName = 'span'
      element.properties = {}
      this.messages.push(lostLink(target))
    }
  }
}

/** What is said of a change. */
export type Changed = Pick<DocBlock | DocItem | DocRow, 'change' | 'facets'>

/** The attributes every block may have. Counts changes and gathers facets. */
export function attributes(block: DocBlock | DocItem | DocRow, context: PageContext): Properties {
  for (const [name, given] of Object.entries(block.facets ?? {})) {
    const values = context.facets.get(name) ?? new Set()
    for (const value of typeof given === 'string' ? [given] : given) values.add(value)
    context.facets.set(name, values)
  }
  if (block.change !== undefined) context.changes += 1
  return {
    ...(block.id === undefined ? {} : { id: context.claim(block.id) }),
    ...language(block.lang),
    ...(block.change === undefined ? {} : { dataChange: block.change }),
    ...(block.facets === undefined ? {} : { dataFacets: JSON.stringify(block.facets) }),
  }
}

const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
/** Languages written from right to left. */
const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|ps|sd|syr|ug|ur|yi)(?:-|$)/i

/** Language and direction of a part; nothing for a tag that is none (BCP 47), which a browser could only guess at. */
export function language(lang: string | undefined): Properties {
  if (lang === undefined || !TAG.test(lang)) return {}
  return { lang, dir: RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr' }
}

import { type Backend, literal, type Ref, text } from './adapter.js'

/** Roles that PDF 1.7 does not know, and the ones it does that say nearly the same. */
const ROLE_MAP = { Title: 'P', Strong: 'Span', Em: 'Span', Ins: 'Span', Del: 'Span', Strike: 'Span' } as const

export type TagRole =
  | keyof typeof ROLE_MAP
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'P'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Note'
  | 'Reference'
  | 'Link'
  | 'Code'
  | 'Figure'

type Kid = Tag | { readonly page: Ref; readonly mcid: number } | { readonly page: Ref; readonly annotation: Ref }

/** Names, numbers and rectangles. */
type Attributes = Readonly<Record<string, string | number | readonly number[]>>

const attributeObject = (attributes: Attributes): string => {
  const value = (own: string | number | readonly number[]): string =>
    typeof own === 'string' ? `/${own}` : typeof own === 'number' ? `${own}` : `[${own.map((side) => side.toFixed(2)).join(' ')}]`
  return `<<${Object.entries(attributes)
    .map(([name, own]) => `/${name} ${value(own)}`)
    .join(' ')}>>`
}

interface TagOptions {
  readonly lang?: string | undefined
  readonly alt?: string | undefined
  readonly id?: string | undefined
  /** Attribute objects: `{ O: 'Table', Scope: 'Row' }`. */
  readonly attributes?: Attributes | undefined
}

/**
 * An element of the structure tree. It enters its parent when its first content is painted, so that the order of the tree is the
 * order of reading; what must stand in the tree without content, or before its content, is attached explicitly.
 */
export class Tag {
  readonly kids: Kid[] = []
  ref: Ref | undefined

  constructor(
    readonly role: TagRole,
    readonly parent: Tag | undefined,
    readonly options: TagOptions = {},
  ) {}
}

/** The tree under construction, and its way into the file. */
export class Structure {
  readonly root = new Tag('Document', undefined)
  readonly #ids: [string, Ref][] = []

  constructor(readonly backend: Backend) {
    this.root.ref = backend.kit.ref()
  }

  attach(tag: Tag): Ref {
    if (tag.ref) return tag.ref
    if (!tag.parent) throw new Error(`A ${tag.role} element outside the tree`)
    this.attach(tag.parent)
    tag.parent.kids.push(tag)
    tag.ref = this.backend.kit.ref()
    return tag.ref
  }

  /** A new piece of marked content of `tag` on a page; returns its number there. */
  content(tag: Tag, page: Ref, parents: Ref[]): number {
    const ref = this.attach(tag)
    const mcid = parents.length
    parents.push(ref)
    tag.kids.push({ page, mcid })
    return mcid
  }

  annotation(tag: Tag, page: Ref, annotation: Ref): void {
    const key = this.backend.kit.createStructParentTreeNextKey()
    this.backend.kit.getStructParentTree().add(key, this.attach(tag))
    annotation.data.StructParent = key
    tag.kids.push({ page, annotation })
  }

  /** Writes the tree. Nothing can be painted after this. */
  end(): void {
    const root = this.backend.kit.getStructTreeRoot()
    root.data.RoleMap = ROLE_MAP
    root.data.K = [this.root.ref]
    this.#write(this.root, root)
    if (this.#ids.length > 0) {
      this.#ids.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      root.data.IDTree = { Names: this.#ids.flatMap(([id, ref]) => [text(id), ref]) }
    }
  }

  #write(tag: Tag, parent: Ref): void {
    const ref = tag.ref as Ref
    const { lang, alt, id, attributes } = tag.options
    const home = tag.kids.find((kid): kid is Exclude<Kid, Tag> => !(kid instanceof Tag))?.page
    const kids = tag.kids.map((kid) => {
      if (kid instanceof Tag) return `${kid.ref}`
      if ('annotation' in kid) return `<</Type /OBJR /Obj ${kid.annotation} /Pg ${kid.page}>>`
      return kid.page === home ? `${kid.mcid}` : `<</Type /MCR /Pg ${kid.page} /MCID ${kid.mcid}>>`
    })
    const entries = [
      `/S /${tag.role} /P ${parent}`,
      home ? ` /Pg ${home}` : '',
      lang ? ` /Lang ${literal(lang)}` : '',
      alt ? ` /Alt ${literal(alt)}` : '',
      id ? ` /ID ${literal(id)}` : '',
      attributes ? ` /A ${attributeObject(attributes)}` : '',
      kids.length === 1 ? ` /K ${kids[0]}` : kids.length > 1 ? ` /K [${kids.join(' ')}]` : '',
    ]
    if (id) this.#ids.push([id, ref])
    this.backend.object(ref, `<<${entries.join('')}>>`)
    for (const kid of tag.kids) if (kid instanceof Tag) this.#write(kid, ref)
  }
}

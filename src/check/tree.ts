import { type Dictionary, Reference, type Value } from '../pdf/index.js'
import { FontTexts, type PageContent, readContent } from './content.js'
import type { PdfFault } from './faults.js'
import type { PdfFile } from './file.js'

/** An element of the structure tree with what belongs to it, in reading order. */
export interface PdfElement {
  readonly role: string
  /** The role the role map translates it to. */
  readonly standard: string
  readonly dictionary: Dictionary
  readonly kids: readonly (PdfElement | PdfText | PdfAnnotation)[]
}

export interface PdfText {
  readonly text: string
  /** Counted from 0. */
  readonly page: number
}

export interface PdfAnnotation {
  readonly annotation: Dictionary
  /** The page the tree names, and the page that holds the annotation. */
  readonly page: number
  readonly found: number
}

export interface PdfTree {
  readonly root: PdfElement
  readonly contents: readonly PageContent[]
  readonly problems: readonly PdfFault[]
}

export const isElement = (kid: PdfElement['kids'][number]): kid is PdfElement => 'role' in kid
export const isText = (kid: PdfElement['kids'][number]): kid is PdfText => 'text' in kid

/** Reads the structure tree and the content it points at; reports content no element owns and elements whose content is not there. */
export function readTree(file: PdfFile): PdfTree {
  const catalogue = file.dictionary(file.trailer.get('Root'))
  const root = file.dictionary(catalogue.get('StructTreeRoot'))
  const roles = file.dictionary(root.get('RoleMap'))
  const pages = file.pages()
  const numbers = new Map(pages.map((page, index) => [page.number, index]))
  const fonts = new FontTexts(file)
  const contents = pages.map((page) => readContent(file, page, fonts))
  const annotations = new Map<number, number>()
  pages.forEach((page, index) => {
    for (const kid of file.array(file.dictionary(page).get('Annots')))
      if (kid instanceof Reference) annotations.set(kid.number, index)
  })
  const problems: PdfFault[] = []
  const used = contents.map(() => new Set<number>())
  const pageOf = (value: Value | undefined): number => (value instanceof Reference ? (numbers.get(value.number) ?? -1) : -1)

  const text = (mcid: number, page: number): PdfText => {
    const found = contents[page]?.texts.get(mcid)
    if (found === undefined) problems.push({ phrase: 'pdf.content-lost', values: { page: page + 1, number: mcid } })
    else if (used[page]?.has(mcid)) problems.push({ phrase: 'pdf.content-twice', values: { page: page + 1, number: mcid } })
    used[page]?.add(mcid)
    return { text: found ?? '', page }
  }
  const kid = (value: Value, home: number, parent: Reference | undefined): PdfElement['kids'][number] | undefined => {
    if (typeof value === 'number') return text(value, home)
    const dictionary = file.dictionary(value)
    const type = file.name(dictionary.get('Type'))
    const page = dictionary.has('Pg') ? pageOf(dictionary.get('Pg')) : home
    if (type === 'MCR') return text(dictionary.get('MCID') as number, page)
    if (type === 'OBJR') {
      const object = dictionary.get('Obj')
      return {
        annotation: file.dictionary(object),
        page,
        found: object instanceof Reference ? (annotations.get(object.number) ?? -1) : -1,
      }
    }
    return value instanceof Reference ? element(value, parent) : undefined
  }
  const element = (reference: Reference, parent: Reference | undefined): PdfElement => {
    const dictionary = file.dictionary(reference)
    const role = file.name(dictionary.get('S')) ?? ''
    const above = dictionary.get('P')
    if (parent && (!(above instanceof Reference) || above.number !== parent.number))
      problems.push({ phrase: 'pdf.parent', values: { role } })
    const home = pageOf(dictionary.get('Pg'))
    const own = dictionary.get('K') ?? []
    const list = Array.isArray(file.get(own)) && !(own instanceof Reference) ? (own as readonly Value[]) : [own]
    const kids = list.map((value) => kid(value, home, reference)).filter((found) => found !== undefined)
    return { role, standard: file.name(roles.get(role)) ?? role, dictionary, kids }
  }
  const top = file.array(root.get('K')).find((value) => value instanceof Reference)
  if (!top) throw new Error('no tags')
  const tree = element(top, undefined)
  contents.forEach(({ texts, problems: own }, page) => {
    for (const problem of own) problems.push({ phrase: 'pdf.on-page', values: { page: page + 1, problem } })
    for (const mcid of texts.keys())
      if (!used[page]?.has(mcid)) problems.push({ phrase: 'pdf.content-free', values: { page: page + 1, number: mcid } })
  })
  return { root: tree, contents, problems: [...problems, ...parentProblems(file, root, pages)] }
}

/** The parent tree must lead from every piece of content and every annotation back to an element (ISO 32000-1, 14.7.4.4). */
function parentProblems(file: PdfFile, root: Dictionary, pages: readonly Reference[]): PdfFault[] {
  const numbers = file.array(file.dictionary(root.get('ParentTree')).get('Nums'))
  const parents = new Map<number, Value>()
  for (let i = 0; i + 1 < numbers.length; i += 2) parents.set(numbers[i] as number, numbers[i + 1] as Value)
  const problems: PdfFault[] = []
  pages.forEach((page, index) => {
    const dictionary = file.dictionary(page)
    const key = dictionary.get('StructParents')
    if (typeof key !== 'number' || !parents.has(key))
      problems.push({ phrase: 'pdf.content-nowhere', values: { page: index + 1 } })
    for (const annotation of file.array(dictionary.get('Annots'))) {
      const own = file.dictionary(annotation).get('StructParent')
      if (typeof own !== 'number' || !parents.has(own))
        problems.push({ phrase: 'pdf.annotation-nowhere', values: { page: index + 1 } })
    }
  })
  return problems
}

/** The words of an element and all in it, white space as single blanks. */
export function wordsOf(element: PdfElement): string {
  const parts: string[] = []
  const visit = (node: PdfElement): void => {
    const block = !INLINE.has(node.standard)
    if (block) parts.push(' ')
    for (const kid of node.kids) {
      if (isElement(kid)) visit(kid)
      else if (isText(kid)) parts.push(kid.text)
    }
    if (block) parts.push(' ')
  }
  visit(element)
  return parts.join('').replace(/\s+/g, ' ').trim()
}

/** Elements within a line: no blank before or after them. */
export const INLINE = new Set(['Span', 'Link', 'Reference', 'Code', 'Quote'])

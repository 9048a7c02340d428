import { type Dictionary, Reference } from '../pdf/index.js'
import type { PdfFault } from './faults.js'
import type { PdfFile } from './file.js'
import { isElement, type PdfElement, type PdfTree } from './tree.js'

/**
 * What an archived, accessible file may not hold: what runs, what changes how it looks, annotations that nobody prints or reads, tags that
 * mean something else than they say. Each fault is one that veraPDF finds in a file of ours that was damaged so.
 */
export function* limits(file: PdfFile, tree: PdfTree): Iterable<PdfFault> {
  const root = file.dictionary(file.trailer.get('Root'))
  const held = (what: string): PdfFault => ({ phrase: 'pdf.forbidden', values: { what } })
  if (!/^1\.[0-7]$/.test(file.version)) yield held(`PDF ${file.version}`)
  for (const key of ['AA', 'NeedsRendering', 'Requirements', 'OCProperties', 'Perms']) if (root.has(key)) yield held(key)
  const form = file.dictionary(root.get('AcroForm'))
  if (form.get('NeedAppearances') === true) yield held('NeedAppearances')
  if (form.has('XFA')) yield held('XFA')
  if (file.dictionary(root.get('MarkInfo')).get('Suspects') === true) yield held('Suspects')
  for (const number of file.numbers) {
    const object = file.dictionary(new Reference(number))
    yield* actions(file, object, held)
    if (file.name(file.dictionary(object.get('Group')).get('CS')) === 'DeviceCMYK') yield { phrase: 'pdf.cmyk' }
  }
  yield* actions(file, root, held)
  yield* annotations(file, tree)
  for (const [index, page] of file.pages().entries())
    for (const what of onPage(file, file.dictionary(page)))
      yield { phrase: 'pdf.on-page', values: { page: index + 1, problem: held(what) } }
  const roles = file.dictionary(file.dictionary(root.get('StructTreeRoot')).get('RoleMap'))
  for (const role of roles.keys()) if (REMAPPED.has(role)) yield { phrase: 'pdf.role-mapped', values: { role } }
  const used = new Set([...everyElement(tree.root)].map(({ standard }) => standard))
  const levelled = [...used].find((role) => /^H\d$/.test(role))
  if (used.has('H') && levelled !== undefined) yield held(`H + ${levelled}`)
  yield* languages(file, tree.root, root)
}

/** Points an archived page is wide and high, each of its boxes (ISO 19005-3, 6.1.13). */
const SIZES = { least: 3, most: 14_400 }

function* onPage(file: PdfFile, page: Dictionary): Iterable<string> {
  for (const key of ['AA', 'PresSteps']) if (page.has(key)) yield key
  for (const box of ['MediaBox', 'CropBox', 'TrimBox', 'BleedBox', 'ArtBox']) {
    const [left = 0, bottom = 0, right = 0, top = 0] = file.array(page.get(box)).map(Number)
    const sides = page.has(box) ? [Math.abs(right - left), Math.abs(top - bottom)] : []
    if (sides.some((side) => side < SIZES.least || side > SIZES.most)) yield `${box} ${sides.join(' × ')}`
  }
}

/** Roles that readers know, and that must mean what they know (ISO 14289-1, 7.1). */
const REMAPPED = new Set([
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'L',
  'LI',
  'Table',
  'TR',
  'TH',
  'TD',
  'Link',
  'Note',
  'Span',
])

/** Actions an archive may hold (ISO 19005-3, 6.5.1) and a paper of ours has a use for. */
const ACTIONS: ReadonlySet<string | undefined> = new Set(['GoTo', 'URI'])

function* actions(file: PdfFile, holder: Dictionary, held: (what: string) => PdfFault): Iterable<PdfFault> {
  for (const key of ['A', 'OpenAction']) {
    const kind = file.name(file.dictionary(holder.get(key)).get('S'))
    if (kind !== undefined && !ACTIONS.has(kind)) yield held(kind)
  }
}

/** Bits of an annotation: it is printed; nothing hides it. */
export const PRINTED = 4
export const HIDING = 1 | 2 | 32 | 256

/** Links stand in an element of their own, in sight; nothing but links and fields is on a page. */
function* annotations(file: PdfFile, tree: PdfTree): Iterable<PdfFault> {
  const inLinks = new Set<Dictionary>()
  for (const { standard, kids } of everyElement(tree.root))
    if (standard === 'Link') for (const kid of kids) if ('annotation' in kid) inLinks.add(kid.annotation)
  for (const [index, page] of file.pages().entries())
    for (const one of file.array(file.dictionary(page).get('Annots'))) {
      const annotation = file.dictionary(one)
      const kind = file.name(annotation.get('Subtype'))
      if (kind === 'Widget') continue
      const values = { page: index + 1 }
      const flags = Number(annotation.get('F') ?? 0)
      if (kind !== 'Link') yield { phrase: 'pdf.forbidden', values: { what: kind ?? '' } }
      if (!inLinks.has(annotation)) yield { phrase: 'pdf.link-loose', values }
      if ((flags & PRINTED) === 0 || (flags & HIDING) !== 0) yield { phrase: 'pdf.link-hidden', values }
    }
}

function* everyElement(element: PdfElement): Iterable<PdfElement> {
  yield element
  for (const kid of element.kids) if (isElement(kid)) yield* everyElement(kid)
}

/** A language as RFC 3066 writes one. */
const LANGUAGE = /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i

function* languages(file: PdfFile, tree: PdfElement, root: Dictionary): Iterable<PdfFault> {
  const named = [root, ...[...everyElement(tree)].map(({ dictionary }) => dictionary)]
  const found = new Set(named.map((each) => file.text(each.get('Lang'))).filter((lang) => lang !== undefined && lang !== ''))
  for (const lang of found)
    if (!LANGUAGE.test(lang as string)) yield { phrase: 'pdf.language-tag', values: { lang: lang as string } }
}

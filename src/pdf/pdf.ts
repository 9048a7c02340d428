import type { PDFPageProxy } from 'pdfjs-dist'
import {
  cutFindings,
  type Finding,
  MOST_LETTERS,
  readOwnFront,
  type Source,
  TOO_MANY_LETTERS,
  TooLarge,
} from '../blocks/index.js'
import { append, type Said } from '../model/index.js'
import { withAccents } from './accents.js'
import { MOST_UNPACKED, refuseBombs } from './bombs.js'
import { isTagged, pageLines } from './columns.js'
import { findIds } from './destinations.js'
import { readDrawn } from './drawn.js'
import { acrossPage, type Glyphs, isLong, type PageLine } from './lines.js'
import { type Annotation, remarksIn, withLinks } from './links.js'
import { findMargins } from './margins.js'
import { Objects } from './objects.js'
import { withoutOverprint } from './overprint.js'
import { pageText } from './page-text.js'
import { toBlocks } from './paragraphs.js'
import { FEWEST_LETTERS, figuresIn, type Pictured, pictureFindings } from './pictures.js'
import { aroundDocument, type Structure } from './site.js'
import { withStruck } from './struck.js'
import { type Node, readTags, type Tag } from './tags.js'
import { doubtfulCuts } from './words.js'
import { refuseEndless } from './work.js'

// No policy has as many: it is a book, or many documents in one file.
const MOST_PAGES = 1000
// In sizes: one and a half times the distance of lines set close.
const WIDEST_SPACING = 1.8
// Soft hyphens within words, blanks of no width, and codes of glyphs that stand for no letter.
const UNSEEN = /[\u00AD](?=.)|[\u200B-\u200D\u2060\uFEFF]|[\u0000-\u0008\u000E-\u001F\u007F]/g
// Codes of glyphs whose font does not say what they are; bullets of the symbol fonts aside.
const NO_LETTER = /[\uFFFD\uE000-\uEFFF\uF100-\uF8FF\u0000-\u0008\u000E-\u001F\u007F]/g
// Points: what slants in smaller letters is the head of a narrow column.
const LEAST_MARK = 24
/** Whether letters stand neither upright nor on a side. */
const slants = (a: number, b: number): boolean => Math.min(Math.abs(a), Math.abs(b)) > 0.1 * Math.hypot(a, b)
const NOTHING_DRAWN = { rules: [], dots: [], pictures: [] }

/** Why a PDF is not read. */
export class UnreadablePdf extends Error {
  constructor(readonly said: Said<'import/damaged' | 'import/scan' | 'import/size'>) {
    super(said.rule)
  }
}

/** A PDF: its lines put together to paragraphs, headers, footers and page numbers apart. Throws `UnreadablePdf` for scans and locked files. */
export async function readPdf(bytes: Uint8Array): Promise<{ source: Source; findings: readonly Finding[] }> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const text = new TextDecoder('latin1').decode(bytes)
  refuseBombs(bytes, text)
  refuseEndless(new Objects(bytes, text, MOST_UNPACKED))
  // A copy: the reader takes its bytes away from whoever gave them.
  const task = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  })
  try {
    const pdf = await task.promise.catch((error: Error) => {
      const locked = error.name === 'PasswordException'
      throw new UnreadablePdf(
        locked
          ? { rule: 'import/damaged', form: 'locked' }
          : { rule: 'import/damaged', form: 'pdf', values: { problem: error.message } },
      )
    })
    if (pdf.numPages > MOST_PAGES)
      throw new UnreadablePdf({ rule: 'import/size', form: 'pages', values: { pages: pdf.numPages, most: MOST_PAGES } })
    const fonts = new Map<string, string>()
    const pages: PageLine[][] = []
    const heights: number[] = []
    const structures: Structure[] = []
    const signs: { readonly page: number; readonly count: number }[] = []
    const shown: string[] = []
    const remarks: Finding[] = []
    const pictured: Pictured[] = []
    const marks: PageLine[] = []
    let letters = 0
    let gutter: ReturnType<typeof pageLines>['gutter']
    let tagged = false
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const notes = (await page.getAnnotations()) as readonly Annotation[]
      const { unreadable, words, written, ...structure } = await pageGlyphs(page, fonts)
      const glyphs = withLinks(structure.glyphs, notes)
      shown.push(words, filledIn(notes))
      append(remarks, remarksIn(notes))
      if (structure.tree) structures.push({ ...structure, tree: structure.tree })
      if (unreadable > 0) signs.push({ page: number, count: unreadable })
      const onPage = glyphs.reduce((sum, { text }) => sum + text.trim().length, 0)
      letters += onPage
      if (letters > MOST_LETTERS) throw new TooLarge(TOO_MANY_LETTERS)
      const height = page.view[3] ?? 842
      tagged = isTagged(glyphs, tagged)
      const before = gutter === undefined ? {} : { gutter }
      const all = await readDrawn(page, OPS)
      const drawn = tagged && onPage >= FEWEST_LETTERS ? NOTHING_DRAWN : all
      const across = acrossPage(
        glyphs.filter(({ slants }) => slants),
        number,
      )
      const straight = withStruck(across.length > 0 ? glyphs.filter(({ slants }) => !slants) : glyphs, all.rules)
      const { lines, ...found } = pageLines(straight, { number, height, tagged, ...before }, tagged ? NOTHING_DRAWN : drawn)
      const size = height * (page.view[2] ?? 595)
      const figures = figuresIn(structure.tree, written)
      pictured.push({ page: number, letters: onPage, size, pictures: drawn.pictures, figures })
      gutter = found.gutter
      append(marks, across)
      if (lines.length > 0 || across.length > 0) {
        pages.push([...lines, ...across])
        heights.push(height)
      }
      page.cleanup()
    }
    if (letters < FEWEST_LETTERS * pdf.numPages) throw new UnreadablePdf({ rule: 'import/scan' })
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Producer?: string } }
    const lines = pages.flat()
    const margins = new Map(findMargins(pages, heights))
    for (const line of marks) margins.set(line, 'running line')
    // Only a page from a browser has a site around its document; Google Docs draws with the same engine.
    if (/Skia(?!.*Google Docs)/.test(info.Producer ?? '')) {
      const around = aroundDocument(structures)
      for (const line of lines) {
        if (around.has(line.tag?.content ?? '')) margins.set(line, 'outside the policy on its page')
        else if (around.size > 0 && line.tag === undefined && !margins.has(line)) margins.set(line, 'a control of the page')
      }
    }
    const text = lines.filter((line) => !margins.has(line))
    const size = usual(text.flatMap((line) => Array.from({ length: Math.ceil(line.text.length / 10) }, () => line.size)))
    const blocks = toBlocks(lines, { margins, ids: await findIds(pdf, text) }, size, spacingOf(text, size)).map((block, i) => ({
      ...block,
      line: i + 1,
    }))
    const looks = new Set(
      blocks.filter(({ artefact }) => artefact === undefined).map(({ look }) => `${look?.bold}/${look?.size}`),
    )
    const title = info.Title?.trim()
    return {
      source: {
        kind: 'pdf',
        blocks: readOwnFront(blocks),
        marksHeadings: looks.size > 1,
        words: shown.join('\n'),
        ...(title ? { properties: { title } } : {}),
      },
      findings: [
        ...remarks,
        // The mark in a file of ours is in its brand.
        ...(/^Clausule\b/.test(info.Producer ?? '') ? [] : pictureFindings(pictured)),
        ...unreadableFindings(signs),
        ...cutFindings(doubtfulCuts(text)),
      ],
    }
  } finally {
    await task.destroy()
  }
}

function unreadableFindings(signs: readonly { readonly page: number; readonly count: number }[]): Finding[] {
  const [first] = signs
  const count = signs.reduce((sum, page) => sum + page.count, 0)
  return first ? [{ rule: 'import/structure', form: 'glyphs', values: { count, page: first.page }, line: 1 }] : []
}

interface PageGlyphs {
  readonly glyphs: readonly Glyphs[]
  readonly letters: ReadonlyMap<string, number>
  /** Signs that stand for no letter. */
  readonly unreadable: number
  /** All that is drawn, in the order of the file. */
  readonly words: string
  readonly tree?: Node
  /** The ids of marked content that has words. */
  readonly written: ReadonlySet<string>
}

async function pageGlyphs(page: PDFPageProxy, fonts: Map<string, string>): Promise<PageGlyphs> {
  const [{ items, styles }, tree] = await Promise.all([pageText(page), page.getStructTree() as Promise<Node | null>])
  const letters = new Map<string, number>()
  const tags = tree ? readTags(tree, page.pageNumber) : new Map<string, Tag>()
  const open: (string | undefined)[] = []
  // The names of fonts come with the drawing of the first page that uses them.
  if (Object.keys(styles).some((name) => !fonts.has(name))) {
    await page.getOperatorList()
    for (const name of Object.keys(styles)) {
      const font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as { name?: string }) : undefined
      fonts.set(name, font?.name ?? '')
    }
  }
  const written = new Set<string>()
  let unreadable = 0
  const texts = withAccents(items.flatMap((item) => ('str' in item ? item : [])))
  const drawn = new Map<(typeof items)[number], Glyphs>()
  const glyphs = items.flatMap((item): Glyphs[] => {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.id ?? undefined)
      return []
    }
    if (item.str === '') return []
    for (const name of open) if (name !== undefined) written.add(name)
    const id = open.findLast((name) => name !== undefined && tags.has(name))
    unreadable += item.str.match(NO_LETTER)?.length ?? 0
    const tag = id === undefined ? undefined : tags.get(id)
    if (id !== undefined) letters.set(id, (letters.get(id) ?? 0) + item.str.trim().length)
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[]
    const font = fonts.get(item.fontName) ?? ''
    // Text that runs up the margin is no line of the text; it is kept where its first letter stands.
    const size = Math.hypot(c, d) || Math.hypot(a, b)
    const run: Glyphs = {
      text: (texts.get(item) ?? item.str).replace(UNSEEN, '').normalize('NFC'),
      x,
      y,
      width: item.width,
      size,
      bold: /bold|black|heavy|semibold|demi/i.test(font),
      italic: /italic|oblique/i.test(font),
      ...(tag ? { tag } : {}),
      ...(size >= LEAST_MARK && slants(a, b) ? { slants: true as const } : {}),
    }
    drawn.set(item, run)
    return [run]
  })
  const { kept, over } = withoutOverprint(glyphs)
  let last: Glyphs | undefined
  const words = items.map((item) => {
    if (!('str' in item)) return ''
    const run = drawn.get(item)
    // What stands before the last words on the page is drawn apart from them.
    const isApart = run !== undefined && last !== undefined && run.x < last.x - run.size
    last = run ?? last
    return `${isApart ? '\n' : ''}${run && over.has(run) ? '' : texts.get(item)}${item.hasEOL ? '\n' : ''}`
  })
  return { glyphs: kept, letters, unreadable, written, words: words.join(''), ...(tree ? { tree } : {}) }
}

/** What people filled in or typed on a page, which is no text of it. */
function filledIn(notes: readonly Annotation[]): string {
  return notes
    .filter(
      ({ subtype, fieldType, hidden }) =>
        (subtype === 'FreeText' || (subtype === 'Widget' && /^(?:Tx|Ch)$/.test(fieldType ?? ''))) && hidden !== true,
    )
    .flatMap(({ subtype, fieldValue, contentsObj }) => (subtype === 'FreeText' ? contentsObj?.str : fieldValue) ?? [])
    .join('\n')
}

function usual(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) {
    const rounded = Math.round(value * 10) / 10
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}

/** The usual distance of two lines of running text: of those that surely go on, where there are any. */
function spacingOf(lines: readonly PageLine[], size: number): number {
  const sure: number[] = []
  const all: number[] = []
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    const distance = next ? line.y - next.y : 0
    if (
      next?.page === line.page &&
      Math.abs(line.size - size) < 0.3 &&
      Math.abs(next.size - size) < 0.3 &&
      distance > 0.5 * size &&
      distance < 2.2 * size
    ) {
      all.push(distance)
      if (isLong(line) && /^\p{Ll}/u.test(next.text) && !/[.!?:;]$/.test(line.text)) sure.push(distance)
    }
  }
  if (sure.length > 0) return usual(sure)
  // Lines that all end a paragraph stand further apart than lines of one.
  return Math.min(all.length > 0 ? usual(all) : size * 1.2, size * WIDEST_SPACING)
}

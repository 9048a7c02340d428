import type { Message, Result } from '../model/index.js'
import { type DocBlock, type Document, type Heading, namesOf, type Wording } from '../present/index.js'
import { Backend, type Ref } from './adapter.js'
import { setBlocks } from './blocks/index.js'
import { Canvas } from './canvas.js'
import { Composition } from './flow.js'
import { drawable, Family, type FontFiles, RIGHT_TO_LEFT } from './fonts.js'
import { type Leaf, paintBareMark, paintFurniture } from './furniture.js'
import type { Spoken } from './inline.js'
import { loadMark } from './mark.js'
import { setNote } from './notes.js'
import { fontOpener } from './open.js'
import { writeLabels, writeNames, writeOutline } from './outline.js'
import { type PageLayout, paginate } from './pages.js'
import { paintPlaced } from './slab.js'
import { chaptersOf, gutterOf, headingsOf } from './survey.js'
import { Structure } from './tags.js'
import { themeOf } from './theme.js'

interface PdfOptions {
  /** The family for documents whose brand has no fonts of its own. */
  readonly fonts: FontFiles
  /** The family that has what those or the brand's lack. */
  readonly help?: FontFiles
  /** Keys `print.*`, in the language of the document. Without it nothing is said around words that came, went or are struck through. */
  readonly wording?: Wording
}

const TOOL = 'Clausule'
/** The rule above notes and the air around it. */
const SEPARATOR = 14

/**
 * Sets a document as a PDF that is PDF/A-3a and PDF/UA-1 at once. The same document gives the same bytes. Characters the fonts lack
 * are drawn as an empty box, stay in the text that is read from the file, and are reported once; letters from right to left are an error.
 */
export async function renderPdf(document: Document, options: PdfOptions): Promise<Result<Uint8Array>> {
  const theme = themeOf(document)
  const { properties } = document
  const date = dateOf(properties.date)
  const backend = new Backend(
    {
      title: drawable(document.title),
      author: drawable(properties.author),
      ...(properties.subject ? { subject: drawable(properties.subject) } : {}),
      keywords: (properties.keywords ?? []).map(drawable),
      lang: document.lang,
      date,
      tool: TOOL,
    },
    document.lang,
  )
  const fonts = document.brand.fonts ?? options.fonts
  const help = options.help ?? (document.brand.fonts && options.fonts)
  const open = await fontOpener([fonts, help])
  const family = new Family(fonts, (name, bytes) => backend.font(name, open(bytes)), help)
  const structure = new Structure(backend)
  const spoilt: Message[] = []
  const mark = await loadMark(document.brand, (problem) =>
    spoilt.push({ rule: 'brand/value', form: 'mark-not-drawn', values: { problem }, severity: 'error' }),
  )
  const headings = headingsOf(document.children)
  const setting = new Composition(
    theme,
    family,
    structure,
    namesOf(document.children),
    headings,
    mark,
    setBlocks,
    setNote,
    spokenOf(options),
  )
  const pages = paginate(setDocument(document, setting, headings), { ...theme.frame, separator: SEPARATOR })

  const canvas = new Canvas(backend, structure)
  const chapters = chaptersOf(setting, pages.length)
  const refs = pages.map((page, index) =>
    paintPage(canvas, setting, document, page, { page: index + 1, pages: pages.length, chapter: chapters[index] }),
  )
  writeNames(backend, setting.anchors, refs, theme.page.height)
  writeOutline(backend, setting.marks, refs, theme.page.height)
  writeLabels(backend)
  for (const file of document.attachments) backend.attach(file, date)
  structure.end()
  return { value: await backend.end(), messages: [...spoilt, ...messagesOf(setting)] }
}

function spokenOf({ wording }: PdfOptions): Spoken | undefined {
  if (!wording) return undefined
  const ends = (kind: string) => [wording(`print.${kind}.start`), wording(`print.${kind}.end`)] as const
  return { insertion: ends('insertion'), deletion: ends('deletion'), strike: ends('strike'), blank: wording('print.blank') }
}

/** A file never carries the day it was made, which would make it another file tomorrow. */
function dateOf(date: string | undefined): Date | undefined {
  const found = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(found.getTime()) ? undefined : found
}

/** Lines of more than this many points, some 90 letters, are hard to read on; tables may be wider. */
const LONGEST_LINE = 430

const measureOf = ({ orientation }: Document, room: number): number =>
  orientation === 'portrait' ? Math.min(room, LONGEST_LINE) : room

function setDocument(document: Document, setting: Composition, headings: readonly Heading[]) {
  const { frame } = setting.theme
  const gutter = gutterOf(headings, setting)
  const home = { x: frame.left + gutter, width: measureOf(document, frame.right - frame.left - gutter) }
  const flow = {
    document: setting,
    scale: setting.theme.text,
    tag: setting.structure.root,
    ...home,
    home,
    gutter,
    depth: 0,
    level: { value: 0 },
  }
  setting.start(flow)
  const slabs = setBlocks(document.children as DocBlock[], flow)
  return slabs.length > 0 ? slabs : [setting.room(setting.theme.text.body.leading)]
}

function paintPage(canvas: Canvas, setting: Composition, document: Document, page: PageLayout, leaf: Leaf): Ref {
  const { theme } = setting
  const ref = canvas.begin(theme.page.width, theme.page.height)
  if (!page.bare) paintFurniture(canvas, setting, document, leaf)
  paintPlaced(page.placed, canvas)
  const foot = page.foot[0]
  if (foot) {
    canvas.artifact()
    canvas.fill(theme.frame.left, foot.top - 6, 60, 0.5, theme.colours.muted)
    paintPlaced(page.foot, canvas)
  }
  if (page.bare && document.mark) paintBareMark(canvas, setting, document.mark)
  canvas.end()
  return ref
}

function messagesOf(setting: Composition): Message[] {
  const { missing } = setting.family
  const [backwards] = missing.filter(({ char }) => RIGHT_TO_LEFT.test(char))
  const dangling = [...setting.dangling].map(
    (name): Message => ({
      rule: 'reference/unresolved',
      form: 'part',
      values: { name },
      severity: 'error',
    }),
  )
  const repeated = [...setting.repeated].map(
    (name): Message => ({
      rule: 'id/duplicate',
      form: 'part',
      values: { id: name },
      severity: 'error',
    }),
  )
  return [
    ...(backwards ? [rightToLeft(backwards)] : []),
    ...missing.filter(({ char }) => !RIGHT_TO_LEFT.test(char)).map(lacking),
    ...dangling,
    ...repeated,
  ]
}

type Missing = Family['missing'][number]

function lacking({ char, at }: Missing): Message {
  const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return {
    rule: 'render/glyph',
    values: { char, code, at: at ?? '' },
    severity: 'warning',
    note: { phrase: 'glyph.empty-box' },
    ...(at === undefined ? {} : { clause: at }),
  }
}

/** Set one after the other, the letters would come out in the wrong order: that is worse than no file. */
function rightToLeft({ char, at }: Missing): Message {
  return {
    rule: 'render/direction',
    values: { char, at: at ?? '' },
    severity: 'error',
    note: { phrase: 'glyph.right-to-left' },
    ...(at === undefined ? {} : { clause: at }),
  }
}

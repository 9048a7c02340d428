import { createHash } from 'node:crypto'
import Handlebars from 'handlebars'
import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Result } from '../../model/index.js'
import type { DocBlock, Document, FacetLabels, Wording } from '../../present/index.js'
import { blocks } from './blocks.js'
import { contents } from './contents.js'
import { PageContext } from './context.js'
import { endnotes } from './endnotes.js'
import { firstCover, masthead } from './masthead.js'
import type { PageFiles } from './page-files.js'
import { brandStyle, pageStyle } from './style.js'
import { scriptWords, tools } from './tools.js'

/** The texts of a layout: a Handlebars page, and the CSS and JavaScript it carries. */
export interface Layout {
  readonly page: string
  readonly style: string
  readonly script: string
}

export interface PageOptions {
  readonly layout: Layout
  /** Texts of the page itself, keys `page.*`, in the language of the document. */
  readonly wording: Wording
  /** Names of facets and of their values, for the filters. */
  readonly labels?: FacetLabels
}

/** A document as the parts of a page, markup but for the texts of its head: a layout puts them in their places. */
interface PageParts {
  readonly lang: Document['lang']
  readonly title: string
  /** Of `meta` elements. */
  readonly properties: readonly { readonly name: string; readonly content: string }[]
  readonly orientation: Document['orientation']
  /** Whether there is a map of schools, which takes the whole width. */
  readonly mapped: boolean
  /** The style of this page alone: how it is printed, widths of its columns. */
  readonly style: string
  /** What the script says, as JSON. */
  readonly words: string
  readonly masthead: string
  readonly contents: string
  readonly tools: string
  readonly body: string
  readonly notes: string
  readonly footer: string
}

/** A document as the parts of a page. A link that cannot be followed becomes plain words and a warning. */
export function renderParts(
  document: Document,
  { wording, labels = {}, files = {} }: Omit<PageOptions, 'layout'> & { readonly files?: PageFiles },
): Result<PageParts> {
  const context = new PageContext(wording, labels)
  const cover = firstCover(document.children)
  const head = masthead(document, cover, context, files)
  const body = blocks(without(document.children, cover), context)
  const notes = endnotes(context)
  const navigation = contents(context)
  const controls = tools(context, labels)
  const filtered = controls ? filteredPart(body) : 0
  context.settleLinks()

  const { author, subject, keywords = [], date } = document.properties
  const properties = { author, description: subject, keywords: keywords.join(', ') || undefined, 'dcterms.date': date }
  const parts: PageParts = {
    lang: document.lang,
    title: document.mark === undefined ? document.title : `${document.mark} – ${document.title}`,
    properties: Object.entries(properties).flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }])),
    orientation: document.orientation,
    mapped: context.mapped,
    style: pageStyle(document, context),
    words: JSON.stringify(scriptWords(context)),
    masthead: html(head),
    contents: html(navigation),
    tools: filtered > 0 ? '' : html(controls),
    body: filtered > 0 ? html(...body.slice(0, filtered), controls, ...body.slice(filtered)) : html(...body),
    notes: html(notes),
    footer: /\{pages?\}/.test(document.footer) ? '' : document.footer,
  }
  return { value: parts, messages: context.messages }
}

/**
 * The document as one self-contained page: no request leaves it, no script or style runs but its own (a content security policy
 * holds it to that), and it reads without script. Equal input gives equal text. A link that cannot be followed becomes plain words
 * and a warning.
 */
export function renderHtml(document: Document, { layout, ...options }: PageOptions): Result<string> {
  const { value: parts, messages } = renderParts(document, options)
  const style = embedded(`${brandStyle(document.brand)}\n${parts.style}\n${layout.style}`, 'style')
  const script = embedded(layout.script, 'script')
  const page = layoutOf(layout.page, options.wording)({ ...parts, policy: securityPolicy(style, script), style, script })
  return { value: page, messages }
}

/** A layout that was made ready: Handlebars, in which `{{say "page.skip"}}` gives words and `{{> footer}}` one of the parts. */
export function layoutOf(
  source: string,
  wording: Wording,
  parts: Readonly<Record<string, string>> = {},
): (values: object) => string {
  const handlebars = Handlebars.create()
  handlebars.registerHelper('say', (key: string) => wording(key))
  handlebars.registerPartial({ ...parts })
  return handlebars.compile(source, { strict: true })
}

/** Elements as markup. */
export const html = (...nodes: readonly (ElementContent | undefined)[]): string =>
  toHtml(
    { type: 'root', children: nodes.filter((node) => node !== undefined) },
    { characterReferences: { useNamedReferences: false } },
  )

/**
 * Where the controls stand: in front of the part they filter, where that is a division of its own with something before it; else, 0,
 * above everything. A filter far from what it hides would seem to do nothing.
 */
function filteredPart(body: readonly ElementContent[]): number {
  const faceted = (node: ElementContent): boolean =>
    node.type === 'element' && (node.properties.dataFacets !== undefined || node.children.some(faceted))
  const at = body.findIndex(faceted)
  const part = body[at]
  return part?.type === 'element' && part.tagName === 'section' ? at : 0
}

/** The blocks without the cover that already heads the page. */
function without(list: readonly DocBlock[], cover: DocBlock | undefined): readonly DocBlock[] {
  if (!cover) return list
  return list
    .filter((block) => block !== cover)
    .map((block) => (block.type === 'division' ? { ...block, children: without(block.children, cover) } : block))
}

/** Text for a `<style>` or `<script>` element, as the browser will hash it: with line feeds, and unable to end its element. */
export function embedded(text: string, element: 'style' | 'script'): string {
  if (new RegExp(`</${element}`, 'i').test(text)) throw new Error(`Unexpected "</${element}" in the layout's ${element}`)
  return text.replace(/\r\n?/g, '\n')
}

/** Nothing is fetched; only this style and this script apply. */
function securityPolicy(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    `script-src ${hashSource(script)}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** Allows this text, and no other, in a content security policy. */
export const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

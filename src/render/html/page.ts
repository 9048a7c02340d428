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
import { generatedStyle } from './style.js'
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

/**
 * The document as one self-contained page: no request leaves it, no script or style runs but its own (a content security policy
 * holds it to that), and it reads without script. Equal input gives equal text. A link that cannot be followed becomes plain words
 * and a warning.
 */
export function renderHtml(document: Document, { layout, wording, labels = {} }: PageOptions): Result<string> {
  const context = new PageContext(wording, labels)
  const cover = firstCover(document.children)
  const head = masthead(document, cover, context)
  const body = blocks(without(document.children, cover), context)
  const notes = endnotes(context)
  const navigation = contents(context)
  const controls = tools(context, labels)
  const filtered = controls ? filteredPart(body) : 0
  context.settleLinks()

  const style = embedded(`${generatedStyle(document, context)}\n${layout.style}`, 'style')
  const script = embedded(layout.script, 'script')
  const { author, subject, keywords = [], date } = document.properties
  const handlebars = Handlebars.create()
  handlebars.registerHelper('say', (key: string) => wording(key))
  const page = handlebars.compile(layout.page, { strict: true })({
    lang: document.lang,
    title: document.mark === undefined ? document.title : `${document.mark} – ${document.title}`,
    properties: Object.entries({ author, description: subject, keywords: keywords.join(', ') || undefined, 'dcterms.date': date })
      .filter(([, content]) => content !== undefined)
      .map(([name, content]) => ({ name, content })),
    policy: securityPolicy(style, script),
    style,
    script,
    words: JSON.stringify(scriptWords(context)),
    orientation: document.orientation,
    masthead: html(head),
    contents: html(navigation),
    tools: filtered > 0 ? '' : html(controls),
    body: filtered > 0 ? html(...body.slice(0, filtered), controls, ...body.slice(filtered)) : html(...body),
    notes: html(notes),
    footer: /\{pages?\}/.test(document.footer) ? '' : document.footer,
  })
  return { value: page, messages: context.messages }
}

const html = (...nodes: readonly (ElementContent | undefined)[]): string =>
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
function embedded(text: string, element: 'style' | 'script'): string {
  if (new RegExp(`</${element}`, 'i').test(text)) throw new Error(`Unexpected "</${element}" in the layout's ${element}`)
  return text.replace(/\r\n?/g, '\n')
}

/** Nothing is fetched; only this style and this script apply. */
function securityPolicy(style: string, script: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

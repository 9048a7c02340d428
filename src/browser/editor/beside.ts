/// <reference lib="dom" />
import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Changes, ChangeThere, EditorFindings, FoundThere } from '../../desk/editor/judge.js'
import { clipped } from '../../model/clipped.js'
import { metadataIn } from './computed.js'
import { keeping } from './fields.js'
import { announce, element, type Say, send } from './page.js'
import type { Saver } from './save.js'

/** Milliseconds after the last key until the text is judged; longer, up to the most, where judging takes longer than between two keys. */
const PAUSE = 30
// In milliseconds: what is found may lag this far behind the keys, as far as one still takes it for the same act; and what takes less than the patience needs no pause.
const LONGEST_PAUSE = 500
const PATIENCE = 300

/** A part beside the text: the heading the page has for it, and a place to fill. */
const place = (id: string): HTMLElement | null => document.getElementById(id)

type Part = 'findings' | 'changes'

/** What is found in the text and what it changes, kept as the text is. */
export class Beside {
  #timer: ReturnType<typeof setTimeout> | undefined
  #busy = false
  /** The text is another than the one that is judged now. */
  #waits = false
  #pause = PAUSE
  #values = ''
  /** What the text changes is another than is shown, and somebody wrote in a field of what is. */
  #isHeldBack = false
  /** What each part shows, and where that stands in the text now. */
  readonly #said: Partial<Record<Part, string>> = {}
  readonly #places: Record<Part, readonly (number | undefined)[]> = { findings: [], changes: [] }

  constructor(
    private readonly view: () => EditorView,
    private readonly address: string,
    private readonly saver: Saver,
    private readonly say: Say,
  ) {
    this.values()
    this.later(0)
    // What was written in a field is in the file before it is read from there.
    place('_changes')?.addEventListener('focusout', () => void saver.filled.then(() => this.#isHeldBack && this.later(0)))
  }

  later(time = this.#pause): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#judge(), time)
  }

  async #judge(): Promise<void> {
    // One text at a time: those of the keys in between would only be waited for.
    this.#waits = this.#busy
    if (this.#busy) return
    this.#busy = true
    const { doc, selection } = this.view().state
    const began = performance.now()
    const response = await send(`${this.address}/judge`, { doc: doc.toJSON(), open: selection.head })
    const judged = response?.ok ? ((await response.json().catch(() => undefined)) as EditorFindings | undefined) : undefined
    this.#busy = false
    this.#pause = Math.min(LONGEST_PAUSE, Math.max(PAUSE, performance.now() - began - PATIENCE))
    if (this.#waits) void this.#judge()
    // Where the text was typed in meanwhile it is judged next: places of another text would lead astray.
    if (!judged || !this.view().state.doc.eq(doc)) return
    this.#findings(judged.findings)
    this.#changes(judged.changes ?? undefined)
  }

  /** Whether a part shows anything else than it does. Where only places moved it stays: who reads it, or goes through it by key, is not disturbed. */
  #isNews(part: Part, what: readonly { readonly pos?: number }[], ...more: readonly unknown[]): boolean {
    this.#places[part] = what.map(({ pos }) => pos)
    const said = JSON.stringify([more, what.map(({ pos, ...rest }) => [rest, pos !== undefined && this.#nameOf(pos)])])
    if (said === this.#said[part]) return false
    this.#said[part] = said
    return true
  }

  #findings(findings: readonly FoundThere[]): void {
    const { say } = this
    if (!this.#isNews('findings', findings)) return
    const lines = findings.map((finding, at) => {
      const { severity, severityText, reason, pos, mend, rule } = finding
      const where = pos === undefined ? element('span') : this.#link('findings', at, this.#nameOf(pos))
      const head = element('p', {}, element('strong', { className: 'severity' }, severityText), ' ', where)
      const line = element('li', { className: severity, 'data-rule': rule }, head, element('p', {}, reason))
      if (mend && pos !== undefined) {
        const button = element('button', { type: 'button' }, say('findings.mend', { name: mend.becomes }))
        button.addEventListener('click', () => this.#mend(this.#places.findings[at] ?? pos, mend))
        line.append(button)
      }
      return line
    })
    show(
      place('_findings'),
      lines.length === 0
        ? [element('p', { className: 'none' }, say('findings.none'))]
        : [element('ul', { className: 'findings' }, ...lines)],
    )
    count('_findings-count', findings.length)
  }

  #mend(pos: number, { was, becomes }: { readonly was: string; readonly becomes: string }): void {
    const view = this.view()
    const node = view.state.doc.nodeAt(pos)
    const at = node && find(node, was)
    if (at === undefined || at === null) return
    const from = pos + 1 + at
    view.dispatch(view.state.tr.insertText(becomes, from, from + was.length).scrollIntoView())
    announce(this.say('findings.mended'))
    view.focus()
  }

  #changes(changes: Changes | undefined): void {
    const { say } = this
    const target = place('_changes')
    if (!target) return
    // Who is writing why keeps the field they write in.
    this.#isHeldBack = target.contains(document.activeElement)
    if (this.#isHeldBack) return
    if (!this.#isNews('changes', changes?.entries ?? [], changes?.count, changes?.summary, changes?.version)) return
    count('_changes-count', changes?.count ?? 0)
    if (!changes) return show(target, [element('p', { className: 'none' }, say('changes.no-release'))])
    // Where no clause changed, a day or a number may have: the summary tells it, and the page that compares shows it.
    if (changes.entries.length === 0) {
      const compared = `${say('changes.compared', { name: changes.version })} ${changes.summary} `
      return show(target, [element('p', { className: 'none' }, compared, this.#all())])
    }
    const rest = changes.count - changes.entries.length
    show(target, [
      element('p', {}, changes.summary),
      ...changes.entries.map((entry, at) => this.#change(entry, at)),
      ...(rest > 0 ? [this.#unshown(rest)] : []),
    ])
  }

  #unshown(count: number): HTMLElement {
    return element('p', { className: 'rest' }, `${this.say('more', { count })} `, this.#all())
  }

  #all(): HTMLElement {
    return element('a', { href: this.address.replace(/edit$/, 'compare') }, this.say('changes.all'))
  }

  #change({ id, pos, where, fate, significance, level, html, why, whyOfOthers }: ChangeThere, at: number): HTMLElement {
    const { say } = this
    const head = element('p', { className: 'head' })
    if (pos === undefined) head.append(element('strong', {}, where))
    else head.append(this.#link('changes', at, where || this.#nameOf(pos)))
    head.append(' ', element('span', { className: `level ${significance}` }, level), ` ${fate}`)
    const words = element('div', { className: 'words' })
    // Markup of the desk's own, which escapes every value.
    words.innerHTML = html
    const entry = element('div', { className: `changed-clause ${significance}` }, head, words)
    if (id === undefined) return entry
    const field = element('textarea', { rows: '1', id: `_why-${at}` })
    field.value = why
    const fill = (value: string) => this.saver.fill({ act: 'why', id, why: value })
    const told = keeping({ field, read: () => field.value, fill, kept: say('changes.kept') })
    const label = element('label', { for: field.id }, say(whyOfOthers ? 'changes.why-of-others' : 'changes.why'))
    entry.append(element('div', { className: 'why' }, label, field, told))
    return entry
  }

  /** The values of the parameters, to be filled in. */
  values(): void {
    const target = place('_values')
    const parameters = metadataIn(this.view().state).parameters ?? {}
    const known = JSON.stringify(parameters)
    if (!target || known === this.#values || target.contains(document.activeElement)) return
    this.#values = known
    const fields = Object.entries(parameters).flatMap(([name, value], at) => {
      // Lists, and the questions of a template, are for the source.
      if (typeof value !== 'string' && typeof value !== 'number') return []
      const field = element('input', { type: 'text', id: `_value-${at}`, value: String(value), autocomplete: 'off' })
      const fill = async (value: string) => {
        const wrong = await this.saver.fill({ act: 'parameter', name, value })
        if (wrong === undefined) this.later()
        return wrong
      }
      const told = keeping({ field, read: () => field.value, fill })
      return [element('div', { className: 'value' }, element('label', { for: field.id }, name), field, told)]
    })
    show(target, fields.length > 0 ? fields : [element('p', { className: 'none' }, this.say('values.none'))])
  }

  #link(part: Part, at: number, words: string): HTMLButtonElement {
    const button = element('button', { type: 'button', className: 'place' }, words)
    button.addEventListener('click', () => {
      const view = this.view()
      const { tr, doc } = view.state
      const place = doc.resolve(Math.min((this.#places[part][at] ?? 0) + 1, doc.content.size))
      view.dispatch(tr.setSelection(TextSelection.near(place)).scrollIntoView())
      view.focus()
    })
    return button
  }

  #nameOf(pos: number): string {
    const words = this.view().state.doc.nodeAt(pos)?.textContent ?? ''
    return clipped(words, 40) || '…'
  }
}

/** Where some words begin in a block, as far as they stand in one text. */
function find(block: Node, words: string): number | undefined {
  let found: number | undefined
  block.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (at >= 0) found ??= pos + at
  })
  return found
}

const show = (target: HTMLElement | null, children: readonly HTMLElement[]): void => target?.replaceChildren(...children)

function count(id: string, number: number): void {
  const badge = document.getElementById(id)
  if (badge) badge.textContent = number === 0 ? '' : String(number)
}
